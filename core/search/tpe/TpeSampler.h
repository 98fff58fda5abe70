// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/RandomSampler.h"
#include "core/search/Sampler.h"
#include "core/search/tpe/KernelDensity.h"
#include "core/search/tpe/ParzenEstimator.h"
#include "core/search/tpe/TrialTable.h"

namespace reweigh {

/// Tree-structured Parzen estimator (Bergstra et al. 2011; multivariate: Falkner et al. 2018); suggestion for
/// suggestion that of Optuna 5.0.0's TPESampler with this seed. One study a sampler.
class TpeSampler : public Sampler {
public:
    explicit TpeSampler(std::uint64_t seed, TpeOptions options = {});

    std::vector<Parameter> beginTrial(const History& history, std::size_t place) override;
    double suggest(const History& history, std::size_t place, const std::vector<Parameter>& joint,
                   const std::string& name, const Distribution& distribution) override;
    std::string state() const override;
    Status restore(const std::string& state) override;

private:
    bool starting() const { return m_table.split().finished() < m_options.startupTrials; }

    /// Values for `space`, not empty, drawn together for the trial at `place`.
    std::vector<double> sample(const SearchSpace& space, const History& history, std::size_t place);

    TpeOptions m_options;
    std::uint64_t m_seed;
    NumpyRandom m_random;
    RandomSampler m_startup; ///< a stream of its own, from the same seed
    TrialTable m_table;
    StepMasses m_stepMasses;
};

} // namespace reweigh
