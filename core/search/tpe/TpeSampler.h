// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/RandomSampler.h"
#include "core/search/Sampler.h"
#include "core/search/tpe/KernelDensity.h"
#include "core/search/tpe/ParzenEstimator.h"
#include "core/search/tpe/TrialTable.h"

namespace reweigh {

/// Draws parameters by a tree-structured Parzen estimator (Bergstra et al. 2011; multivariate: Falkner et al. 2018). Every
/// value equals that of Optuna 5.0.0's TPESampler with the same seed. A sampler serves one study only.
class TpeSampler : public Sampler {
public:
    /// Throws std::invalid_argument for group without multivariate, or for no candidates.
    explicit TpeSampler(std::uint64_t seed, TpeOptions options = {});

    std::vector<Parameter> beginTrial(const History& history, std::size_t place) override;
    double suggest(const History& history, std::size_t place, const std::vector<Parameter>& joint, const std::string& name,
                   const Distribution& distribution) override;
    std::string state() const override;
    Status restore(const std::string& state) override;
    void reseed(std::uint64_t seed) override;

private:
    bool starting() const { return m_table.split().finished() < m_options.startupTrials; }

    /// Draws values for all parameters of `space`, which is not empty, jointly for the trial at `place`; in the order of `space`.
    std::vector<double> sample(const SearchSpace& space, const History& history, std::size_t place);

    TpeOptions m_options;
    std::uint64_t m_seed;
    NumpyRandom m_random;
    RandomSampler m_startup; ///< draws before TPE begins, from a second stream of the same seed
    TrialTable m_table;
    StepMasses m_stepMasses;
};

} // namespace reweigh
