// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"

namespace reweigh {

/// How large a paired difference is, in units of its own scatter. NaN throughout when n < 3 (J(1) is 0: two pairs
/// say nothing of their scatter), or where the differences do not scatter at all.
struct EffectSize {
    double g = 0.0;               ///< Hedges' g of the pairs: J(n-1) mean / deviation (Hedges 1981), free of small-sample bias
    double low = 0.0, high = 0.0; ///< exact 95 % interval: the noncentralities of Student's t that the seen t leaves likely,
                                  ///< over sqrt(n), times J (Steiger and Fouladi 1997)
};

EffectSize effectSize(const MeanInterval& interval);

/// Chance that a two-sided paired t test at `level` finds a true effect of `effect` deviations with `pairs` pairs, by the
/// noncentral t distribution. pairs >= 2, 0 < level < 1.
double pairedPower(double effect, int pairs, double level);

/// Fewest pairs at which pairedPower() reaches `power`; 0 if more than `most`, or if `effect` is 0 or not finite.
int pairsForPower(double effect, double level, double power, int most);

} // namespace reweigh
