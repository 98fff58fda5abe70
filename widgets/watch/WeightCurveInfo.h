// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightDensity.h"
#include "core/live/follow/RunEpochs.h"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace reweigh {

/// The learned weight over the loss after one epoch, ready to draw: the curve, what lies behind it, and earlier curves.
struct WeightCurveInfo {
    struct Curve {
        int epoch = 0;
        std::vector<double> loss, weight; ///< weight NaN where it is not known
    };
    Curve curve;
    std::vector<double> right, wrong; ///< density of samples per unit of loss, at curve.loss; each integrates to 1
    int rightCount = 0, wrongCount = 0; ///< 0 and 0: not counted
    std::vector<Curve> earlier;       ///< at most `earlierCurves`, oldest first, evenly spread
    std::array<WeightDensity, 2> weights; ///< of right and wrong samples; n = 0 where not counted
    double binWidth = 0.0;            ///< of the loss
    double largestLoss = 0.0;         ///< over all of the training's epochs, so that a replay's axis stands still

    /// Stretches of the loss where no sample was seen, within [0, until]; gaps narrower than `narrowGap` bins between samples
    /// are none.
    std::vector<std::pair<double, double>> unseen(double until) const;
    /// True where the bin's loss lies in such a stretch.
    std::vector<bool> unseenBins() const;

    /// What is known at a loss.
    struct Reading {
        double loss = 0.0, weight = 0.0;            ///< weight between the bins' centres; NaN where it is not known
        double rightShare = 0.0, wrongShare = 0.0;  ///< of all right (wrong) samples, within `reach` of the loss
        int right = 0, wrong = 0;                   ///< the same as counts; 0 where counts are not counted
    };
    static constexpr double reach = 0.1;
    Reading at(double loss) const;
};
inline constexpr int earlierCurves = 8;
inline constexpr int narrowGap = 3;

/// After the epoch at `position` of `run`. Its curve is empty for plain cross entropy.
WeightCurveInfo weightCurveInfo(const RunEpochs& run, std::size_t position);

} // namespace reweigh
