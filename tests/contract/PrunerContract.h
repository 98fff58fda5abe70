// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/study/PrunerFactory.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace reweigh::test {

/// A study in progress: trials that have ended, in every state, and a running one that has reported a few steps.
struct PrunedStudy {
    std::vector<Observation> trials; ///< the last one is running
    Direction direction = Direction::Maximize;

    History history() const { return {direction, &trials}; }

    /// Draws a study with `ended` trials before the running one, which has `reports` reports. `odd`: the probability that a report is NaN
    /// or infinite. All other values are multiples of 1/8, so that sums are exact and ties occur.
    static PrunedStudy drawn(std::uint64_t seed, int ended, int reports, double odd)
    {
        Rng rng(seed);
        const auto report = [&](Observation& trial, int step) {
            constexpr double infinity = std::numeric_limits<double>::infinity();
            const double special[] = {std::numeric_limits<double>::quiet_NaN(), infinity, -infinity};
            const double value = rng.uniform() < odd ? special[std::size_t(3 * rng.uniform())] : std::round(8 * rng.uniform()) / 8;
            trial.intermediate.emplace_back(step, value);
        };
        PrunedStudy study;
        for (int number = 0; number <= ended; ++number) {
            Observation& trial = study.trials.emplace_back();
            trial.number = number;
            const bool running = number == ended;
            const double fate = rng.uniform();
            trial.state = running      ? TrialState::Running
                          : fate < 0.7 ? TrialState::Complete
                          : fate < 0.9 ? TrialState::Pruned
                                       : TrialState::Failed;
            const int steps = running ? reports : trial.state == TrialState::Complete ? 8 : 1 + int(7 * rng.uniform());
            for (int step = 1; step <= steps; ++step)
                report(trial, step);
            if (trial.state == TrialState::Complete)
                trial.value = 0.5;
        }
        return study;
    }

    /// The same study with the opposite direction and the opposite sign of every value.
    PrunedStudy mirrored() const
    {
        PrunedStudy other = *this;
        other.direction = direction == Direction::Maximize ? Direction::Minimize : Direction::Maximize;
        for (Observation& trial : other.trials) {
            for (auto& [step, value] : trial.intermediate)
                value = -value;
            if (trial.value)
                trial.value = -*trial.value;
        }
        return other;
    }

    bool hasInfinities() const
    {
        return std::ranges::any_of(trials, [](const Observation& trial) {
            return std::ranges::any_of(trial.intermediate, [](const auto& report) { return std::isinf(report.second); });
        });
    }

    int complete() const { return int(std::ranges::count(trials, TrialState::Complete, &Observation::state)); }
};

/// Checks what holds for every Pruner. `make` makes one with the given values of its own settings, and the usual values of the others;
/// `settings`: the pruner's own settings.
inline void checkPruner(const std::function<std::unique_ptr<Pruner>(const OwnValues&)>& make, const std::vector<OwnSetting>& settings)
{
    const auto has = [&](const char* key) { return std::ranges::find(settings, std::string(key), &OwnSetting::key) != settings.end(); };
    constexpr const char* startup = "pruner-startup-trials";
    constexpr const char* warmup = "pruner-warmup-epochs";
    OwnValues eager;
    for (const char* key : {startup, warmup})
        if (has(key))
            eager[key] = 0;

    const auto ask = [](const Pruner& pruner, PrunedStudy study) {
        Attributes kept;
        const bool answer = pruner.shouldPrune(study.history(), study.trials.back(), kept);
        // A pruner stores attributes with the trial. Asked again when they are there, it must answer and store the same.
        for (const auto& [key, value] : kept)
            study.trials.back().attributes[key] = value;
        Attributes again;
        if (pruner.shouldPrune(study.history(), study.trials.back(), again) != answer)
            qFatal("a pruner that was asked again changed its mind");
        for (const auto& [key, value] : again)
            if (study.trials.back().attributes.at(key) != value)
                qFatal("a pruner that was asked again noted something else");
        return answer;
    };
    int pruned = 0, kept = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const PrunedStudy study = PrunedStudy::drawn(seed, int(seed % 12), int(seed % 8), seed % 3 == 0 ? 0.3 : 0.0);
        const auto pruner = make(eager);
        const bool answer = ask(*pruner, study);
        (answer ? pruned : kept)++;

        // The same history gives the same answer, also a second time and from another pruner with the same settings.
        QCOMPARE(ask(*pruner, study), answer);
        QCOMPARE(ask(*make(eager), study), answer);
        // Maximising and minimising differ in the sign only. (With infinite reports Optuna's arithmetic is not symmetric.)
        if (!study.hasInfinities())
            QCOMPARE(ask(*pruner, study.mirrored()), answer);
        // A trial without reports is not pruned, nor is one in a study without complete trials.
        if (study.trials.back().intermediate.empty() || study.complete() == 0)
            QVERIFY(!answer);
        // No trial is pruned before enough trials are complete, or before the warm-up has ended.
        if (has(startup))
            QVERIFY(!ask(*make({{startup, study.complete() + 1}, {warmup, 0}}), study));
        if (has(warmup) && !study.trials.back().intermediate.empty())
            QVERIFY(!ask(*make({{startup, 0}, {warmup, study.trials.back().intermediate.back().first + 1}}), study));
    }
    QVERIFY2(pruned > 20 && kept > 20, "the cases must show both answers");

    // Clear cases: the worst of all trials is pruned, the best is not; -infinity and NaN are the worst values, infinity is the best.
    const double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto& [reported, goes] :
         {std::pair(0.0, true), std::pair(1.0, false), std::pair(-infinity, true), std::pair(infinity, false), std::pair(nan, true)}) {
        PrunedStudy study;
        for (int number = 0; number < 12; ++number) {
            study.trials.push_back({.number = number, .state = TrialState::Complete, .value = 0.5});
            for (int step = 1; step <= 8; ++step)
                study.trials.back().intermediate.emplace_back(step, number == 5 ? nan : 0.4 + 0.01 * number);
        }
        study.trials.push_back({.number = 12, .state = TrialState::Running});
        for (int step = 1; step <= 8; ++step)
            study.trials.back().intermediate.emplace_back(step, reported);
        QCOMPARE(ask(*make({}), study), goes);
        QCOMPARE(ask(*make({}), study.mirrored()), goes);
    }
}

} // namespace reweigh::test
