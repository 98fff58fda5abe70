// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/Feasibility.h"
#include "core/study/ParetoFront.h"
#include "core/study/StudyStorage.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace reweigh;

/// Trials that violate constraints, and trials of several objectives.
class tst_Feasible : public QObject {
    Q_OBJECT

    static constexpr double infinity = std::numeric_limits<double>::infinity();

    static FrozenTrial complete(std::int64_t number, double value, const Attributes& system = {})
    {
        FrozenTrial trial{.number = number, .trialId = number + 1, .state = TrialState::Complete, .value = value};
        trial.systemAttributes = system;
        return trial;
    }

    static FrozenTrial several(std::int64_t number, std::vector<double> objectives)
    {
        FrozenTrial trial{.number = number, .trialId = number + 1, .state = TrialState::Complete};
        trial.objectives = std::move(objectives);
        return trial;
    }

    static std::vector<std::int64_t> numbers(const TrialRefs& trials)
    {
        std::vector<std::int64_t> all;
        for (const FrozenTrial* trial : trials)
            all.push_back(trial->number);
        return all;
    }

private Q_SLOTS:
    /// Both forms in which Optuna stores them; an entry replaces the list's value of its name.
    void constraints()
    {
        QVERIFY(constraintsOf(complete(0, 1)).empty() && isFeasible(complete(0, 1)));
        const FrozenTrial listed = complete(0, 1, {{"constraints", {0.5, -1}}, {"constrained", 3}});
        QCOMPARE(constraintsOf(listed), (std::map<std::string, double>{{"0", 0.5}, {"1", -1.0}}));
        QVERIFY(!isFeasible(listed));
        const FrozenTrial both = complete(0, 1, {{"constraints", {0.5, -1}}, {"constraints:0", 0}, {"constraints:memory", -2.5}});
        QCOMPARE(constraintsOf(both), (std::map<std::string, double>{{"0", 0.0}, {"1", -1.0}, {"memory", -2.5}}));
        QVERIFY(isFeasible(both)); // 0 is allowed
        QVERIFY(!isFeasible(complete(0, 1, {{"constraints:memory", infinity}})));
        QVERIFY(isFeasible(complete(0, 1, {{"constraints", nullptr}}))); // Optuna's, where constraints_func failed
        QVERIFY(!isFeasible(complete(0, 1, {{"constraints", {std::nan("")}}})));
        QVERIFY(!isFeasible(complete(0, 1, {{"constraints:memory", "much"}})));
    }

    void theBestIsFeasible()
    {
        const std::vector<FrozenTrial> trials = {complete(0, 0.9, {{"constraints", {1}}}), complete(1, 0.2),
                                                 complete(2, 0.7, {{"constraints", {-1}}}), complete(3, 0.1, {{"constraints:a", 1e-9}})};
        QCOMPARE(bestTrial(trialRefs(trials), Direction::Maximize)->number, std::int64_t(2));
        QCOMPARE(bestTrial(trialRefs(trials), Direction::Minimize)->number, std::int64_t(1));
        QCOMPARE(numbers(bestTrials(trialRefs(trials), Direction::Maximize, 5)), (std::vector<std::int64_t>{2, 1}));
        const std::vector<FrozenTrial> none = {complete(0, 0.9, {{"constraints", {1}}})};
        QVERIFY(!bestTrial(trialRefs(none), Direction::Maximize));
    }

    void paretoFronts()
    {
        using enum Direction;
        std::vector<FrozenTrial> trials = {several(0, {1, 5}), several(1, {2, 4}), several(2, {2, 6}),        several(3, {3, 3}),
                                           several(4, {1, 5}), several(5, {0, 9}), several(6, {infinity, 7}), several(7, {3, 4})};
        QCOMPARE(numbers(paretoFront(trialRefs(trials), {Minimize, Minimize})), (std::vector<std::int64_t>{0, 1, 3, 4, 5}));
        QCOMPARE(numbers(paretoFront(trialRefs(trials), {Maximize, Minimize})), (std::vector<std::int64_t>{3, 6}));
        QCOMPARE(numbers(paretoFront(trialRefs(trials), {Maximize, Maximize})), (std::vector<std::int64_t>{5, 6}));
        trials[5].systemAttributes["constraints"] = nlohmann::json::array({0.5});
        trials[3].state = TrialState::Pruned;
        trials.push_back(several(8, {-1, std::nan("")}));
        trials.push_back(several(9, {-1}));
        QCOMPARE(numbers(paretoFront(trialRefs(trials), {Minimize, Minimize})), (std::vector<std::int64_t>{0, 1, 4}));
        QVERIFY(paretoFront({}, {Minimize, Minimize}).empty());
    }
};

QTEST_GUILESS_MAIN(tst_Feasible)
#include "tst_feasible.moc"
