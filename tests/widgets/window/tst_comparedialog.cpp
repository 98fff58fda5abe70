// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineCores.h"
#include "core/experiment/PreparedData.h"
#include "tests/support/DataFiles.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/text/ErrorText.h"
#include "widgets/window/dialogs/CompareDialog.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace reweigh;
using namespace reweigh::test;

/// Tests of the dialog that chooses variants: every named variant with its purpose, and the user's own in the grammar of the
/// command line.
class tst_CompareDialog : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    template <typename Widget> static Widget* part(const CompareDialog& dialog, const char* name)
    {
        return dialog.findChild<Widget*>(QString::fromLatin1(name));
    }

    /// The same study, as if each trial had taken ten minutes.
    static StudySnapshot ofTenMinutes(StudySnapshot study)
    {
        for (auto& trial : study.trials) {
            auto slow = std::make_shared<StudyTrial>(*trial);
            slow->finished = *slow->started + std::chrono::seconds(600);
            trial = slow;
        }
        return study;
    }

private Q_SLOTS:
    void initTestCase() { useOwnSettings(); }

    void variantsAreOfferedCheckedAndRun()
    {
        OpenWindow open;
        OpenStudy& study = open.bench.open(finishedStudy(m_dir.filePath("study"), 2));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        auto* dialog = new CompareDialog(study, &open.window);
        dialog->show();
        for (const NamedVariant& variant : namedVariants()) {
            auto* box = dialog->findChild<QCheckBox*>(QStringLiteral("variant-") + QLatin1String(variant.name));
            QVERIFY(box && box->isChecked() == variant.byDefault);
            QVERIFY(box->accessibleDescription() == QLatin1String(variant.help)); // its purpose in one line
        }
        for (const QLabel* label : dialog->findChildren<QLabel*>()) // every purpose is seen whole
            if (label->wordWrap() && label->isVisible())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        const auto* oneSeed = part<QLabel>(*dialog, "compareOneSeed");
        QCOMPARE(part<QSpinBox>(*dialog, "compareSeeds")->value(), 1);
        QVERIFY2(oneSeed->isVisible() && oneSeed->text().contains(QLatin1String("One seed decides nothing")), qPrintable(oneSeed->text()));
        auto* own = part<QLineEdit>(*dialog, "compareOwn");
        auto* wrong = part<QLabel>(*dialog, "compareWrong");
        auto* start = part<QPushButton>(*dialog, "compareStart");
        QVERIFY(start->isEnabled() && !wrong->isVisible());
        for (const char* text : {"serched", "mine:metalr=1", "mine:weighting=none", "mine:searched", "mine:seed=3", "lr=0.1"}) {
            own->setText(QString::fromLatin1(text));
            QVERIFY2(!start->isEnabled() && wrong->isVisible() && wrong->text().size() > 20, text); // the message stands beside the input
        }
        own->setText(QStringLiteral("mine:searched,lr=0.05"));
        QVERIFY(start->isEnabled() && !wrong->isVisible());
        for (QCheckBox* box : dialog->findChildren<QCheckBox*>())
            box->setChecked(box->objectName() == QLatin1String("variant-searched"));
        QTest::keyClick(part<QSpinBox>(*dialog, "compareSeeds"), Qt::Key_Up);
        QVERIFY(!oneSeed->isVisible());
        const QString cost = part<QLabel>(*dialog, "compareCost")->text();
        QVERIFY(cost.startsWith(QLatin1String("4 training")));
        QVERIFY2(!cost.contains("Already finished"), qPrintable(cost));
        QSignalSpy compared(&study.runner(), &StudyRunner::comparisonFinished);
        start->click();
        QTRY_COMPARE_WITH_TIMEOUT(compared.size(), 1, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->variants.size(), std::size_t(2), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->variants[1].runs.size(), std::size_t(2), 20000);
        QCOMPARE(study.snapshot()->variants[1].name(), std::string("mine"));

        // The same variants are offered again, for their missing runs.
        const CompareDialog again(study, nullptr);
        QCOMPARE(part<QLineEdit>(again, "compareOwn")->text(), QStringLiteral("mine:searched,lr=0.05"));
        QVERIFY(part<QCheckBox>(again, "variant-searched")->isChecked() && !part<QCheckBox>(again, "variant-ce")->isChecked());
        QVERIFY(part<QLabel>(again, "compareCost")->text().contains("Already finished: 4"));

        // A variant that a panel proposes comes on top, once.
        study.proposeVariant({QStringLiteral("left-out:searched,lr=0.04")});
        const CompareDialog proposed(study, nullptr);
        QCOMPARE(part<QLineEdit>(proposed, "compareOwn")->text(), QStringLiteral("mine:searched,lr=0.05,left-out:searched,lr=0.04"));
        QVERIFY(part<QPushButton>(proposed, "compareStart")->isEnabled());
        QVERIFY(!part<QLineEdit>(CompareDialog(study, nullptr), "compareOwn")->text().contains(QLatin1String("left-out")));
    }

    /// Its file is written once it is compared: a question that is cancelled leaves none behind.
    void aProposedFileIsWrittenLate()
    {
        OpenWindow open;
        OpenStudy& study = open.bench.open(finishedStudy(m_dir.filePath("proposed"), 1));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        const std::filesystem::path file = m_dir.filePath("left-out.csv").toStdString();
        const QString text = QStringLiteral("left-out:searched,leave-out=") + m_dir.filePath("left-out.csv");
        for (const bool compare : {false, true}) {
            study.proposeVariant({text, file, "index,mark\n0,wrong\n"});
            auto* dialog = new CompareDialog(study, &open.window);
            QCOMPARE(part<QLineEdit>(*dialog, "compareOwn")->text(), text);
            QVERIFY(part<QPushButton>(*dialog, "compareStart")->isEnabled());
            QVERIFY(!std::filesystem::exists(file));
            compare ? part<QPushButton>(*dialog, "compareStart")->click() : dialog->reject();
            QCOMPARE(std::filesystem::exists(file), compare);
        }
        open.action(QStringLiteral("stop"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
    }

    /// A list that could not be read ended the comparison after the dialog had closed, and what was chosen was lost.
    void aListMustBeReadable()
    {
        OpenWindow open;
        OpenStudy& study = open.bench.open(finishedStudy(m_dir.filePath("lists"), 1));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(
            study.preview() && study.preview()->data.source && sameSource(study.preview()->options, study.storedConfig().data), 20000);
        auto* dialog = new CompareDialog(study, &open.window);
        dialog->show();
        auto* own = part<QLineEdit>(*dialog, "compareOwn");
        const auto* wrong = part<QLabel>(*dialog, "compareWrong");
        auto* start = part<QPushButton>(*dialog, "compareStart");
        const QString file = m_dir.filePath("list.csv"), text = QStringLiteral("mine:searched,leave-out=") + file;
        own->setText(text);
        QVERIFY2(!start->isEnabled() && wrong->isVisible() && wrong->text().contains(file), qPrintable(wrong->text()));
        QVERIFY(part<QLabel>(*dialog, "compareCost")->text().isEmpty());
        writeBytes(file, "index\n999999\n");
        own->setText(text + QLatin1Char(' '));
        QVERIFY2(!start->isEnabled() && wrong->text().contains(QLatin1String("index 999999")), qPrintable(wrong->text()));
        writeBytes(file, "index\n0\n");
        own->setText(text);
        QVERIFY2(start->isEnabled() && !wrong->isVisible(), qPrintable(wrong->text()));
        QVERIFY(QFile::remove(file)); // since it was looked at
        start->click();
        QVERIFY(dialog->isVisible() && !start->isEnabled() && wrong->text().contains(file));
        QCOMPARE(open.state(), RunState::Idle);
        dialog->reject();
    }

    /// A field of the form, of the device or the threads, whose text was refused: the value of before was used without a word.
    void aRefusedFieldIsAnObstacle()
    {
        OpenWindow open;
        OpenStudy& study = open.bench.open(finishedStudy(m_dir.filePath("refused"), 1));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        ExperimentDocument& document = study.document();
        auto* dialog = new CompareDialog(study, &open.window);
        dialog->show();
        auto* start = part<QPushButton>(*dialog, "compareStart");
        const auto* wrong = part<QLabel>(*dialog, "compareWrong");
        QVERIFY(start->isEnabled() && start->toolTip().isEmpty() && !wrong->isVisible());
        QVERIFY(!document.set("threads", "many", {}));
        QVERIFY(!start->isEnabled());
        QCOMPARE(start->toolTip(), errorText(*document.refused()));
        QVERIFY(wrong->isVisible() && wrong->text() == start->toolTip());
        start->click();
        QVERIFY(dialog->isVisible());
        QCOMPARE(open.state(), RunState::Idle);
        part<QLineEdit>(*dialog, "compareOwn")->setText(QStringLiteral("mine:searched,lr=0.05"));
        QVERIFY(!start->isEnabled()); // whatever is chosen
        QVERIFY(document.set("threads", 7, {}));
        QVERIFY(start->isEnabled() && start->toolTip().isEmpty() && !wrong->isVisible());
        QVERIFY(!document.set("threads", "many", {}));
        QVERIFY(!part<QPushButton>(CompareDialog(study, nullptr), "compareStart")->isEnabled()); // opened while the text stands there
        document.undoStack().undo(); // shows another number in place of the text
        QVERIFY(!document.refused() && start->isEnabled());
        dialog->reject();
    }

    void closesWithItsStudy()
    {
        OpenWindow open;
        OpenStudy& study = open.bench.open(finishedStudy(m_dir.filePath("closed"), 1));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        const QPointer<CompareDialog> dialog = new CompareDialog(study, &open.window);
        dialog->show();
        open.bench.close(study);
        QTRY_VERIFY(!dialog);
    }

    /// What a comparison costs is said before it begins, by what trainings of the study took.
    void costBefore()
    {
        OpenWindow open;
        OpenStudy& study = open.bench.open(finishedStudy(m_dir.filePath("cost"), 2));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        StudySnapshot timed = ofTenMinutes(*study.snapshot());
        const std::vector<Variant> variants = {{.name = "searched", .base = "searched"}, {.name = "ce", .base = "ce"}};
        const Result<ComparisonSize> size = comparisonSize(timed, study.storedConfig(), variants, 5);
        QVERIFY(size.ok());
        QCOMPARE(size->trainings, 10);
        QCOMPARE(size->done, 0);
        QCOMPARE(size->secondsEach, 600.0);
        QCOMPARE(*size->secondsLeft(1), 6000.0);
        QCOMPARE(*size->secondsLeft(3), 2400.0); // 4 rounds
        QCOMPARE(aboutTime(*size->secondsLeft(3)), QStringLiteral("about 40 minute(s)"));
        QCOMPARE(aboutTime(*size->secondsLeft(1)), QStringLiteral("about 1.7 hours"));
        QVERIFY(size->anew.empty());
        VariantResult before{.asked = variants[1], .hash = "other", .settings = {{"weighting", "none"}, {"lr", 0.9}}};
        before.runs.push_back({.seed = 1});
        timed.variants.push_back(before);
        const Result<ComparisonSize> again = comparisonSize(timed, study.storedConfig(), variants, 5);
        QVERIFY(again.ok() && again->done == 0);
        QCOMPARE(again->anew.size(), std::size_t(1));
        QCOMPARE(again->anew[0].first, std::string("ce"));
        QVERIFY(std::ranges::find(again->anew[0].second, "lr") != again->anew[0].second.end());
        QVERIFY(!ComparisonSize{.trainings = 3}.secondsLeft(1));                      // nothing was measured
        QVERIFY(!comparisonSize(StudySnapshot(), study.storedConfig(), variants, 5)); // no trial, no network to compare
    }

    /// The time is of as many trainings at once as will run: not of one where the cores allow more, nor of what is chosen for trials.
    void timeOfAsManyAtOnceAsWillRun()
    {
        OpenWindow open;
        OpenStudy& study = open.bench.open(finishedStudy(m_dir.filePath("at-once"), 1));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        StudySnapshot timed = ofTenMinutes(*study.snapshot());
        study.takeSnapshot(std::make_shared<StudySnapshot>(timed));
        const int cores = machineCores();
        study.document().setTrialsAtOnce(cores + 3, {});
        const CompareDialog dialog(study, nullptr);
        const auto says = [&](int count) {
            return part<QLabel>(dialog, "compareCost")->text().contains(QStringLiteral(", %1 at once").arg(count));
        };
        QVERIFY2(says(1), qPrintable(part<QLabel>(dialog, "compareCost")->text())); // it will measure
        timed.comparisonThreads = 1;
        study.takeSnapshot(std::make_shared<StudySnapshot>(timed));
        QVERIFY2(says(cores), qPrintable(part<QLabel>(dialog, "compareCost")->text())); // as the comparison before
        QVERIFY(study.document().set("threads", cores, {}));
        QVERIFY2(says(1), qPrintable(part<QLabel>(dialog, "compareCost")->text()));
    }
};

QTEST_MAIN(tst_CompareDialog)
#include "tst_comparedialog.moc"
