// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <limits>
#include <span>

namespace reweigh {

/// What weights do to wrong labels. Views and reports say it in words (widgets/text/WeightText.h).
enum class WeightEffect {
    NoWeights,      ///< no sample is weighed
    Flat,           ///< nearly all samples weigh the same, whatever their labels
    Unknown,        ///< there is no AUROC, because no label is known to be wrong
    WrongWeighMore, ///< wrong labels weigh more than right ones
    Weak,           ///< neither this nor that: hardly a difference, or one that so few samples or seeds do not show
    Separates,      ///< wrong labels weigh less than right ones
};

/// "no weights", "flat", "unknown", "wrong weigh more", "weak" or "separates", for files.
const char* nameOf(WeightEffect effect);

/// An interval of plausible values.
struct Interval {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

/// The 95 % interval of an AUROC in [0, 1] of `positives` against `negatives` samples, both > 0: all values that a test with the
/// variance of Hanley and McNeil (1982) at that value does not reject. The variance takes the mean of the two numbers for each of them
/// (Newcombe 2006, Statistics in Medicine 25, 559-573, method 5), so that 1 - AUROC has the mirrored interval. It leaves out 0.5 exactly
/// when the Mann-Whitney test in its normal approximation, without ties, rejects chance at 5 %. The interval covers the choice of
/// samples only, not what another training would give.
Interval aurocInterval(double auroc, double positives, double negatives);

/// What is known about the weights of one run. NaN stands for what is not known.
struct WeightEvidence {
    bool weighted = false;                                    ///< false: no sample is weighed, and nothing else is set
    double auroc = std::numeric_limits<double>::quiet_NaN();  ///< of 1 - weight as a score for wrong labels
    double wrong = std::numeric_limits<double>::quiet_NaN();  ///< number of samples whose label is wrong
    double right = std::numeric_limits<double>::quiet_NaN();  ///< number of the others
    double spread = std::numeric_limits<double>::quiet_NaN(); ///< weightSpread()
};

WeightEvidence weightEvidence(const EpochFigures& epoch);

/// The range of the middle 98 % of an epoch's weights, divided by their mean. For runs of earlier versions it has the precision of a
/// bin; NaN if the bins do not tell it, if there is no weight, or if all are 0.
double weightSpread(const WeightDistribution& distribution);

/// Weights whose weightSpread() is at most this are flat: against label noise or imbalance they can do next to nothing.
inline constexpr double flatSpread = 0.05;

/// From this AUROC on weights are said to separate, and up to 1 - this, wrong labels to weigh more. 0.7 is where Hosmer, Lemeshow and
/// Sturdivant (Applied Logistic Regression, 3rd edition, section 5.2.4) let acceptable discrimination begin.
inline constexpr double separatingAuroc = 0.7;

struct WeightVerdict {
    WeightEffect effect = WeightEffect::NoWeights;
    double auroc = std::numeric_limits<double>::quiet_NaN(); ///< of one run, or the mean over runs; NaN if there is none
    Interval interval;                                       ///< of the AUROC, 95 %; [0, 1] if nothing is known about it
    int runs = 0;                                            ///< number of runs that have an AUROC

    /// 1 if the interval lies above 0.5, so that wrong labels weigh less; -1 if it lies below; 0 if it holds 0.5 or there is none.
    int direction() const;
};

/// The verdict on the weights of an epoch. Flat goes before the others, because a difference between equal weights has no effect.
/// WrongWeighMore and Separates need both: an AUROC that reaches its threshold, and an interval without 0.5. The interval is that of
/// aurocInterval(); in runs of the first version, which counted no samples, it is [0, 1], so nothing is claimed for them.
WeightVerdict weightVerdict(const EpochFigures& epoch);

/// The same for the runs of one setting with different seeds: on the mean AUROC, with its Student-t interval over the runs, and the mean
/// spread. A single run has its own interval. Without runs: NoWeights.
WeightVerdict weightVerdict(std::span<const WeightEvidence> runs);

} // namespace reweigh
