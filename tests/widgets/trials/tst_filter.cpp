// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/trials/TrialStudy.h"
#include "widgets/trials/TrialFilterModel.h"
#include "widgets/trials/TrialScope.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace reweigh;
using test::TrialStudy;

class tst_Filter : public QObject {
    Q_OBJECT

    TrialTableModel m_trials;
    TrialFilterModel m_shown;
    QAbstractItemModelTester m_tester{&m_shown, QAbstractItemModelTester::FailureReportingMode::Fatal};

    std::vector<std::int64_t> numbers() const
    {
        std::vector<std::int64_t> numbers;
        for (int row = 0; row < m_shown.rowCount(); ++row)
            numbers.push_back(m_shown.trialAt(row));
        return numbers;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_shown.setSource(m_trials);
    }
    void init()
    {
        m_trials.setSnapshot(TrialStudy::snapshot(61));
        m_trials.setMarks({{5, {.star = true, .note = "Odd start", .tags = {"paper"}}}, {8, {.tags = {"paper", "again"}}}});
    }
    void cleanup()
    {
        m_shown.setText({});
        m_shown.setStates({});
        m_shown.setStarredOnly(false);
        m_shown.setTag({});
        m_shown.setLeft(std::nullopt);
        m_shown.sort(-1);
        QCOMPARE(m_shown.rowCount(), 61);
    }

    void words()
    {
        m_shown.setText("ODD");
        QCOMPARE(numbers(), (std::vector<std::int64_t>{5}));
        m_shown.setText("start odd");
        QCOMPARE(numbers(), (std::vector<std::int64_t>{5}));
        m_shown.setText("start nowhere");
        QVERIFY(numbers().empty());
        m_shown.setText("memory"); // a word of the error message
        QCOMPARE(numbers(), (std::vector<std::int64_t>{19}));
        m_shown.setText("label");
        for (const std::int64_t number : numbers())
            QVERIFY(TrialStudy::proposal(int(number)).metaNet.withLabel);
        QVERIFY(!numbers().empty());
        QVERIFY(numbers().size() < 61);
    }

    void marksThatChangeAreFollowed()
    {
        m_shown.setText("late");
        QVERIFY(numbers().empty());
        m_trials.setMarks({{9, {.note = "late riser"}}});
        QCOMPARE(numbers(), (std::vector<std::int64_t>{9}));
        m_shown.setText({});
        m_shown.setStarredOnly(true);
        QVERIFY(numbers().empty());
        m_trials.setMarks({{9, {.star = true}}});
        QCOMPARE(numbers(), (std::vector<std::int64_t>{9}));
    }

    void statesStarsAndTags()
    {
        m_shown.setStates({TrialState::Running, TrialState::Failed});
        QCOMPARE(numbers(), (std::vector<std::int64_t>{19, 60}));
        m_shown.setStates({});
        m_shown.setTag("paper");
        QCOMPARE(numbers(), (std::vector<std::int64_t>{5, 8}));
        m_shown.setStarredOnly(true);
        QCOMPARE(numbers(), (std::vector<std::int64_t>{5}));
        m_shown.setLeft(Selection::Trials{8, 9});
        QVERIFY(numbers().empty());
        m_shown.setStarredOnly(false);
        QCOMPARE(numbers(), (std::vector<std::int64_t>{8}));
        QVERIFY(m_shown.indexOf(8).isValid());
        QVERIFY(!m_shown.indexOf(5).isValid());
    }

    void sortsRawValuesWithNothingLast()
    {
        const int value = m_trials.columnOf(TrialColumn::Value);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_shown.sort(value, order);
            bool ended = false;
            std::optional<double> last;
            for (int row = 0; row < m_shown.rowCount(); ++row) {
                const std::optional<double> now = m_trials.trial(m_trials.rowOf(m_shown.trialAt(row))).value;
                QVERIFY2(now || row > 40, "nothing comes last");
                ended = ended || !now;
                QVERIFY(!ended || !now);
                if (now && last)
                    QVERIFY(order == Qt::AscendingOrder ? *last <= *now : *last >= *now);
                last = now;
            }
            QVERIFY(ended);
        }
    }

    void sortsByEveryColumn()
    {
        for (int column = 0; column < m_trials.columnCount(); ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                m_shown.sort(column, order);
                auto all = numbers();
                std::ranges::sort(all);
                QCOMPARE(all.size(), std::size_t(61));
                QVERIFY(std::ranges::adjacent_find(all) == all.end());
            }
    }

    void scope()
    {
        const StudySnapshot& study = m_trials.snapshot();
        QCOMPARE(countsText(study), QStringLiteral("61 · 51 done, 8 pruned, 1 failed, 1 running"));
        std::vector<const FrozenTrial*> done;
        for (const auto& trial : study.trials)
            if (trial->state == TrialState::Complete)
                done.push_back(trial.get());
        std::ranges::sort(done, [](const auto* a, const auto* b) { return *a->value > *b->value; });
        Selection::Trials best;
        for (int i = 0; i < 5; ++i)
            best.insert(done[std::size_t(i)]->number);
        QCOMPARE(brushText(study, best), QStringLiteral("brushed: top 10 %"));
        best.insert(done.back()->number);
        QCOMPARE(brushText(study, best), QStringLiteral("brushed: 6 trial(s)"));
    }

    void tenThousand()
    {
        TrialTableModel trials;
        TrialFilterModel shown;
        shown.setSource(trials);
        trials.setSnapshot(TrialStudy::snapshot(10000));
        QSignalSpy removed(&shown, &QAbstractItemModel::rowsRemoved);
        shown.sort(trials.columnOf(TrialColumn::Auroc), Qt::DescendingOrder);
        shown.setText("tanh label");
        QVERIFY(shown.rowCount() > 1000);
        QVERIFY(shown.rowCount() < 9000);
        QCOMPARE(removed.size(), 0);                     // a thousand separate removals would be slow
        for (int row = 1; row < shown.rowCount(); ++row) // AUROC falls with the number; trials without one come last
            QVERIFY(shown.trialAt(row - 1) < shown.trialAt(row) || !trials.row(trials.rowOf(shown.trialAt(row))).auroc);
        shown.setText({});
        QCOMPARE(shown.rowCount(), 10000);
    }
};

QTEST_MAIN(tst_Filter)
#include "tst_filter.moc"
