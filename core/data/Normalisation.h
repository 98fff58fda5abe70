// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataSource.h"

#include <array>

namespace reweigh {

/// Per channel (x/255 - mean) / std. Sets of one channel use entry 0.
struct Normalisation {
    std::array<double, 3> mean{0.0, 0.0, 0.0};
    std::array<double, 3> std{1.0, 1.0, 1.0};

    friend bool operator==(const Normalisation&, const Normalisation&) = default;
};

/// The customary constants of `source` where it has some (CIFAR: mean (125.3, 123.0, 113.9)/255, std (63.0, 62.1,
/// 66.7)/255 for both sets; Fashion-MNIST 0.2860, 0.3530; MNIST 0.1307, 0.3081), else those of its training images.
Normalisation normalisationFor(const DataSource& source);

/// Whether a mirrored image of this set still shows its class: not so for digits.
bool mayFlip(const DataSource& source);

} // namespace reweigh
