// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightDensity.h"
#include "core/live/follow/RunEpochs.h"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace reweigh {

/// The learned weight over the loss after one epoch, ready to draw: the curve, the distribution of samples over the loss, and
/// earlier curves. The vectors right, wrong, curve.loss and curve.weight have one value per bin of the loss.
struct WeightCurveInfo {
    struct Curve {
        int epoch = 0;
        std::vector<double> loss, weight; ///< weight is NaN where it is not known
    };
    Curve curve;
    std::vector<double> right, wrong;     ///< density of samples per unit of loss in the bins centred at curve.loss; each integrates to 1
    int rightCount = 0, wrongCount = 0;   ///< 0 and 0: not counted
    std::vector<Curve> earlier;           ///< at most `earlierCurves`, oldest first, evenly spread
    std::array<WeightDensity, 2> weights; ///< weight densities of samples with right and wrong labels; n = 0 if not counted
    double binWidth = 0.0;                ///< width of a bin of the loss
    double largestLoss = 0.0;             ///< over all of the training's epochs, so that the axis is constant during a replay
    double upper = 1.0;                   ///< where the axis of the weight ends, over all epochs too: 1, or more where a weight exceeds 1
    bool ownLabels = false;               ///< of a user's own images: `wrong` are labels that the recipe changed, `right` the others

    /// Intervals of the loss within [0, until] where no sample was seen, ascending. Gaps of fewer than `narrowGap` bins between
    /// samples are not counted.
    std::vector<std::pair<double, double>> unseen(double until) const;
    /// One value per bin: true if the bin lies in such an interval.
    std::vector<bool> unseenBins() const;

    /// The values of the curve and the distributions near one loss.
    struct Reading {
        double loss = 0.0, weight = 0.0;           ///< weight interpolated between the centres of bins; NaN where it is not known
        double rightShare = 0.0, wrongShare = 0.0; ///< share of all right (wrong) samples within `reach` of the loss
        int right = 0, wrong = 0;                  ///< the same as numbers of samples; 0 if samples were not counted
    };
    /// Half-width of the interval of losses in which samples are counted.
    static constexpr double reach = 0.1;
    Reading at(double loss) const;
};
inline constexpr int earlierCurves = 8;
inline constexpr int narrowGap = 3;

/// The info after the epoch at index `position` of `run`. Its curve is empty for plain cross entropy.
WeightCurveInfo weightCurveInfo(const RunEpochs& run, std::size_t position);

} // namespace reweigh
