// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Sampler.h"

#include <QtTest>

#include <cmath>
#include <functional>

namespace reweigh::test {

/// A simulated study: the number of layers decides which parameters nodes_i a trial has, some trials are pruned or fail,
/// and up to `workers` trials run at the same time.
class SampledStudy {
public:
    explicit SampledStudy(std::size_t workers)
        : m_workers(workers)
    {
    }

    /// Begins the next trial and draws its parameters. If `workers` trials are then running, the oldest of them ends.
    void step(Sampler& sampler)
    {
        const auto number = static_cast<std::int64_t>(m_trials.size());
        m_trials.push_back({number, TrialState::Running, {}, {}, {}, {}});
        m_trials.back().joint = sampler.beginTrial(m_history, number);
        suggest(sampler, "kind", CategoricalDistribution{{"relu", "tanh", nullptr}});
        const double layers = suggest(sampler, "layers", IntDistribution{1, 3});
        for (int i = 0; i < static_cast<int>(layers); ++i)
            suggest(sampler, "nodes_" + std::to_string(i), IntDistribution{8, 512, true});
        suggest(sampler, "rate", FloatDistribution{1e-5, 1e-1, true});
        suggest(sampler, "drop", FloatDistribution{0.0, 0.5, false, 0.1});
        suggest(sampler, "stride", IntDistribution{-10, 10, false, 5});
        suggest(sampler, "only", IntDistribution{7, 7});
        if (m_trials.size() >= m_workers)
            end(m_trials[m_trials.size() - m_workers]);
    }

    const std::vector<Observation>& trials() const { return m_trials; }

private:
    double suggest(Sampler& sampler, const std::string& name, const Distribution& distribution)
    {
        Observation& trial = m_trials.back();
        const double value = sampler.suggest(m_history, trial.number, trial.joint, name, distribution);
        trial.parameters.push_back({name, distribution, value});
        return value;
    }

    static void end(Observation& trial)
    {
        const double value = std::sin(static_cast<double>(trial.number)) - trial.parameters[1].value;
        trial.intermediate = {{0, value / 2}};
        trial.joint.clear();
        trial.state = trial.number % 7 == 3 ? TrialState::Pruned : trial.number % 11 == 5 ? TrialState::Failed : TrialState::Complete;
        if (trial.state == TrialState::Complete)
            trial.value = value;
    }

    std::size_t m_workers;
    std::vector<Observation> m_trials;
    History m_history{Direction::Maximize, &m_trials};
};

inline std::vector<std::vector<Parameter>> parametersOf(const SampledStudy& study)
{
    std::vector<std::vector<Parameter>> parameters;
    for (const Observation& trial : study.trials())
        parameters.push_back(trial.parameters);
    return parameters;
}

/// Checks what holds for every Sampler; `make` makes one with the given seed.
inline void checkSampler(const std::function<std::unique_ptr<Sampler>(std::uint64_t seed)>& make)
{
    constexpr int trials = 40, cut = 23;
    for (const std::size_t workers : {1u, 3u}) {
        const auto sampler = make(5);
        SampledStudy whole(workers);
        for (int i = 0; i < trials; ++i)
            whole.step(*sampler);

        for (const Observation& trial : whole.trials())
            for (const Parameter& parameter : trial.parameters)
                QVERIFY2(contains(parameter.distribution, parameter.value), parameter.name.c_str());

        // The same seed draws the same parameters; another seed draws different ones.
        const auto again = make(5), other = make(6);
        SampledStudy repeated(workers), different(workers);
        for (int i = 0; i < trials; ++i) {
            repeated.step(*again);
            different.step(*other);
        }
        QVERIFY(parametersOf(repeated) == parametersOf(whole));
        QVERIFY(parametersOf(different) != parametersOf(whole));

        // A sampler that takes over the state of another one continues as that one would have.
        SampledStudy resumed(workers);
        const auto first = make(5), second = make(99);
        for (int i = 0; i < cut; ++i)
            resumed.step(*first);
        QVERIFY(second->restore(first->state()).ok());
        QCOMPARE(second->state(), first->state());
        for (int i = cut; i < trials; ++i)
            resumed.step(*second);
        QVERIFY(parametersOf(resumed) == parametersOf(whole));
        QCOMPARE(second->state(), sampler->state());
    }

    // A reseeded sampler continues a study as a new one with that seed does, whatever study it served before.
    const auto used = make(5), fresh = make(9), first = make(6), second = make(6);
    SampledStudy elsewhere(1), reseeded(1), expected(1);
    for (int i = 0; i < cut; ++i) {
        elsewhere.step(*used);
        reseeded.step(*first);
        expected.step(*second);
    }
    QVERIFY(parametersOf(elsewhere) != parametersOf(reseeded));
    used->reseed(9);
    QCOMPARE(used->state(), fresh->state());
    for (int i = cut; i < trials; ++i) {
        reseeded.step(*used);
        expected.step(*fresh);
    }
    QVERIFY(parametersOf(reseeded) == parametersOf(expected));
    QCOMPARE(used->state(), fresh->state());

    // An invalid state is refused and changes nothing.
    const auto sampler = make(5);
    const std::string before = sampler->state();
    for (const char* text : {"", "{", "7", "{}", R"({"seed": 1, "drawn": {"other": 2}})", R"({"seed": -1, "drawn": {}})"}) {
        const Status refused = sampler->restore(text);
        QVERIFY2(!refused, text);
        QCOMPARE(refused.error().code, ErrorCode::StudyCorrupt);
    }
    QCOMPARE(sampler->state(), before);
}

} // namespace reweigh::test
