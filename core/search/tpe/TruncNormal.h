// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// log Phi(x), Phi the standard normal distribution function; below -20 by the asymptotic series
/// Phi(x) ~ phi(x)/|x| (1 - 1/x^2 + 3/x^4 - ...).
double logNormalCdf(double x);

/// log(Phi(b) - Phi(a)) for a <= b, worked in the left tail, where nothing cancels.
double logNormalMass(double a, double b);

/// The q-quantile, q in [0, 1], of the standard normal truncated to [a, b], whose log mass is `logMass`:
/// Newton's method on log Phi. NaN if a == b.
double truncNormalQuantile(double q, double a, double b, double logMass);

} // namespace reweigh
