// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/HistoryInfo.h"
#include "core/study/StudyStorage.h"

#include <QtTest>

#include <cmath>
#include <optional>

using namespace reweigh;

class tst_History : public QObject {
    Q_OBJECT

    static std::vector<FrozenTrial> study()
    {
        const std::vector<std::pair<TrialState, double>> ends = {
            {TrialState::Complete, 0.5}, {TrialState::Pruned, 0.9},   {TrialState::Complete, 0.4}, {TrialState::Failed, 0.0},
            {TrialState::Complete, 0.7}, {TrialState::Complete, 0.7}, {TrialState::Running, 0.0}};
        std::vector<FrozenTrial> trials;
        for (const auto& [state, value] : ends) {
            FrozenTrial& trial = trials.emplace_back();
            trial.number = std::int64_t(trials.size()) - 1;
            trial.state = state;
            if (state == TrialState::Complete || state == TrialState::Pruned)
                trial.value = value;
        }
        return trials;
    }

    static std::vector<double> bests(const HistoryInfo& info)
    {
        std::vector<double> values;
        for (const auto& point : info.points)
            values.push_back(point.best);
        return values;
    }

private Q_SLOTS:
    void bestSoFar()
    {
        const auto trials = study();
        const HistoryInfo up = historyInfo(trialRefs(trials), Direction::Maximize);
        QCOMPARE(bests(up), (std::vector<double>{0.5, 0.5, 0.7, 0.7}));
        QCOMPARE(up.points[2].number, std::int64_t(4));
        QVERIFY(up.points[2].improved && !up.points[3].improved); // the first of equals is the best
        QCOMPARE(up.sinceBest(), 1);
        const HistoryInfo down = historyInfo(trialRefs(trials), Direction::Minimize);
        QCOMPARE(bests(down), (std::vector<double>{0.5, 0.4, 0.4, 0.4}));
        QCOMPARE(down.sinceBest(), 2);
    }

    /// What another quantity is, and what a trial lacks.
    void otherQuantities()
    {
        const auto trials = study();
        const auto read = [](const FrozenTrial& trial) { return trial.number < 4 ? std::optional(-double(trial.number)) : std::nullopt; };
        const HistoryInfo down = historyInfo(trialRefs(trials), Direction::Minimize, read);
        QCOMPARE(bests(down), (std::vector<double>{0.0, -2.0}));
        QCOMPARE(down.points[1].number, std::int64_t(2));
        QCOMPARE(down.pruned, 1);
        const HistoryInfo none = historyInfo(trialRefs(trials), std::nullopt, read);
        QCOMPARE(none.points.size(), std::size_t(2));
        QCOMPARE(none.points[1].value, -2.0);
        QVERIFY(std::isnan(none.points[1].best) && !none.points[1].improved);
        QCOMPARE(none.sinceBest(), 2);
    }

    void countsTheOthers()
    {
        const auto trials = study();
        const HistoryInfo info = historyInfo(trialRefs(trials), Direction::Maximize);
        QCOMPARE(info.pruned, 1);
        QCOMPARE(info.failed, 1);
        QCOMPARE(info.running, 1);
    }

    void agreesWithBestTrial()
    {
        const auto trials = study();
        for (const Direction direction : {Direction::Minimize, Direction::Maximize})
            QCOMPARE(historyInfo(trialRefs(trials), direction).points.back().best, *bestTrial(trialRefs(trials), direction)->value);
    }

    void emptyStudy()
    {
        QVERIFY(historyInfo({}, Direction::Maximize).points.empty());
        QCOMPARE(historyInfo({}, Direction::Maximize).sinceBest(), 0);
        QVERIFY(!bestTrial({}, Direction::Maximize));
    }
};

QTEST_APPLESS_MAIN(tst_History)
#include "tst_history.moc"
