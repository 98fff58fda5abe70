// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// By how much the best of `trials` values is expected to lie above its own true mean by luck alone, when each value
/// errs with standard deviation `sigma` (normal): sigma times the expected maximum of `trials` standard normals, by quadrature;
/// 0 for one trial or none. An upper bound where true means differ.
double bestOfInflation(int trials, double sigma);

/// Standard deviation of an accuracy measured on `samples` images: sqrt(p (1 - p) / n). NaN without images.
double accuracyNoise(double accuracy, int samples);

} // namespace reweigh
