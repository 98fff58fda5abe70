// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/SearchSpace.h"
#include "core/search/tpe/Mixture.h"

#include <cstddef>

namespace reweigh {

/// The settings of TPE in Optuna 5.0.0. The defaults are those for one objective.
struct TpeOptions {
    bool multivariate = true;       ///< draw the parameters that all trials have jointly
    bool group = false;             ///< draw jointly within groups of parameters that always occur together; needs multivariate
    bool constantLiar = true;       ///< running trials count as bad
    std::size_t startupTrials = 10; ///< finished trials before TPE takes over from random draws
    std::size_t candidates = 24;    ///< drawn for each suggestion, of which the best is taken; > 0
};

/// The weights of `count` observations, oldest first: all 1 for up to 25, else a linear ramp from 1/count to 1 and then
/// 25 ones (Bergstra et al. 2013, as in Optuna).
std::vector<double> observationWeights(std::size_t count);

/// The number of good trials among `finished` ones: a tenth, rounded up, at most 25.
std::size_t goodCount(std::size_t finished);

/// The Parzen estimator (Bergstra et al. 2011) of `observations`, [parameter][trial], with one row per parameter of
/// `space` in its order. `space` must not be empty; without trials, the prior alone remains.
Mixture parzenEstimator(const SearchSpace& space, const Points& observations);

} // namespace reweigh
