// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace reweigh {

/// One part of a mixture of normal distributions.
struct NormalPart {
    double share = 0.0; ///< of all values, in (0, 1)
    double mean = 0.0;
    double variance = 0.0; ///< > 0
};

/// A mixture of two normal distributions: each value is drawn from one of them, and nobody knows from which.
struct TwoNormals {
    NormalPart low, high; ///< by their means

    /// The posterior probability that `x` was drawn from `low`, in [0, 1]. Limit: it need not fall with x. Where the variances differ, the
    /// wider part has both tails.
    double lowProbability(double x) const;
};

/// How fitTwoNormals() fits. These are the usual values of scikit-learn's GaussianMixture.
struct MixtureOptions {
    int iterations = 100;        ///< at most, >= 1
    double tolerance = 1e-3;     ///< the end: the mean log likelihood of a value has changed by less
    double addedVariance = 1e-6; ///< added to both variances, so that none is 0; > 0
};

/// Fits the mixture to `values`, finite numbers in any order, by expectation-maximisation (Dempster et al. 1977, Maximum Likelihood from
/// Incomplete Data via the EM Algorithm). It begins with the division in two parts that has the least sum of squared distances to the
/// parts' means, so that nothing is drawn and the order of the values does not matter. Returns nothing if there are fewer than two
/// different values.
std::optional<TwoNormals> fitTwoNormals(std::span<const double> values, const MixtureOptions& options = {});

} // namespace reweigh
