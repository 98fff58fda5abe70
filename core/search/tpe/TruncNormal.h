// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// log Phi(x), where Phi is the standard normal distribution function. Below -20 it uses the asymptotic series
/// Phi(x) ~ phi(x)/|x| (1 - 1/x^2 + 3/x^4 - ...).
double logNormalCdf(double x);

/// log(Phi(b) - Phi(a)) for a <= b. An interval on one side of 0 is computed in the left tail, which avoids cancellation.
double logNormalMass(double a, double b);

/// The q-quantile, q in [0, 1], of the standard normal distribution truncated to [a, b], by Newton's method on log Phi. `logMass`
/// must be logNormalMass(a, b). NaN if a == b.
double truncNormalQuantile(double q, double a, double b, double logMass);

} // namespace reweigh
