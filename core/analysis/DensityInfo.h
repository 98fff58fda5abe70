// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "core/search/Observation.h"
#include "core/search/tpe/ParzenEstimator.h"

namespace reweigh {

/// Explains where TPE draws next: the densities of good (l) and other (g) trials over one parameter, in its newest range. They come
/// from the same estimator as the sampler's; running trials count as others. A derived axis has no densities, as nothing is drawn. Steps
/// that are lost in the rounding of numbers of their size count as none. All densities are finite.
struct DensityInfo {
    ParameterAxis axis;
    bool begun = false;       ///< so many trials have finished that TPE draws
    std::vector<double> x;    ///< 200 points, equidistant on the axis' scale; categorical: the indices of the choices
    std::vector<double> good; ///< l(x), density per unit of the axis' scale (log axes: per unit of ln x); categories: probability
    std::vector<double> rest; ///< g(x), in the same unit
    /// Both 0, and x, good and rest empty: it has not `begun`, or the range has no end or is one value, or values lie too far outside it
    /// for a density.
    int goodTrials = 0, restTrials = 0;
    double favourite = 0.0; ///< the x with the largest l/g; if values have a step, the value nearest to it
};

/// `axis` is one of parameterAxes(trials). `startupTrials`: finished trials before TPE begins.
DensityInfo densityInfo(const TrialRefs& trials, Direction direction, const ParameterAxis& axis,
                        std::size_t startupTrials = TpeOptions().startupTrials);

} // namespace reweigh
