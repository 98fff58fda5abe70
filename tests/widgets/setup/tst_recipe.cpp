// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/setup/SetupFixture.h"

#include "core/config/Presets.h"
#include "tests/support/ImageFiles.h"
#include "widgets/forms/NumberBox.h"
#include "widgets/setup/BrokenImages.h"
#include "widgets/setup/ClassBars.h"
#include "widgets/setup/DataGetter.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace reweigh;
using namespace reweigh::test;

/// Tests of settings as a user edits them: the document's values, undo, and error messages about wrong values.
class tst_Recipe : public QObject {
    Q_OBJECT

    static void type(NumberBox& box, const QString& text)
    {
        box.setFocus();
        box.selectAll();
        QTest::keyClicks(&box, text);
        QTest::keyClick(&box, Qt::Key_Return);
    }

private Q_SLOTS:
    void aDragIsOneStepAndTheControlsFollowItsUndo()
    {
        SetupFixture window;
        auto* slider = window.find<QSlider>("noise-rate-slider");
        auto* box = window.find<NumberBox>("noise-rate");
        QVERIFY(slider && box);
        QTRY_COMPARE(box->text(), QLocale().toString(0.4));
        const int rest = slider->value(), middle = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() / 2, middle});
        for (int x = slider->width() / 2; x < slider->width() - 20; x += 7)
            QTest::mouseMove(slider, {x, middle});
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() - 20, middle});
        const double dragged = window.config().data.noiseRate;
        QVERIFY(dragged > 0.7);
        QCOMPARE(window.document().undoStack().count(), 1);
        QTRY_COMPARE(box->value().value_or(-1), dragged);

        window.document().undoStack().undo();
        QCOMPARE(window.config().data.noiseRate, 0.4);
        QTRY_COMPARE(slider->value(), rest);
        QTRY_COMPARE(box->value().value_or(-1), 0.4);
        window.document().undoStack().redo();
        QTRY_COMPARE(box->value().value_or(-1), dragged);
    }

    void stepsOfTheKeyboardAreTheirOwn()
    {
        SetupFixture window;
        auto* slider = window.find<QSlider>("noise-rate-slider");
        QTRY_COMPARE(slider->value(), 40);
        slider->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(window.config().data.noiseRate, 0.43);
        QCOMPARE(window.document().undoStack().count(), 3);
    }

    void theImbalanceSliderIsLogarithmicAndTheBoxGoesBeyondIt()
    {
        SetupFixture window;
        auto* slider = window.find<QSlider>("imbalance-factor-slider");
        auto* box = window.find<NumberBox>("imbalance-factor");
        QTRY_COMPARE(box->value().value_or(-1), 10.0);
        slider->setValue(slider->maximum() / 2);
        QCOMPARE(window.config().data.imbalanceFactor, 22.0); // the root of 500, to two digits
        type(*box, QStringLiteral("2000"));
        QCOMPARE(window.config().data.imbalanceFactor, 2000.0);
        QTRY_COMPARE(slider->value(), slider->maximum());
        QCOMPARE(box->text(), QStringLiteral("2000"));
    }

    void aWrongValueStaysWithItsSentence_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("beyond the range") << QByteArray("noise-rate") << "1.5";
        QTest::newRow("no number") << QByteArray("noise-rate") << "much";
        QTest::newRow("no whole number") << QByteArray("meta-per-class") << "2.5";
        QTest::newRow("empty") << QByteArray("seed") << "";
    }

    void aWrongValueStaysWithItsSentence()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, text);
        SetupFixture window;
        auto* box = window.find<NumberBox>(key);
        QTRY_VERIFY(box->value().has_value());
        const ExperimentConfig before = window.config();
        if (text.isEmpty()) {
            box->setFocus();
            box->selectAll();
            QTest::keyClick(box, Qt::Key_Delete);
            QTest::keyClick(box, Qt::Key_Return);
        } else {
            type(*box, text);
        }
        QVERIFY(window.config() == before);
        QVERIFY2(window.problem(key).startsWith(markOf(Role::Bad)), qPrintable(window.problem(key)));
        QVERIFY(!window.problem(key).contains(QLatin1String("-per-"))); // the message uses the label instead of the key
        QCOMPARE(box->text(), text);
        // A change of another setting does not remove the message.
        window.find<QSlider>("val-per-class-slider")->setValue(10);
        QVERIFY(window.config() != before);
        QCoreApplication::processEvents();
        QCOMPARE(box->text(), text);
        type(*box, QStringLiteral("1"));
        QVERIFY(window.problem(key).isEmpty());
    }

    void whatIsTypedIsTakenAfterAPauseToo()
    {
        SetupFixture window;
        auto* box = window.find<NumberBox>("noise-rate");
        QTRY_VERIFY(box->value().has_value());
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("0.25"));
        QCOMPARE(window.config().data.noiseRate, 0.4);
        QTRY_COMPARE(window.config().data.noiseRate, 0.25);
        QCOMPARE(window.document().undoStack().count(), 1);
    }

    /// A recipe that is ready a moment after the last key, or another field that changes, leaves unfinished text alone.
    void whatIsBeingTypedStays()
    {
        test::SetupFixture fixture;
        auto* box = fixture.find<NumberBox>("noise-rate");
        box->setFocus();
        box->edit()->selectAll();
        QTest::keyClicks(box, QStringLiteral("0.25"));
        QVERIFY(fixture.document().set("val-per-class", 30, QStringLiteral("another field")));
        QCOMPARE(box->edit()->text(), QStringLiteral("0.25"));
        QTRY_COMPARE(fixture.config().data.noiseRate, 0.25);
    }

    /// Text that was typed a moment before another study comes into view is that of its own study.
    void whatIsTypedBelongsToItsStudy()
    {
        SetupFixture window;
        OpenStudy& first = window.study();
        auto* box = window.find<NumberBox>("noise-rate");
        auto* out = window.find<QLineEdit>("out");
        QTRY_VERIFY(box->value().has_value());
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("0.25"));
        window.bench.newStudy(syntheticConfig());
        QCOMPARE(first.config().data.noiseRate, 0.25);
        QCOMPARE(window.config().data.noiseRate, 0.4);
        QTRY_COMPARE(box->value().value_or(-1), 0.4);
        QTest::keyClicks(out, QStringLiteral("/a/folder"));
        window.bench.setCurrent(first);
        QCOMPARE(window.bench.studies().back()->config().outDir, std::string("/a/folder"));
        QVERIFY(first.config().outDir.empty());
    }

    void everyKindOfEditorIsUndone()
    {
        SetupFixture window;
        QTRY_VERIFY(window.find<NumberBox>("epochs")->value().has_value());
        const ExperimentConfig start = window.config();
        QUndoStack& undo = window.document().undoStack();
        const auto undone = [&](const char* what) {
            QVERIFY2(window.config() != start, what);
            QCOMPARE(undo.count(), 1);
            undo.undo();
            QVERIFY2(window.config() == start, what);
            undo.clear();
        };
        auto* choice = window.find<QComboBox>("noise-type");
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        undone("choice");
        auto* order = window.find<QComboBox>("shuffle-classes");
        order->setFocus();
        QTRY_COMPARE(order->currentIndex(), 0);
        QTest::keyClick(order, Qt::Key_Down);
        undone("switch with names");
        window.find<QCheckBox>("nesterov")->click();
        undone("switch");
        QTest::keyClick(window.find<NumberBox>("epochs"), Qt::Key_Up);
        undone("number");
        for (const auto& [name, text] : {std::pair("device", "cpu"), std::pair("hidden", "64, 32")}) {
            auto* line = window.find<QLineEdit>(name);
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, QString::fromLatin1(text));
            QTest::keyClick(line, Qt::Key_Return);
            undone(name);
        }
        auto* inputs = window.find<QToolButton>("search-inputs");
        inputs->menu()->actions().last()->trigger();
        undone("list of choices");
    }

    void aListKeepsAtLeastOneChoice()
    {
        SetupFixture window;
        auto* button = window.find<QToolButton>("search-activations");
        QTRY_VERIFY(button->menu()->actions().first()->isChecked());
        for (QAction* action : button->menu()->actions())
            action->trigger();
        QCOMPARE(window.config().search.activations.size(), std::size_t(1));
        QVERIFY(!window.problem("search-activations").isEmpty());
        QCOMPARE(button->text(), QStringLiteral("none")); // what was refused stays
        button->menu()->actions().last()->trigger();
        QVERIFY(window.problem("search-activations").isEmpty());
        QVERIFY(!window.document().refused());
        QCOMPARE(button->text(), button->menu()->actions().last()->text());
    }

    /// A point is a decimal point in every language, but for whole numbers, whose digits it may group.
    void numbersAreReadInTheUsersLanguage()
    {
        const QLocale before;
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const auto read = [](bool whole, const char* text) {
            NumberBox box(whole);
            box.edit()->setText(QString::fromUtf8(text));
            return box.value();
        };
        QCOMPARE(read(false, "0,001"), std::optional(0.001));
        QCOMPARE(read(false, "0.001"), std::optional(0.001));
        QCOMPARE(read(false, "1.000"), std::optional(1.0));
        QCOMPARE(read(true, "60.000"), std::optional(60000.0));
        QVERIFY(!read(true, "2,5"));
        QVERIFY(!read(false, "1,2,3"));
        QCOMPARE(read(false, "−０，５"), std::optional(-0.5)); // as Japanese input methods type digits
        QCOMPARE(read(true, "６０"), std::optional(60.0));
        QVERIFY(!read(true, "六"));
    }

    void settingsThatContradictEachOtherSaySo()
    {
        SetupFixture window;
        auto* box = window.find<NumberBox>("max-layers");
        QTRY_VERIFY(box->value().has_value());
        type(*box, QStringLiteral("0"));
        QVERIFY(!window.problem("max-layers").isEmpty());
        window.document().undoStack().undo();
        QTRY_VERIFY(window.problem("max-layers").isEmpty());
    }

    /// The file's controls are there for its kind of noise alone, the preview is what the file says, also after somebody wrote it.
    void labelsFromAFile()
    {
        SetupFixture window;
        auto* file = window.find<QLineEdit>("labels");
        auto* column = window.find<QLineEdit>("label-column");
        QVERIFY(file && !file->isVisible() && !column->isVisible());
        QVERIFY(window.document().set("noise-type", "file", {}));
        QTRY_VERIFY(file->isVisible() && column->isVisible() && !window.find<NumberBox>("noise-rate")->isEnabled());
        QTRY_VERIFY(!window.problem("labels").isEmpty()); // none is named yet
        QTRY_VERIFY(window.study().preview() && window.study().preview()->data.source);
        const std::vector<std::uint16_t> truth = window.study().preview()->data.source->train.labels;
        const int classes = window.study().preview()->data.source->classes();
        QTemporaryDir folder;
        const auto write = [&](std::size_t wrongOnes) {
            QFile csv(folder.filePath("labels.csv"));
            if (!csv.open(QIODevice::WriteOnly))
                qFatal("cannot write labels");
            QByteArray text = "index,first,second\n";
            for (std::size_t i = 0; i < truth.size(); ++i)
                text += QByteArray::number(qulonglong(i)) + ',' + QByteArray::number((truth[i] + (i < wrongOnes ? 1 : 0)) % classes) + ','
                        + QByteArray::number(truth[i]) + '\n';
            csv.write(text);
        };
        write(0);
        QVERIFY(window.document().set("labels", folder.filePath("labels.csv").toStdString(), {}));
        QTRY_VERIFY(!window.problem("label-column").isEmpty()); // two may be meant
        QVERIFY(window.document().set("label-column", "first", {}));
        const auto rate = [&] {
            const auto preview = window.study().preview();
            return preview && preview->data.plan ? preview->info.actualNoiseRate : -1.0;
        };
        QTRY_COMPARE(rate(), 0.0);
        QVERIFY(window.problem("labels").isEmpty() && window.problem("label-column").isEmpty());
        write(truth.size());
        QTRY_COMPARE(rate(), 1.0);
        QVERIFY(window.document().set("noise-type", "none", {}));
        QTRY_VERIFY(!file->isVisible());
        QTRY_COMPARE(rate(), 0.0);
    }

    void aPresetIsOneStep()
    {
        SetupFixture window;
        for (const char* name : {"demo", "noise-imbalance", "mwnet-noise", "mwnet-imbalance"}) {
            const ExperimentConfig before = window.config();
            ExperimentConfig expected = before;
            QVERIFY(applyPreset(expected, name));
            window.find<QPushButton>((std::string("preset-") + name).c_str())->click();
            QVERIFY2(window.config() == expected, name);
            QCOMPARE(window.document().undoStack().count(), 1);
            window.document().undoStack().undo();
            QVERIFY(window.config() == before);
            window.document().undoStack().clear();
        }
    }

    void theFingerprintIsCopied()
    {
        SetupFixture window;
        QTRY_VERIFY(window.previewed());
        const QString code = QString::fromStdString(window.study().preview()->data.plan->fingerprintCode);
        auto* fingerprint = window.find<QToolButton>("fingerprint");
        QTRY_VERIFY(fingerprint->text().contains(code));
        fingerprint->click();
        QCOMPARE(QApplication::clipboard()->text(), code);
    }

    void aRecipeThatCannotBeSaysWhichSettingMendsIt()
    {
        SetupFixture window;
        QVERIFY(window.document().set("imbalance-factor", 1e6, {}));
        QTRY_VERIFY(!window.problem("imbalance-factor").isEmpty());
        QVERIFY(window.document().set("imbalance-factor", 5.0, {}));
        QTRY_VERIFY(window.problem("imbalance-factor").isEmpty());
        QVERIFY(window.find<QLineEdit>("data-dir")->isHidden() || !window.find<QLineEdit>("data-dir")->isVisible());
        QVERIFY(window.document().set("dataset", "cifar10", {}));
        QVERIFY(window.document().set("data-dir", "/nowhere", {}));
        QTRY_VERIFY(window.find<QLineEdit>("data-dir")->isVisible());
        auto* getter = window.find<QWidget>("dataGetter");
        QTRY_VERIFY(getter->isVisible());
        QVERIFY(getter->findChild<QLabel*>("fetchText")->text().contains(QLatin1String("/nowhere")));
        QVERIFY2(getter->findChild<QPushButton*>("fetchButton")->text().endsWith(QLatin1String(" MB")),
                 qPrintable(getter->findChild<QPushButton*>("fetchButton")->text())); // how much it fetches
        QVERIFY(window.problem("dataset").isEmpty());                                 // said once
        QVERIFY(window.document().set("dataset", "synthetic", {}));
        QVERIFY(window.document().set("data-dir", "", {}));
        QTRY_VERIFY(!getter->isVisible());
    }

    /// It stood under Data set.
    void aMissingFolderIsTheFoldersProblem()
    {
        SetupFixture window;
        QVERIFY(window.document().set("dataset", "folder", {}));
        QVERIFY(window.document().set("data-dir", "/nowhere", {}));
        QTRY_VERIFY(window.problem("data-dir").contains(QLatin1String("/nowhere")));
        QVERIFY(window.problem("dataset").isEmpty());
    }

    /// A download that ends while another study is in view is told to the study that waits for it.
    void whatWasFetchedIsReadByEveryStudy()
    {
        SetupFixture window;
        OpenStudy& waiting = window.study();
        QVERIFY(window.document().set("dataset", "mnist", {}));
        QVERIFY(window.document().set("data-dir", "/nowhere", {}));
        QTRY_VERIFY(window.previewed() && waiting.preview()->error);
        window.bench.newStudy(syntheticConfig());
        QSignalSpy read(&waiting, &OpenStudy::previewChanged);
        Q_EMIT window.find<DataGetter>("dataGetter")->fetched();
        QTRY_COMPARE(read.count(), 1);
    }

    /// The folder's error stands at the setting that leaves such files out, and goes when it is set.
    void brokenImagesOfAFolder()
    {
        QTemporaryDir folder;
        writeImageFolder(folder.path(), {"apple", "kiwi"}, 40);
        writeBytes(folder.filePath("kiwi/broken.png"), "no image");
        SetupFixture window;
        QVERIFY(window.find<QWidget>("skip-broken") && !window.find<QWidget>("skip-broken")->isVisible());
        QVERIFY(window.document().set("dataset", "folder", {}));
        QVERIFY(window.document().set("data-dir", folder.path().toStdString(), {}));
        QVERIFY(window.document().set("image-size", 8, {}));
        QTRY_VERIFY(window.problem("skip-broken").contains(QLatin1String("kiwi/broken.png")));
        QVERIFY(window.find<QWidget>("skip-broken")->isVisible() && window.find<QWidget>("exif-orientation")->isVisible());
        QVERIFY(window.document().set("skip-broken", true, {}));
        QTRY_VERIFY(window.previewed() && window.problem("skip-broken").isEmpty());
        QTRY_VERIFY(window.find<QLabel>("set-size")->text().contains(QLatin1String("kiwi/broken.png")));
        // Nobody knows whether the folder's labels are right.
        auto* classes = window.find<Panel>("classes");
        QTRY_VERIFY2(classes->summary().contains(QLatin1String("labels that they came with")), qPrintable(classes->summary()));
        QVERIFY(!classes->summary().contains(QLatin1String("right")));
        auto* matrix = window.find<Panel>("matrix");
        QTRY_VERIFY2(matrix->summary().contains(QLatin1String("labels are as they came")), qPrintable(matrix->summary()));
        QCOMPARE(matrix->scope(), QStringLiteral("row: label as it came, column: label now"));
        const auto* bars = window.find<ClassBars>("class-bars");
        const QString said = bars->saysAt(QPointF(bars->width() / 2.0, bars->height() / 2.0));
        QVERIFY2(said.contains(QLatin1String("image(s) trained on came with this label")), qPrintable(said));
        // Unless the user says that all of them are.
        QVERIFY(window.document().set("clean", everyLabelIsRight, {}));
        QTRY_VERIFY2(classes->summary().contains(QLatin1String("right")), qPrintable(classes->summary()));
        QTRY_VERIFY(matrix->scope().contains(QLatin1String("true")));
    }

    /// They are listed beside the window, before and after they are left out, and can be copied.
    void theListOfBrokenImages()
    {
        QTemporaryDir folder;
        writeImageFolder(folder.path(), {"apple", "kiwi"}, 40);
        writeBytes(folder.filePath("apple/empty.png"), {});
        writeBytes(folder.filePath("kiwi/broken.png"), "no image");
        SetupFixture window;
        auto* lead = window.find<QPushButton>("broken-images");
        QVERIFY(lead && !lead->isVisible());
        QVERIFY(window.document().set("dataset", "folder", {}));
        QVERIFY(window.document().set("data-dir", folder.path().toStdString(), {}));
        QVERIFY(window.document().set("image-size", 8, {}));
        QTRY_VERIFY(window.previewed() && lead->isVisible());
        QCOMPARE(lead->text(), QStringLiteral("Images that cannot be read: 2…"));
        QVERIFY(!window.find<BrokenImages>("brokenImages"));

        QTest::mouseClick(lead, Qt::LeftButton);
        const QPointer<BrokenImages> dialog = window.find<BrokenImages>("brokenImages");
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        auto* list = dialog->findChild<QTableView*>("brokenList");
        QCOMPARE(list->model()->rowCount(), 2);
        const auto at = [list](int row, int column) { return list->model()->index(row, column).data().toString(); };
        QCOMPARE(at(0, 0), QStringLiteral("apple/empty.png"));
        QCOMPARE(at(0, 1), QStringLiteral("0 bytes, expected an image"));
        QCOMPARE(at(1, 0), QStringLiteral("kiwi/broken.png"));
        QVERIFY(!at(1, 1).isEmpty());
        auto* copy = dialog->findChild<QPushButton*>("brokenCopy");
        QTest::mouseClick(copy, Qt::LeftButton);
        const QString first = QStringLiteral("apple/empty.png\t0 bytes, expected an image\n");
        QCOMPARE(QApplication::clipboard()->text(), first + QStringLiteral("kiwi/broken.png\t%1\n").arg(at(1, 1)));
        list->selectRow(0);
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), first);
        QTest::mouseClick(lead, Qt::LeftButton); // it is there already
        QCOMPARE(window.window.findChildren<BrokenImages*>().size(), 1);

        // The button is the setting, as one step of undo; the list stays. Both call it by one word.
        auto* skip = dialog->findChild<QPushButton*>("brokenSkip");
        QCOMPARE(skip->text(), QStringLiteral("Leave these images out"));
        QVERIFY(dialog->findChild<QLabel*>("brokenSentence")->text().endsWith(QLatin1String("or leave them out.")));
        const int steps = window.document().undoStack().count();
        QTest::mouseClick(skip, Qt::LeftButton);
        QVERIFY(window.config().data.skipBroken);
        QCOMPARE(window.document().undoStack().count(), steps + 1);
        QTRY_VERIFY(window.previewed() && !skip->isVisible());
        QVERIFY(dialog && dialog->isVisible() && lead->isVisible() && !window.study().preview()->error);
        QCOMPARE(list->model()->rowCount(), 2);
        QVERIFY(dialog->findChild<QLabel*>("brokenSentence")->text().contains(QLatin1String("left out")));
        window.document().undoStack().undo();
        QTRY_VERIFY(window.previewed() && skip->isVisible());

        // It goes with its folder, and with its study.
        QVERIFY(window.document().set("dataset", "synthetic", {}));
        QTRY_VERIFY(!dialog && !lead->isVisible());
        window.document().undoStack().undo();
        QTRY_VERIFY(window.previewed() && lead->isVisible());
        QTest::mouseClick(lead, Qt::LeftButton);
        QVERIFY(window.find<BrokenImages>("brokenImages"));
        window.bench.newStudy(syntheticConfig());
        QTRY_VERIFY(!window.find<BrokenImages>("brokenImages"));
    }

    /// Also where the data sets begin with the same class and have as many.
    void samplesNameTheClassesOfTheFolderInView()
    {
        QTemporaryDir first, second;
        writeImageFolder(first.path(), {"apple", "kiwi"}, 40);
        writeImageFolder(second.path(), {"apple", "pear"}, 40);
        SetupFixture window;
        const auto* classes = window.find<QComboBox>("sample-class");
        QVERIFY(window.document().set("dataset", "folder", {}));
        QVERIFY(window.document().set("image-size", 8, {}));
        QVERIFY(window.document().set("data-dir", first.path().toStdString(), {}));
        QTRY_COMPARE(classes->itemText(1), QStringLiteral("kiwi"));
        QVERIFY(window.document().set("data-dir", second.path().toStdString(), {}));
        QTRY_COMPARE(classes->itemText(1), QStringLiteral("pear"));
    }
};

QTEST_MAIN(tst_Recipe)
#include "tst_recipe.moc"
