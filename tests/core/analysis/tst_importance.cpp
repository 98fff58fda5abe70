// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ImportanceInfo.h"
#include "tests/core/analysis/AnalysisFixture.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace reweigh;
using namespace reweigh::test;

/// What importance must say whatever the estimator; tst_optuna holds it to Optuna's numbers.
class tst_Importance : public QObject {
    Q_OBJECT

    static ImportanceInfo::Entry named(const ImportanceInfo& info, const std::string& name)
    {
        const auto found = std::ranges::find(info.entries, name, &ImportanceInfo::Entry::name);
        return found == info.entries.end() ? ImportanceInfo::Entry() : *found;
    }

private Q_SLOTS:
    void findsWhatWasPlanted()
    {
        const auto trials = architectures(2000, 1);
        const ImportanceInfo info = importanceInfo(trialRefs(trials), Direction::Maximize);
        QVERIFY(info.enough);
        QCOMPARE(info.trials, 2000);
        QCOMPARE(info.good, 200);
        QCOMPARE(info.bootstraps, 200);
        QCOMPARE(info.entries.size(), std::size_t(9));
        QCOMPARE(info.entries[0].name, std::string("nodes_0")); // good trials are within a small part of the widths
        QCOMPARE(info.entries[1].name, std::string("input"));   // and have one input of four
        double sum = 0.0;
        for (std::size_t i = 0; i < info.entries.size(); ++i) {
            sum += info.entries[i].importance;
            QVERIFY(i == 0 || info.entries[i].importance <= info.entries[i - 1].importance);
            QVERIFY(info.entries[i].low <= info.entries[i].high && info.entries[i].low >= 0.0 && info.entries[i].high <= 1.0);
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-12);
        // Nothing in doubt here: the two intervals do not meet, and activation, which does nothing, is near nothing.
        QVERIFY(info.entries[0].low > info.entries[1].high);
        QVERIFY(named(info, "activation").high < 0.05);
    }

    void directionAndSeed()
    {
        auto trials = architectures(400, 2);
        const ImportanceInfo up = importanceInfo(trialRefs(trials), Direction::Maximize, 50, 1);
        const ImportanceInfo again = importanceInfo(trialRefs(trials), Direction::Maximize, 50, 1);
        const ImportanceInfo other = importanceInfo(trialRefs(trials), Direction::Maximize, 50, 2);
        const ImportanceInfo none = importanceInfo(trialRefs(trials), Direction::Maximize, 0);
        for (FrozenTrial& trial : trials)
            trial.value = -*trial.value;
        const ImportanceInfo down = importanceInfo(trialRefs(trials), Direction::Minimize, 50, 1);
        for (std::size_t i = 0; i < up.entries.size(); ++i) {
            QCOMPARE(down.entries[i].name, up.entries[i].name);
            QCOMPARE(down.entries[i].importance, up.entries[i].importance);
            QCOMPARE(again.entries[i].low, up.entries[i].low);
            QCOMPARE(other.entries[i].importance, up.entries[i].importance);
            QCOMPARE(none.entries[i].low, none.entries[i].importance);
        }
        QVERIFY(other.entries[0].low != up.entries[0].low);
    }

    /// The spread is that of the estimate: of studies drawn alike, about as many lie within it as should.
    void spreadIsOfTheRightSize()
    {
        std::vector<double> estimates;
        double width = 0.0;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto trials = architectures(300, 100 + seed);
            const ImportanceInfo info = importanceInfo(trialRefs(trials), Direction::Maximize, 100);
            const auto input = named(info, "input");
            estimates.push_back(input.importance);
            width += (input.high - input.low) / 20;
        }
        std::ranges::sort(estimates);
        const double truth = estimates[18] - estimates[1];
        QVERIFY2(width > 0.5 * truth && width < 2.0 * truth, qPrintable(QString("%1 of %2").arg(width).arg(truth)));
    }

    void tooLittleToSay()
    {
        QVERIFY(!importanceInfo({}, Direction::Maximize).enough);
        auto trials = architectures(10, 1);
        QVERIFY(!importanceInfo(trialRefs(trials), Direction::Maximize).enough); // one good trial
        QVERIFY(importanceInfo(trialRefs(trials), Direction::Maximize).entries.empty());
        trials = architectures(11, 1);
        QVERIFY(importanceInfo(trialRefs(trials), Direction::Maximize).enough);
        for (FrozenTrial& trial : trials)
            trial.value = 0.5;
        QVERIFY(!importanceInfo(trialRefs(trials), Direction::Maximize).enough); // all alike
    }

    /// A tie made two good trials out of one, so that three trials were enough where ten others were too few.
    void tiesDoNotMakeMoreTrials()
    {
        auto trials = architectures(3, 1);
        trials[0].value = trials[2].value = 0.389;
        trials[1].value = 0.278;
        const ImportanceInfo three = importanceInfo(trialRefs(trials), Direction::Maximize);
        QVERIFY(three.tooFew && !three.enough && three.entries.empty());
        QCOMPARE(three.good, 2);
        for (const int count : {10, 11}) {
            trials = architectures(count, 1);
            for (FrozenTrial& trial : trials)
                trial.value = trial.number < 4 ? 0.9 : 0.5;
            const ImportanceInfo info = importanceInfo(trialRefs(trials), Direction::Maximize);
            QCOMPARE(info.tooFew, count == 10);
            QCOMPARE(info.enough, count == 11);
        }
    }

    /// Of a range without an end there is no grid. A value may lie anywhere, for Optuna keeps what a user asks for.
    void rangesWithoutAnEnd()
    {
        constexpr double inf = std::numeric_limits<double>::infinity(), largest = std::numeric_limits<double>::max();
        auto trials = architectures(60, 5);
        const auto before = importanceInfo(trialRefs(trials), Direction::Maximize, 0);
        for (FrozenTrial& one : trials)
            for (const Parameter& endless : {real("all", -inf, inf, one.number % 7 ? *one.value : -inf), real("up", 0, inf, inf),
                                             real("wide", -largest, largest, 1e308 * *one.value)})
                one.parameters.push_back(endless);
        const auto after = importanceInfo(trialRefs(trials), Direction::Maximize, 0);
        QCOMPARE(after.entries.size(), before.entries.size() + 3);
        for (const auto& entry : before.entries)
            QCOMPARE(named(after, entry.name).importance, entry.importance);
        for (const char* endless : {"all", "up", "wide"})
            QCOMPARE(named(after, endless).importance, 0.0);
        const ImportanceGrid grid(FloatDistribution{.low = 0, .high = 1});
        QCOMPARE(grid.cells(), 50);
        QCOMPARE(grid.cellOf(inf), 49);
        QCOMPARE(grid.cellOf(-inf), 0);
        QCOMPARE(grid.cellOf(std::nan("")), 0);
    }

    void onlyCompleteTrialsCount()
    {
        auto trials = architectures(200, 4);
        const auto before = importanceInfo(trialRefs(trials), Direction::Maximize, 0);
        for (int i = 0; i < 100; ++i)
            trials.push_back(trial(200 + i, 10.0, {choice("activation", {"relu", "tanh"}, 1), real("elsewhere", 0, 1, 0.5)},
                                   i % 2 ? TrialState::Pruned : TrialState::Failed));
        trials.push_back(trial(300, std::numeric_limits<double>::infinity(), {choice("activation", {"relu", "tanh"}, 1)}));
        const auto after = importanceInfo(trialRefs(trials), Direction::Maximize, 0);
        QCOMPARE(after.trials, 200);
        QCOMPARE(after.entries.size(), before.entries.size());
        for (std::size_t i = 0; i < before.entries.size(); ++i)
            QCOMPARE(after.entries[i].importance, before.entries[i].importance);
    }
};

QTEST_APPLESS_MAIN(tst_Importance)
#include "tst_importance.moc"
