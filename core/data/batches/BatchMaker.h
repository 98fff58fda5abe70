// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataSets.h"
#include "core/data/batches/CropPlacement.h"
#include "core/data/readers/DataSource.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reweigh {

/// The customary constants of `source` where its row (core/config/DataSets.h) has some, else those of its training images.
Normalisation normalisationFor(const DataSource& source);

/// Whether a mirrored image of this set still shows its class: not so for digits.
bool mayFlip(const DataSource& source);


/// The order in which one epoch visits `n` samples: a permutation of 0 .. n-1 that depends on nothing but
/// its arguments, so that a resumed run finds any epoch's order again without replaying the ones before.
std::vector<std::uint32_t> batchOrder(std::size_t n, std::uint64_t seed, int epoch);


/// Turns images of a set into a normalised batch, augmented as in the training recipes of method.md section 4:
/// reflect-pad by 4, crop back to the size at a random place, mirror with probability 1/2.
/// The set must outlive the maker. Thread: `make` is const and may run on several at once.
class BatchMaker {
public:
    /// `flip`: whether augmentation may mirror (see `mayFlip`). Throws std::invalid_argument for a set whose
    /// images are not larger than the padding, or that has other than 1 or 3 channels.
    BatchMaker(const ImageSet& images, const Normalisation& normalisation, bool flip);

    /// Writes images `indices` to `out` as [indices.size(), height, width, channels] floats. What happens to the
    /// image at each position depends on `seed` and the position alone; without `augment` it is only normalised.
    void make(std::span<const std::uint32_t> indices, std::uint64_t seed, bool augment, float* out) const;

    /// What augmentation does to the image at a position of a batch.
    CropPlacement placement(std::uint64_t seed, std::uint64_t position) const;
    /// Per channel: byte to normalised value.
    const std::vector<std::array<float, 256>>& values() const { return m_value; }

private:
    const ImageSet& m_images;
    bool m_flip;
    std::vector<std::array<float, 256>> m_value;
};

} // namespace reweigh
