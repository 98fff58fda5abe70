// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/SearchSpace.h"
#include "core/search/tpe/Mixture.h"

#include <cstddef>

namespace reweigh {

/// Optuna 5.0.0's settings of TPE, with its defaults for one objective.
struct TpeOptions {
    bool multivariate = true;  ///< draw parameters that all trials share jointly
    bool group = false;        ///< joint draws within groups that always occur together; needs multivariate
    bool constantLiar = true;  ///< trials that run now count as bad
    std::size_t startupTrials = 10; ///< finished trials before TPE takes over from random draws
    std::size_t candidates = 24;    ///< drawn for each suggestion, of which the best is taken; > 0
};


/// Weights of `count` observations, oldest first: all 1 below 25, else a ramp from 1/count to 1 and then
/// 25 ones (Bergstra et al. 2013, as Optuna has it).
std::vector<double> observationWeights(std::size_t count);

/// How many of `finished` trials count as good: a tenth, rounded up, at most 25.
std::size_t goodCount(std::size_t finished);

/// The Parzen estimator (Bergstra et al. 2011) of `observations`, which hold one row for each parameter of
/// `space`, in its order.
Mixture parzenEstimator(const SearchSpace& space, const Points& observations);

} // namespace reweigh
