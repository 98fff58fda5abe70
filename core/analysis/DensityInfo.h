// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "core/search/Observation.h"

namespace reweigh {

/// Why TPE's next trial: the densities of good (l) and other (g) trials over one parameter, from the very estimator the sampler uses
/// (trials that run count as others), under the newest range of the parameter. None for a derived axis: nothing is drawn there.
struct DensityInfo {
    ParameterAxis axis;
    std::vector<double> x;    ///< 200 points equal on the axis' scale; categorical: the choices' indices
    std::vector<double> good; ///< l(x), density per unit of the axis' scale (log axes: per unit of ln x); categories: probability
    std::vector<double> rest; ///< g(x)
    int goodTrials = 0, restTrials = 0; ///< 0: TPE has not begun (fewer than its start-up trials); x, good and rest are empty then
    double favourite = 0.0;   ///< x of the largest l/g; of values with a step: the nearest
};

DensityInfo densityInfo(const TrialRefs& trials, Direction direction, const ParameterAxis& axis);

} // namespace reweigh
