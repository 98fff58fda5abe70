// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/window/WindowFixture.h"

#include "core/config/ConfigJson.h"
#include "core/storage/ArchitectureFile.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/dialogs/ArchitecturesDialog.h"
#include "widgets/window/dialogs/FigureDialog.h"
#include "widgets/window/main/Screenshots.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSpinBox>
#include <QThread>

#include <algorithm>
#include <atomic>

using namespace reweigh;
using test::OpenWindow;

/// Tests of the export of architectures, settings and figures.
class tst_Export : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::useOwnSettings(); }

    void bestArchitecturesAsAFile()
    {
        QTemporaryDir folder;
        const auto study = test::finishedStudy(folder.path(), 3);
        OpenWindow open;
        QVERIFY(openDocument(open.bench, study));
        QTRY_VERIFY(open.action(QStringLiteral("export-architectures"))->isEnabled());
        open.action(QStringLiteral("export-architectures"))->trigger();
        auto* dialog = open.window.findChild<ArchitecturesDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->file(), folder.filePath("best.json"));
        dialog->findChild<QSpinBox*>(QStringLiteral("architecturesCount"))->setValue(2);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(folder.filePath("best.json")));
        const auto read = readArchitectures(folder.filePath("best.json").toStdString());
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(2));
        // The log line appears a moment after the file.
        QTRY_VERIFY(!open.bench.log().entries().empty() && open.bench.log().entries().back().severity == Severity::Info);
    }

    void aFolderThatCannotBeWrittenIsALineInTheLog()
    {
        QTemporaryDir folder;
        const auto study = test::finishedStudy(folder.path(), 1);
        OpenWindow open;
        QVERIFY(openDocument(open.bench, study));
        QTRY_VERIFY(open.action(QStringLiteral("export-architectures"))->isEnabled());
        open.action(QStringLiteral("export-architectures"))->trigger();
        auto* dialog = open.window.findChild<ArchitecturesDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(QStringLiteral("architecturesFile"))->setText(QStringLiteral("/nowhere/best.json"));
        dialog->accept();
        QTRY_VERIFY(!open.bench.log().entries().empty() && open.bench.log().entries().back().severity == Severity::Problem);
        QVERIFY(open.bench.log().entries().back().text.contains(QStringLiteral("/nowhere")));
    }

    void settingsAsJsonAndAsCommand()
    {
        QTemporaryDir folder;
        ExperimentConfig config;
        config.data.noiseRate = 0.25;
        config.data.dataDir = "it's here";
        const std::filesystem::path json = folder.filePath("a.json").toStdString(), shell = folder.filePath("a.sh").toStdString();
        QVERIFY(writeConfig(config, json));
        ExperimentConfig read;
        QVERIFY(applyJson(read, *readSettings(json)));
        QCOMPARE(read, config);
        QVERIFY(writeConfig(config, shell));
        QCOMPARE(*readFile(shell), "#!/bin/sh\n" + commandText("search", config) + "\n");
        QCOMPARE(commandText("search", config), std::string("reweigh search --data-dir 'it'\\''s here' --noise-rate 0.25"));
    }

    /// Saved is what was set when it was asked for, whichever study has come into view since; and nothing while a field is wrong.
    void settingsOfTheStudyThatWasShown()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const auto native = qScopeGuard([] { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); });
        QTemporaryDir folder;
        OpenWindow open;
        QVERIFY(open.bench.current().document().set("noise-rate", 0.25, QStringLiteral("Noise rate")));
        open.action(QStringLiteral("save-config"))->trigger();
        auto* dialog = open.window.findChild<QFileDialog*>(QStringLiteral("saveDialog"));
        QVERIFY(dialog);
        open.bench.newStudy(ExperimentConfig());
        const QString file = folder.filePath("settings.json");
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        ExperimentConfig read;
        QVERIFY(applyJson(read, *readSettings(file.toStdString())));
        QCOMPARE(read.data.noiseRate, 0.25);
        QVERIFY(!open.bench.current().document().set("noise-rate", "much", {}));
        QVERIFY(!open.action(QStringLiteral("save-config"))->isEnabled());
    }

    /// All figures are of the study that was in view when they were asked for, even if panels had to compute and another study came into
    /// view meanwhile; that one is in view again afterwards.
    void figuresOfTheStudyThatWasShown()
    {
        QTemporaryDir shown, other, figures;
        const auto first = test::finishedStudy(shown.path(), 3), second = test::finishedStudy(other.path(), 1);
        OpenWindow open;
        QVERIFY(openDocument(open.bench, first));
        open.window.showLayout(Layout::Search);
        const Panel* history = open.window.docks().panel(QStringLiteral("history"));
        QTRY_COMPARE(history->table().rows.size(), std::size_t(3));

        std::atomic<bool> released = false;
        QThreadPool::globalInstance()->start([&released] {
            while (!released)
                QThread::msleep(1);
        });
        const auto release = qScopeGuard([&released] {
            released = true;
            QThreadPool::globalInstance()->waitForDone();
        });
        open.action(QStringLiteral("export-figures"))->trigger();
        auto* dialog = open.window.findChild<FigureDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(QStringLiteral("figureTarget"))->setText(figures.path());
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("figureWrite")), Qt::LeftButton);
        QVERIFY(openDocument(open.bench, second));
        QCOMPARE(open.bench.current().file(), second);
        QTest::qWait(300); // the pool is busy: nothing can be written yet
        QVERIFY(!QFile::exists(figures.filePath("history.csv")));
        released = true;
        const auto entries = [&] { return open.bench.log().entries(); };
        QTRY_VERIFY(!entries().empty() && entries().back().text.contains(figures.path()));
        const auto csv = readFile(figures.filePath("history.csv").toStdString());
        QVERIFY(csv);
        QCOMPARE(QString::fromStdString(*csv).split('\n', Qt::SkipEmptyParts).size(), 1 + 3);
        QCOMPARE(open.bench.current().file(), second);
        QTRY_COMPARE(history->table().rows.size(), std::size_t(1));
    }

    void figuresFromEveryLayout_data()
    {
        QTest::addColumn<Layout>("layout");
        for (const Layout layout : allLayouts)
            QTest::newRow(layoutName(layout).toUtf8().constData()) << layout;
    }

    /// Views that are behind others come to rest, too, so the preview is shown and all figures are written wherever the user is.
    void figuresFromEveryLayout()
    {
        QFETCH(Layout, layout);
        QTemporaryDir folder, figures;
        const auto study = test::finishedStudy(folder.path(), 3);
        OpenWindow open;
        QVERIFY(openDocument(open.bench, study));
        open.window.showLayout(Layout::Search); // each of its views has been drawn once
        QTRY_COMPARE(open.window.docks().panel(QStringLiteral("history"))->table().rows.size(), std::size_t(3));
        open.window.showLayout(layout);
        open.action(QStringLiteral("export-figures"))->trigger();
        auto* dialog = open.window.findChild<FigureDialog*>();
        QVERIFY(dialog);
        QTRY_VERIFY(!dialog->findChild<QLabel*>(QStringLiteral("figureSize"))->text().isEmpty());
        dialog->findChild<QLineEdit*>(QStringLiteral("figureTarget"))->setText(figures.path());
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("figureWrite")), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(figures.filePath(QStringLiteral("landscape.csv"))));
        QTRY_VERIFY(open.window.docks().panel(QStringLiteral("history"))->updatesEnabled());
        for (const LogEntry& entry : open.bench.log().entries())
            QVERIFY2(entry.severity == Severity::Info, qPrintable(entry.text));
    }

    /// A figure is asked for with its width and type, previewed, written as asked, and the window looks as before.
    void aFigureForAPaper()
    {
        QTemporaryDir folder, figures;
        const auto study = test::finishedStudy(folder.path(), 3);
        OpenWindow open;
        Theme::instance().setScheme(ColourScheme::Dark);
        const auto light = qScopeGuard([] { Theme::instance().setScheme(ColourScheme::System); });
        QVERIFY(openDocument(open.bench, study));
        open.window.showLayout(Layout::Search);
        Panel* history = open.window.docks().panel(QStringLiteral("history"));
        QTRY_COMPARE(history->table().rows.size(), std::size_t(3));
        Q_EMIT history->exportWanted(history);
        auto* dialog = open.window.findChild<FigureDialog*>();
        QVERIFY(dialog);
        auto* size = dialog->findChild<QLabel*>(QStringLiteral("figureSize"));
        QTRY_VERIFY(!size->text().isEmpty());                                             // a preview came
        QVERIFY(!dialog->findChild<QSpinBox*>(QStringLiteral("figureDpi"))->isEnabled()); // of an SVG
        auto* width = dialog->findChild<QComboBox*>(QStringLiteral("figureWidth"));
        width->setCurrentIndex(0);
        QTRY_VERIFY2(size->text().startsWith(QLocale().toString(3.3, 'f', 2)), qPrintable(size->text()));
        QVERIFY(dialog->target().endsWith(QStringLiteral("history.svg")));
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("figureFormat"));
        format->setCurrentIndex(format->findData(QStringLiteral("pdf")));
        QVERIFY(dialog->target().endsWith(QStringLiteral("history.pdf")));
        auto* target = dialog->findChild<QLineEdit*>(QStringLiteral("figureTarget"));
        target->clear();
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("figureWrite"))->isEnabled());
        QTest::keyClicks(target, figures.filePath(QStringLiteral("new/mine.png"))); // its ending chooses the format
        QCOMPARE(format->currentData().toString(), QStringLiteral("png"));
        dialog->findChild<QSpinBox*>(QStringLiteral("figureDpi"))->setValue(200);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("figureWrite")), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(figures.filePath(QStringLiteral("new/mine.png")))); // in a folder that was not there
        const QImage image(figures.filePath(QStringLiteral("new/mine.png")));
        QVERIFY(qAbs(image.width() - 660) <= 2); // 3.3 in at 200 dpi
        QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
        QTRY_VERIFY(!Theme::instance().paper());
        QCOMPARE(Theme::instance().dark(), true);
        QVERIFY(history->updatesEnabled());
        QCOMPARE(FigureDialog::lastSetup().width, columnInches); // the next dialog begins with these settings
        QCOMPARE(FigureDialog::lastSetup().dpi, 200);
    }

    /// The figure of trial 2 was offered the name of that of trial 1, and took its place.
    void aFigureIsOfferedANameOfItsOwn()
    {
        QTemporaryDir folder;
        const auto study = test::finishedStudy(folder.path(), 3);
        OpenWindow open;
        QVERIFY(openDocument(open.bench, study));
        open.window.showLayout(Layout::Watch);
        QTRY_COMPARE(open.bench.current().snapshot()->trials.size(), std::size_t(3));
        const auto offered = [&](const QString& view) {
            Panel* panel = open.window.docks().panel(view);
            Q_EMIT panel->exportWanted(panel);
            const QScopedPointer<FigureDialog> dialog(open.window.findChild<FigureDialog*>());
            return dialog->findChild<QLabel*>(QStringLiteral("figureReplaces"))->isHidden() ? dialog->target() : QString();
        };
        const QString curve = QStringLiteral("weight-curve");
        open.bench.current().selection().setCurrent(1);
        const QString first = offered(curve);
        QCOMPARE(QFileInfo(first).completeBaseName(), QStringLiteral("weight-curve-trial-1"));
        QFile taken(first);
        QVERIFY(taken.open(QIODevice::WriteOnly));
        taken.close();
        QCOMPARE(QFileInfo(offered(curve)).completeBaseName(), QStringLiteral("weight-curve-trial-1-2"));
        open.bench.current().selection().setCurrent(2);
        QCOMPARE(QFileInfo(offered(curve)).completeBaseName(), QStringLiteral("weight-curve-trial-2"));
        QCOMPARE(QFileInfo(offered(QStringLiteral("accuracy"))).completeBaseName(), QStringLiteral("accuracy-trial-2"));
        QCOMPARE(QFileInfo(offered(QStringLiteral("history"))).completeBaseName(), QStringLiteral("history"));
    }

    /// A name that is taken is said beside it, with and without its ending; also that a folder has figures.
    void aFileThatIsReplacedIsSaid()
    {
        QTemporaryDir figures;
        for (const char* name : {"mine.svg", "figures.json"}) {
            QFile file(figures.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const QScopedPointer<FigureDialog> one(
            new FigureDialog(QStringLiteral("Export"), QStringLiteral("history"), figures.path(), nullptr));
        one->show();
        auto* format = one->findChild<QComboBox*>(QStringLiteral("figureFormat"));
        format->setCurrentIndex(format->findData(QStringLiteral("svg")));
        const auto* said = one->findChild<QLabel*>(QStringLiteral("figureReplaces"));
        QVERIFY(!said->isVisible());
        auto* target = one->findChild<QLineEdit*>(QStringLiteral("figureTarget"));
        target->clear();
        QTest::keyClicks(target, figures.filePath(QStringLiteral("mine")));
        QVERIFY(said->isVisible());
        QTest::keyClicks(target, QStringLiteral("."));
        QTest::keyClicks(target, QStringLiteral("svg"));
        QVERIFY(said->isVisible());
        QVERIFY(said->text().contains(QStringLiteral("existing file")));
        format->setCurrentIndex(format->findData(QStringLiteral("pdf")));
        QVERIFY(!said->isVisible());
        const QScopedPointer<FigureDialog> all(new FigureDialog(QStringLiteral("Export"), {}, figures.path(), nullptr));
        all->show();
        said = all->findChild<QLabel*>(QStringLiteral("figureReplaces"));
        QVERIFY(!said->isVisible());
        all->findChild<QLineEdit*>(QStringLiteral("figureTarget"))->setText(figures.path());
        QVERIFY(said->isVisible());
    }

    /// 99 was read as 9.0, as its second digit was refused.
    void aLengthBeyondItsRangeIsItsEnd()
    {
        QTemporaryDir figures;
        auto* dialog = new FigureDialog(QStringLiteral("Export"), QStringLiteral("history"), figures.path(), nullptr);
        const QScopedPointer<FigureDialog> owner(dialog);
        dialog->show();
        auto* type = dialog->findChild<QDoubleSpinBox*>(QStringLiteral("figureFont"));
        using Lengths = std::pair<QString, double>;
        for (const auto& [typed, read] : {Lengths("99", 24.0), Lengths("1", 4.0), Lengths("12", 12.0), Lengths("240", 24.0)}) {
            type->selectAll();
            QTest::keyClicks(type, typed);
            type->interpretText();
            QVERIFY2(qAbs(type->value() - read) < 1e-9, qPrintable(QStringLiteral("%1: %2").arg(typed).arg(type->value())));
        }
    }

    /// A name without an ending that names a format gets that of the format; one in capitals names it too.
    void aNameGetsItsEnding()
    {
        QTemporaryDir figures;
        using Names = std::pair<QString, QString>;
        for (const auto& [typed, written] : {Names("mine", "mine.svg"), Names("mine.v2", "mine.v2.svg"), Names("mine.", "mine.svg"),
                                             Names("mine.SVG", "mine.SVG"), Names("mine.Png", "mine.png")}) {
            auto* dialog = new FigureDialog(QStringLiteral("Export"), QStringLiteral("history"), figures.path(), nullptr);
            dialog->show();
            auto* format = dialog->findChild<QComboBox*>(QStringLiteral("figureFormat"));
            format->setCurrentIndex(format->findData(QStringLiteral("svg")));
            auto* target = dialog->findChild<QLineEdit*>(QStringLiteral("figureTarget"));
            target->clear();
            QTest::keyClicks(target, figures.filePath(typed));
            QString chosen, ending;
            connect(dialog, &QDialog::accepted, dialog, [&] {
                chosen = dialog->target();
                ending = QString::fromStdString(dialog->setup().format);
            });
            QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("figureWrite")), Qt::LeftButton);
            QCOMPARE(chosen, figures.filePath(written));
            QVERIFY2(typed.contains(QLatin1String("Png")) ? ending == QLatin1String("png") : ending == QLatin1String("svg"),
                     qPrintable(typed));
        }
    }

    /// A view without content is not written, which the preview and the log say.
    void nothingToShow()
    {
        QTemporaryDir figures;
        OpenWindow open;
        open.window.showLayout(Layout::Search);
        Panel* history = open.window.docks().panel(QStringLiteral("history"));
        QTRY_VERIFY(!history->hasContent());
        Q_EMIT history->exportWanted(history);
        auto* dialog = open.window.findChild<FigureDialog*>();
        QVERIFY(dialog);
        auto* preview = dialog->findChild<QLabel*>(QStringLiteral("figurePreview"));
        QTRY_VERIFY2(preview->text().contains(QStringLiteral("nothing to show")), qPrintable(preview->text()));
        dialog->findChild<QLineEdit*>(QStringLiteral("figureTarget"))->setText(figures.filePath(QStringLiteral("empty.svg")));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("figureWrite")), Qt::LeftButton);
        QTRY_VERIFY(std::ranges::any_of(open.bench.log().entries(),
                                        [](const LogEntry& entry) { return entry.text.contains(QStringLiteral("was not written")); }));
        QVERIFY(!QFile::exists(figures.filePath(QStringLiteral("empty.svg"))));
    }

    /// Screenshots of all layouts, light and dark, have the right size and more than one colour.
    void screenshots()
    {
        QTemporaryDir folder, pictures;
        const auto study = test::finishedStudy(folder.path(), 3);
        OpenWindow open(false);
        QVERIFY(openDocument(open.bench, study));
        const auto files = takeScreenshots(open.window, open.bench, pictures.path().toStdString());
        QVERIFY(files);
        QCOMPARE(files->size(), 2 * allLayouts.size());
        for (const auto& file : *files) {
            const QImage image(QString::fromStdString(file.string()));
            QCOMPARE(image.size(), QSize(1600, 1000) * image.devicePixelRatio());
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); y += 5)
                for (int x = 0; x < image.width(); x += 5)
                    colours.insert(image.pixel(x, y));
            QVERIFY2(colours.size() > 20, file.c_str());
        }
        Theme::instance().setScheme(ColourScheme::System);
    }
};

QTEST_MAIN(tst_Export)
#include "tst_export.moc"
