// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NumberText.h"
#include "tests/widgets/trials/TrialStudy.h"
#include "widgets/text/HelpText.h"
#include "widgets/trials/TrialDetails.h"
#include "widgets/trials/TrialTableModel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include <algorithm>

using namespace reweigh;
using test::TrialStudy;

class tst_Models : public QObject {
    Q_OBJECT

    static QString text(const TrialTableModel& model, int row, TrialColumn::Kind kind)
    {
        return model.index(row, model.columnOf(kind)).data().toString();
    }

    /// The first `count` trials of `whole`, shared with it.
    static std::shared_ptr<StudySnapshot> part(const StudySnapshot& whole, std::size_t count)
    {
        auto study = std::make_shared<StudySnapshot>(whole);
        study->trials.resize(count);
        return study;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsWhatATrialIs()
    {
        TrialTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        auto study = TrialStudy::snapshot(30);
        study->variants = TrialStudy::retrained(3);
        model.setSnapshot(study);
        QCOMPARE(model.rowCount(), 30);
        QCOMPARE(text(model, 3, TrialColumn::State), QStringLiteral("✓ done"));
        QCOMPARE(text(model, 6, TrialColumn::State), QStringLiteral("⊘ pruned"));
        QVERIFY(text(model, 19, TrialColumn::State).startsWith(QStringLiteral("✕ failed: ")));
        QCOMPARE(text(model, 29, TrialColumn::State), QStringLiteral("▶ running · epoch 5 of 12"));
        QCOMPARE(text(model, 3, TrialColumn::Value), QString::number(TrialStudy::value(3), 'f', 4));
        QCOMPARE(text(model, 3, TrialColumn::Test), QString::number(TrialStudy::value(3) - 0.01, 'f', 4));
        QCOMPARE(text(model, 3, TrialColumn::BestEpoch), QStringLiteral("11"));
        QCOMPARE(text(model, 3, TrialColumn::Seed), QString::number(TrialStudy::facts(3).trainSeed));
        QStringList layers;
        for (const int nodes : TrialStudy::proposal(3).metaNet.hidden)
            layers << QString::number(nodes);
        QCOMPARE(text(model, 3, TrialColumn::Layers), layers.join(' '));
        QVERIFY(text(model, 3, TrialColumn::Retrained).startsWith(QStringLiteral("0.8640 ± ")));
        QVERIFY(text(model, 3, TrialColumn::Retrained).endsWith(QStringLiteral(" (3)")));
        QVERIFY(text(model, 4, TrialColumn::Retrained).isEmpty());
        // A running trial has no facts yet, so its parameters are used.
        QVERIFY(!text(model, 29, TrialColumn::Layers).isEmpty());
        QVERIFY(!model.index(29, model.columnOf(TrialColumn::Value)).data(TrialTableModel::RawRole).isValid());
        const auto side = Qt::Alignment(model.index(3, model.columnOf(TrialColumn::Value)).data(Qt::TextAlignmentRole).toInt());
        QVERIFY(side.testFlag(Qt::AlignRight));
    }

    /// A tool tip cannot hold a "?", so the glossary's words stand in it.
    void theHeaderExplainsItsTerm()
    {
        TrialTableModel model;
        model.setSnapshot(TrialStudy::snapshot(5));
        const auto tip = [&](TrialColumn::Kind kind) {
            return model.headerData(model.columnOf(kind), Qt::Horizontal, Qt::ToolTipRole).toString();
        };
        QVERIFY(tip(TrialColumn::Auroc).startsWith(QLatin1String("How well low weights find the wrong labels")));
        QVERIFY(helpTopic(QStringLiteral("auroc")));
        const QString term = plainHelp(helpTopic(QStringLiteral("auroc"))->html);
        QVERIFY2(tip(TrialColumn::Auroc).contains(term), qPrintable(tip(TrialColumn::Auroc)));
        // What is the mean of several epochs, unlike the last point of a curve, says so.
        QCOMPARE(tip(TrialColumn::Test), QStringLiteral("Test accuracy; never searched\nMean of the last 3 epoch(s)"));
        QVERIFY(tip(TrialColumn::Value).endsWith(QLatin1String("Mean of the last 3 epoch(s)")));
        QVERIFY(!tip(TrialColumn::MetaLr).contains(QLatin1String("Mean")));
        const QString number = model.index(3, model.columnOf(TrialColumn::Number)).data(Qt::ToolTipRole).toString();
        QVERIFY2(number.endsWith(QLatin1String("value: Mean of the last 3 epoch(s)")), qPrintable(number));
    }

    /// A narrow panel does not put a class size and its figure on two lines.
    void aFigureStaysWithItsWord()
    {
        const auto study = TrialStudy::snapshot(5);
        EpochFigures epoch{.epoch = 1};
        epoch.detection.aurocByGroup = {0.46, 0.49, 0.16};
        RunEpochs trained;
        trained.epochs = {epoch};
        const TrialDetails details = trialDetails(*study->trial(3), *study, &trained);
        const auto fact = std::ranges::find_if(details.facts, [](const TrialDetails::Fact& each) { return each.help == "auroc"; });
        QVERIFY(fact != details.facts.end());
        QVERIFY2(fact->text.contains(QStringLiteral("   medium\u00a00.49   few\u00a00.16")), qPrintable(fact->text));
    }

    void followsTheLocale()
    {
        TrialTableModel model;
        model.setSnapshot(TrialStudy::snapshot(5));
        QLocale::setDefault(QLocale(QLocale::German));
        const QString german = text(model, 3, TrialColumn::Value);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(german, text(model, 3, TrialColumn::Value).replace('.', ','));
        // Files do not follow the locale.
        QVERIFY(model.table({3}).toCsv().contains(numberText(TrialStudy::value(3)).c_str()));
    }

    void growsWithoutAReset()
    {
        TrialTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto whole = TrialStudy::snapshot(30);
        model.setSnapshot(part(*whole, 10));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setSnapshot(part(*whole, 25));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 10);
        QCOMPARE(inserted.first().at(2).toInt(), 24);
        QCOMPARE(changed.size(), 0);

        auto next = part(*whole, 25);
        for (const int row : {4, 5, 9}) {
            auto trial = std::make_shared<StudyTrial>(*next->trials[std::size_t(row)]);
            trial->value = 0.5;
            next->trials[std::size_t(row)] = trial;
        }
        model.setSnapshot(next);
        QCOMPARE(changed.size(), 2); // rows 4 to 5, and 9
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 4);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 5);
        QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 9);
        QCOMPARE(text(model, 4, TrialColumn::Value), QStringLiteral("0.5000"));
        QCOMPARE(resets.size(), 0);
        model.setSnapshot(TrialStudy::foreign(3, false));
        QCOMPARE(resets.size(), 1);
    }

    void aSearchWithoutAWriterIsCutOff()
    {
        TrialTableModel model;
        auto study = TrialStudy::snapshot(5);
        model.setSnapshot(study);
        auto left = std::make_shared<StudySnapshot>(*study);
        left->beingWritten = false;
        model.setSnapshot(left);
        QVERIFY(text(model, 4, TrialColumn::State).startsWith(QStringLiteral("‖ interrupted")));
        QCOMPARE(text(model, 4, TrialColumn::Duration), QStringLiteral("—"));
    }

    void anotherPrograms()
    {
        TrialTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSnapshot(TrialStudy::foreign(3, true));
        const auto first = TrialStudy::foreign(3, true);
        QCOMPARE(model.columnOf(TrialColumn::Layers), -1);
        QCOMPARE(model.columnCount(), 8);
        QCOMPARE(model.headerData(4, Qt::Horizontal).toString(), QStringLiteral("x"));
        QSignalSpy columns(&model, &QAbstractItemModel::columnsInserted);
        model.setSnapshot(TrialStudy::foreign(8, true));
        QCOMPARE(columns.size(), 1);
        QCOMPARE(model.columnCount(), 9);
        QCOMPARE(model.headerData(5, Qt::Horizontal).toString(), QStringLiteral("kind"));
        QCOMPARE(model.index(5, 5).data().toString(), QStringLiteral("b"));
        QCOMPARE(model.index(0, 5).data().toString(), QStringLiteral("—"));
    }

    /// Each of several objectives has a column; what violates a constraint is said.
    void severalObjectives()
    {
        auto study = std::make_shared<StudySnapshot>(*TrialStudy::foreign(3, true));
        study->directions = {Direction::Maximize, Direction::Minimize};
        study->objectiveNames = {"good", "time"};
        FrozenTrial trial = *study->trials[1];
        trial.value.reset();
        trial.state = TrialState::Complete;
        trial.objectives = {0.5, 1e-9};
        trial.systemAttributes["constraints"] = {1.0};
        study->trials[1] = std::make_shared<const StudyTrial>(trial);
        TrialTableModel model;
        model.setSnapshot(study);
        QCOMPARE(model.columnOf(TrialColumn::Value), -1);
        const int first = model.columnOf(TrialColumn::Objective);
        QCOMPARE(model.headerData(first, Qt::Horizontal).toString(), QStringLiteral("good"));
        QCOMPARE(model.headerData(first + 1, Qt::Horizontal).toString(), QStringLiteral("time"));
        QCOMPARE(model.index(1, first).data(TrialTableModel::RawRole).toDouble(), 0.5);
        QCOMPARE(model.index(1, first + 1).data().toString(), QLocale().toString(1e-9, 'g', 4));
        QCOMPARE(model.index(0, first).data().toString(), QStringLiteral("—"));
        QVERIFY(text(model, 1, TrialColumn::State).contains(QStringLiteral("violates a constraint")));
        QVERIFY(model.table({1}).header.contains(QStringLiteral("values_time")));
    }

    /// What the search is for stands beside the state, where a narrow window shows it, and before what was searched.
    void theValueStandsFirst()
    {
        for (const bool ours : {true, false}) {
            const auto columns = trialColumns(ours, {"x", "y"});
            const auto state = std::ranges::find(columns, TrialColumn::State, &TrialColumn::kind);
            QVERIFY(state != columns.end() && std::next(state) != columns.end());
            QCOMPARE(std::next(state)->kind, TrialColumn::Value);
        }
    }

    void marks()
    {
        TrialTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSnapshot(TrialStudy::snapshot(10));
        QSignalSpy edited(&model, &TrialTableModel::marksEdited);
        QVERIFY(model.setData(model.index(2, model.columnOf(TrialColumn::Tags)), " paper, odd ,paper,"));
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.first().at(0).toLongLong(), 2);
        QCOMPARE(edited.first().at(1).value<TrialMarks>().tags, (QStringList{"paper", "odd"}));
        QVERIFY(text(model, 2, TrialColumn::Tags).isEmpty()); // not shown until setMarks() is called

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setMarks({{2, {.tags = {"paper", "odd"}}}, {7, {.star = true}}});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(text(model, 2, TrialColumn::Tags), QStringLiteral("paper, odd"));
        QCOMPARE(text(model, 7, TrialColumn::Star), QStringLiteral("★"));
        QCOMPARE(model.allTags(), (QStringList{"odd", "paper"}));
        QVERIFY(model.flags(model.index(2, model.columnOf(TrialColumn::Note))).testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.flags(model.index(2, model.columnOf(TrialColumn::Value))).testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.setData(model.index(2, model.columnOf(TrialColumn::Value)), 0.9));
        model.setMarks({});
        QCOMPARE(text(model, 7, TrialColumn::Star), QStringLiteral("☆"));
    }
};

QTEST_MAIN(tst_Models)
#include "tst_models.moc"
