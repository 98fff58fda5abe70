// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// The expected amount by which the best of `trials` values exceeds its own true mean by luck alone, if each value has a normal
/// error with standard deviation `sigma`: sigma times the expected maximum of `trials` standard normals, by quadrature. 0 for one
/// trial or none. An upper bound if the true means differ.
double bestOfInflation(int trials, double sigma);

/// The standard deviation of an accuracy p in [0, 1] measured on n = `samples` images: sqrt(p (1 - p) / n). NaN for n < 1.
double accuracyNoise(double accuracy, int samples);

} // namespace reweigh
