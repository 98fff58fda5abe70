// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"

#include <cstdint>

namespace reweigh {

/// The size of a synthetic data set.
struct SyntheticShape {
    int classes = 10; ///< 2 .. 100
    int trainPerClass = 200;
    int testPerClass = 50;
    int side = 28;    ///< pixels, 8 .. 224
    int channels = 1; ///< 1 or 3
};

/// Makes a small data set that needs no files. Each class has its own pattern of three Gaussian spots; each image shifts the
/// pattern by up to 2 pixels, scales its brightness by 0.7 to 1.3 and adds pixel noise (standard deviation 40 of 255). A
/// small network learns it within an epoch or two, yet not from any single pixel. The same `seed` gives the same set; image i has
/// class i mod classes. The data set "synthetic" has the default shape: 28x28x1, 2,000 training and 500 test images.
/// Throws std::invalid_argument for a shape out of range.
DataSource makeSyntheticBlobs(const SyntheticShape& shape = {}, std::uint64_t seed = 0);

} // namespace reweigh
