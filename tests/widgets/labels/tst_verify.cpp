// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ImageFiles.h"
#include "tests/support/OwnFolders.h"
#include "tests/support/PictureFiles.h"
#include "widgets/labels/VerifyPanel.h"
#include "widgets/state/StudiesFolder.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QStyleOptionComboBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QUrl>
#include <QtTest>

#include <algorithm>

using namespace reweigh;
using namespace reweigh::test;

/// The panel in which a person checks labels.
class tst_Verify : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QUrl m_opened;

    /// The marks on a folder live as long as the program: each test has its own.
    QString images() const { return m_dir.filePath(QLatin1String(QTest::currentTestFunction())); }

    ExperimentConfig ownFolder() const
    {
        writeImageFolder(images() + "/train", {"cat", "dog"}, 12);
        writeImageFolder(images() + "/test", {"cat", "dog"}, 2, 1);
        ExperimentConfig config;
        config.data.dataset = "folder";
        config.data.dataDir = images().toStdString();
        config.data.imageSize = 8;
        config.data.noiseType = NoiseType::None;
        config.data.imbalanceType = ImbalanceType::None;
        config.data.metaPerClass = 1;
        config.data.valPerClass = 2;
        return config;
    }

    /// A folder of this name, for a second study.
    ExperimentConfig otherFolder(const QString& name) const
    {
        ExperimentConfig other = ownFolder();
        other.data.dataDir = m_dir.filePath(name).toStdString();
        writeImageFolder(m_dir.filePath(name + "/train"), {"cat", "dog"}, 12, 2);
        writeImageFolder(m_dir.filePath(name + "/test"), {"cat", "dog"}, 2, 3);
        return other;
    }

    static void shown(VerifyPanel& panel)
    {
        panel.resize(500, 500);
        panel.show();
        QTRY_VERIFY_WITH_TIMEOUT(panel.queue() && panel.shown(), 20000);
    }

    static std::string path(const VerifyPanel& panel) { return panel.queue()->path(*panel.shown()); }
    static std::string name(const VerifyPanel& panel) { return panel.queue()->className(*panel.shown()); }

public Q_SLOTS:
    void opened(const QUrl& url) { m_opened = url; }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"); // the user's own file manager is left alone
        test::useOwnFolders();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void cleanupTestCase() { QDir(QString::fromStdString((studiesFolder().parent_path() / "labels").string())).removeRecursively(); }

    void aBenchmarkHasNothingToCheck()
    {
        ExperimentConfig config;
        config.data.dataset = "synthetic";
        Workbench bench;
        bench.newStudy(config);
        VerifyPanel panel(bench);
        panel.resize(500, 500);
        panel.show();
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->isVisible());
        QVERIFY(panel.findChild<QLabel*>("panelEmpty")->text().contains("are known"));
        for (const QAction* action : panel.menu().actions())
            QVERIFY2(!action->text().contains("marks") || !action->isEnabled(), qPrintable(action->text()));
    }

    /// A key for each verdict; what is missing is said; the arrows go back, Backspace takes back.
    void keysJudge()
    {
        Workbench bench;
        bench.newStudy(ownFolder());
        VerifyPanel panel(bench);
        shown(panel);
        auto* card = panel.findChild<SampleCard*>("sampleCard");
        auto* left = panel.findChild<QLabel*>("verifyLeft");
        QVERIFY(panel.findChild<QLabel*>("verifyQuestion")->text().contains("cat"));
        QCOMPARE(left->text(), QString("Still missing: 6 image(s) with right labels")); // three of each class
        QVERIFY(!panel.findChild<QPushButton*>("verifySave")->isEnabled());
        QTRY_VERIFY(!card->picture().isNull());

        const std::string first = path(panel);
        QTest::keyClick(card, Qt::Key_R);
        QVERIFY(panel.marks()->verdict(first, "cat") == LabelVerdict::Right);
        const std::string second = path(panel);
        QVERIFY(second != first);
        QTRY_COMPARE(left->text(), QString("Still missing: 5 image(s) with right labels"));
        QVERIFY(panel.findChild<QPushButton*>("verifySave")->isEnabled());
        QTest::keyClick(card, Qt::Key_W);
        QVERIFY(panel.marks()->verdict(second, "cat") == LabelVerdict::Wrong);
        const std::string third = path(panel);
        QTest::keyClick(card, Qt::Key_U);
        QVERIFY(panel.marks()->verdict(third, "cat") == LabelVerdict::Unsure);
        const std::string fourth = path(panel);

        QTest::keyClick(card, Qt::Key_Left);
        QCOMPARE(path(panel), third);
        QTRY_VERIFY(panel.findChild<QToolButton*>("cardUnsure")->isChecked());
        QTest::keyClick(card, Qt::Key_Right);
        QCOMPARE(path(panel), fourth);
        QTRY_VERIFY(!panel.findChild<QToolButton*>("cardUnsure")->isChecked());
        QTest::keyClick(card, Qt::Key_Backspace);
        QVERIFY(!panel.marks()->verdict(third, "cat"));
        QCOMPARE(path(panel), third);
        QTest::keyClick(card, Qt::Key_U); // wherever one has gone since, the image whose mark is taken back is shown
        QTest::keyClick(card, Qt::Key_Left);
        QTest::keyClick(card, Qt::Key_Left);
        QCOMPARE(path(panel), second);
        QTest::keyClick(card, Qt::Key_Backspace);
        QVERIFY(!panel.marks()->verdict(third, "cat"));
        QCOMPARE(path(panel), third);
        bench.current().document().undoStack().undo(); // the window's Undo is the same
        QVERIFY(!panel.marks()->verdict(second, "cat"));
        QCOMPARE(path(panel), second);
        QTest::keyClick(card, Qt::Key_Left);
        QCOMPARE(path(panel), first);
        bench.current().document().undoStack().redo();
        QVERIFY(panel.marks()->verdict(second, "cat") == LabelVerdict::Wrong);
        QCOMPARE(path(panel), second);
    }

    /// From wherever the arrows have led.
    void backspaceShowsTheImageWhoseMarkItTakesBack()
    {
        Workbench bench;
        bench.newStudy(ownFolder());
        VerifyPanel panel(bench);
        shown(panel);
        auto* card = panel.findChild<SampleCard*>("sampleCard");
        QTest::keyClick(card, Qt::Key_R);
        const std::string second = path(panel);
        QTest::keyClick(card, Qt::Key_W);
        QTest::keyClick(card, Qt::Key_Left);
        QTest::keyClick(card, Qt::Key_Left);
        QVERIFY(path(panel) != second);
        QTest::keyClick(card, Qt::Key_Backspace);
        QVERIFY(!panel.marks()->verdict(second, "cat"));
        QCOMPARE(path(panel), second);
    }

    /// However their files store them.
    void photographsAreSeenUpright()
    {
        QImage wide(32, 16, QImage::Format_RGB32);
        wide.fill(Qt::red);
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && wide.save(&buffer, "JPEG"));
        const QString file = m_dir.filePath("upright.jpg");
        writeBytes(file, withExif(jpeg, 6)); // to be turned by a quarter
        SampleCard card;
        card.setFacts({.image = wide.scaled(8, 8), .file = file.toStdString(), .name = "upright.jpg", .lines = {}, .mark = {}});
        QCOMPARE(card.picture().size(), QSize(8, 8));
        QTRY_COMPARE(card.picture().size(), QSize(16, 32));
    }

    void buttonsJudgeAndLeadToTheFile()
    {
        Workbench bench;
        bench.newStudy(ownFolder());
        VerifyPanel panel(bench);
        shown(panel);
        QTRY_VERIFY(panel.findChild<QToolButton*>("cardFolder")->isVisible());
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "opened");
        QTest::mouseClick(panel.findChild<QToolButton*>("cardFolder"), Qt::LeftButton);
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(m_opened.toLocalFile(), images() + "/train/cat"); // without a bus there is no file manager that could be asked
        const std::string image = path(panel), label = name(panel);
        QTest::mouseClick(panel.findChild<QToolButton*>("cardWrong"), Qt::LeftButton);
        QVERIFY(panel.marks()->verdict(image, label) == LabelVerdict::Wrong);
    }

    /// What the list of classes says at first is seen whole.
    void theChoiceIsWhole()
    {
        Workbench bench;
        bench.newStudy(ownFolder());
        VerifyPanel panel(bench);
        shown(panel);
        const auto* box = panel.findChild<QComboBox*>("verifyClass");
        QStyleOptionComboBox option;
        option.initFrom(box);
        const int room = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
        const int words = box->fontMetrics().horizontalAdvance(box->currentText());
        QVERIFY2(room >= words, qPrintable(QStringLiteral("%1 of %2: %3").arg(room).arg(words).arg(box->currentText())));
    }

    /// Until every class has enough; then the list is saved, and the recipe draws from it alone.
    void theListIsSavedAndUsed()
    {
        Workbench bench;
        bench.newStudy(ownFolder());
        VerifyPanel panel(bench);
        shown(panel);
        auto* card = panel.findChild<SampleCard*>("sampleCard");
        for (int i = 0; i < 6; ++i) {
            QVERIFY(panel.shown());
            QTest::keyClick(card, Qt::Key_R);
        }
        QVERIFY(!panel.shown());
        auto* left = panel.findChild<QLabel*>("verifyLeft");
        QTRY_VERIFY2(left->text().startsWith("Every class has enough checked images for meta and validation: save the list."),
                     qPrintable(left->text()));
        QVERIFY2(left->text().contains("few test images: 4, of the class with fewest 2; one is 25.0 percentage points"),
                 qPrintable(left->text())); // of the folder test/
        QVERIFY(!card->isVisible());

        const std::string file = m_dir.filePath("checked.csv").toStdString();
        panel.save(file);
        QCOMPARE(bench.current().config().data.clean, file);
        QTRY_VERIFY(bench.current().preview()->options.clean == file && bench.current().preview()->data.plan);
        const RecipePreview& preview = *bench.current().preview();
        QCOMPARE(preview.data.source->checked.size(), std::size_t(6));
        QCOMPARE(preview.data.plan->changes.labels.validation, std::string(label_origin::checked));

        // One more of a class that is chosen, saved into the same file: the recipe reads it again.
        auto* chosen = panel.findChild<QComboBox*>("verifyClass");
        chosen->setFocus();
        QTest::keyClick(chosen, Qt::Key_Down);
        QTRY_VERIFY(panel.shown());
        QCOMPARE(name(panel), std::string("cat"));
        QTest::keyClick(card, Qt::Key_R);
        panel.save(file);
        QTRY_COMPARE(bench.current().preview()->data.source->checked.size(), std::size_t(7));
    }

    /// Enough for meta and validation images may leave a test image of each class.
    void fewTestImagesAreSaid()
    {
        Workbench bench;
        const ExperimentConfig config = ownFolder();
        QVERIFY(QDir(images() + "/test").removeRecursively());
        bench.newStudy(config);
        VerifyPanel panel(bench);
        shown(panel);
        auto* card = panel.findChild<SampleCard*>("sampleCard");
        for (int i = 0; i < 8; ++i) // a fifth of four, one, becomes a test image
            QTest::keyClick(card, Qt::Key_R);
        const auto* left = panel.findChild<QLabel*>("verifyLeft");
        QTRY_VERIFY2(left->text().contains("few test images: 2, of the class with fewest 1; one is 50.0 percentage points"),
                     qPrintable(left->text()));
        QVERIFY(left->text().contains("Check more images"));
    }

    /// Once some images were marked, what is missing is said in minutes too.
    void theTimeLeftIsSaid()
    {
        Workbench bench;
        bench.newStudy(ownFolder());
        VerifyPanel panel(bench);
        shown(panel);
        auto* card = panel.findChild<SampleCard*>("sampleCard");
        const auto* left = panel.findChild<QLabel*>("verifyLeft");
        for (int i = 0; i < 5; ++i) {
            QVERIFY2(!left->text().contains("pace"), qPrintable(left->text()));
            QTest::keyClick(card, Qt::Key_W); // all six with right labels are still missing
        }
        QTRY_VERIFY2(left->text().startsWith("Still missing: 6 · about ") && left->text().endsWith(" min at your pace"),
                     qPrintable(left->text()));
    }

    /// Written are the marks on the folder that was in view when it was asked for.
    void marksAreWrittenAndRead()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const auto native = qScopeGuard([] { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); });
        const ExperimentConfig other = otherFolder("another folder");
        Workbench bench;
        OpenStudy& first = bench.newStudy(ownFolder());
        VerifyPanel panel(bench);
        shown(panel);
        auto* card = panel.findChild<SampleCard*>("sampleCard");
        QTest::keyClick(card, Qt::Key_R);
        QTest::keyClick(card, Qt::Key_W);
        const auto ask = [&panel](const char* entry, const char* dialog) {
            for (QAction* action : panel.menu().actions())
                if (action->text().startsWith(QLatin1String(entry)) && action->isEnabled())
                    action->trigger();
            return panel.findChild<QFileDialog*>(QLatin1String(dialog));
        };
        QFileDialog* write = ask("Export marks", "exportMarksDialog");
        QVERIFY(write);
        bench.newStudy(other);
        QTRY_VERIFY_WITH_TIMEOUT(panel.queue() && panel.shown() && panel.marks()->all().empty(), 20000);
        const QString file = m_dir.filePath("marks of one folder.csv");
        Q_EMIT write->fileSelected(file);
        write->close();
        QCOMPARE(readBytes(file).count('\n'), 3); // the header and two marks

        bench.setCurrent(first);
        QTRY_VERIFY_WITH_TIMEOUT(panel.queue() && panel.marks()->all().size() == 2, 20000);
        QUndoStack& undo = first.document().undoStack();
        undo.undo();
        undo.undo();
        QVERIFY(panel.marks()->all().empty());
        QFileDialog* read = ask("Import marks", "importMarksDialog");
        QVERIFY(read);
        OpenStudy& second = *bench.studies().back();
        bench.setCurrent(second);
        QTRY_VERIFY_WITH_TIMEOUT(panel.queue() && panel.marks() == LabelMarks::of(other.data).get(), 20000);
        Q_EMIT read->fileSelected(file);
        read->close();
        QCOMPARE(LabelMarks::of(first.config().data)->all().size(), std::size_t(2));
        QVERIFY(panel.marks()->all().empty());
        QVERIFY(undo.canUndo() && !second.document().undoStack().canUndo());
    }

    /// The list that is saved is that of the folder in view when it was asked for, and the recipe that uses it is of that folder.
    void theListIsOfTheFolderThatWasInView()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const auto native = qScopeGuard([] { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); });
        const ExperimentConfig other = otherFolder("yet another folder");
        Workbench bench;
        OpenStudy& first = bench.newStudy(ownFolder());
        VerifyPanel panel(bench);
        shown(panel);
        QTest::keyClick(panel.findChild<SampleCard*>("sampleCard"), Qt::Key_R);
        auto* save = panel.findChild<QPushButton*>("verifySave");
        QTRY_VERIFY(save->isEnabled());
        save->click();
        auto* dialog = panel.findChild<QFileDialog*>("verifySaveDialog");
        QVERIFY(dialog);
        OpenStudy& second = bench.newStudy(other);
        QTRY_VERIFY_WITH_TIMEOUT(panel.queue() && panel.shown() && panel.marks()->all().empty(), 20000);
        const QString file = m_dir.filePath("checked of one folder.csv");
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QCOMPARE(readBytes(file).count('\n'), 2); // the header and the one that is right
        QCOMPARE(first.config().data.clean, file.toStdString());
        QVERIFY(second.config().data.clean.empty());
    }

    /// Where the test images are a part of the checked ones, a short list leaves few of them, which is said as it is used.
    void whatAShortListLeavesIsSaid()
    {
        const ExperimentConfig config = ownFolder();
        QVERIFY(QDir(images()).removeRecursively());
        writeImageFolder(images(), {"cat", "dog"}, 12);
        Workbench bench;
        bench.newStudy(config);
        VerifyPanel panel(bench);
        shown(panel);
        auto* card = panel.findChild<SampleCard*>("sampleCard");
        for (int i = 0; i < 8; ++i) {
            QVERIFY(panel.shown());
            QTest::keyClick(card, Qt::Key_R);
        }
        panel.save(m_dir.filePath("short.csv").toStdString());
        const QString said("Images that are held out with this list: meta 2, validation 4, test 2; of the class with fewest 1, 2 and 1.");
        const auto times = [&] { return std::ranges::count(bench.log().entries(), said, &LogEntry::text); };
        QTRY_COMPARE(times(), 1);
        QVERIFY(bench.current().document().set("val-per-class", 1, "fewer")); // drawn anew, but by no list that was just saved
        QTRY_COMPARE(bench.current().preview()->options.valPerClass, 1);
        QCOMPARE(bench.log().entries().back().text, said);
        QCOMPARE(times(), 1);
    }

    void aClassThatIsTooSmallIsNamed()
    {
        ExperimentConfig config = ownFolder();
        config.data.valPerClass = 20;
        Workbench bench;
        bench.newStudy(config);
        VerifyPanel panel(bench);
        shown(panel);
        QTRY_VERIFY(panel.findChild<QLabel*>("verifyLeft")->text().contains("cat cannot have 21 checked images, as it has 12 at most"));
    }
};

QTEST_MAIN(tst_Verify)
#include "tst_verify.moc"
