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

/// Mean and standard deviation per channel to normalise `source` with: the customary constants where its row (core/config/DataSets.h)
/// has some, else those measured over its training images.
Normalisation normalisationFor(const DataSource& source);

/// Whether a mirrored image of this set still shows its class, which is not so for digits. True for a set without a row.
bool mayFlip(const DataSource& source);

/// The order in which one epoch visits `n` samples: a permutation of 0 .. n-1. It depends only on the arguments, so that a resumed
/// run computes the order of any epoch without those before it.
std::vector<std::uint32_t> batchOrder(std::size_t n, std::uint64_t seed, int epoch);

/// Turns images of a set into a normalised batch, augmented where that is asked for:
/// reflect-pad by 4, crop back to the size at a random place, mirror with probability 1/2.
/// The set must outlive the maker. Thread: `make` is const and may run on several at once.
class BatchMaker {
public:
    /// `flip`: whether augmentation may mirror (see `mayFlip`). Throws std::invalid_argument for images that are not larger than 4x4
    /// pixels or do not have 1 or 3 channels.
    BatchMaker(const ImageSet& images, const Normalisation& normalisation, bool flip);

    /// Writes the images `indices` to `out` as [indices.size(), height, width, channels] floats. The augmentation of an image depends
    /// only on `seed` and its position in the batch; without `augment` images are only normalised.
    void make(std::span<const std::uint32_t> indices, std::uint64_t seed, bool augment, float* out) const;

    /// The crop and mirroring of the image at index `position` of a batch that is made with `seed`.
    CropPlacement placement(std::uint64_t seed, std::uint64_t position) const;
    /// Lookup tables, one per channel, from a pixel's byte to its normalised value.
    const std::vector<std::array<float, 256>>& values() const { return m_value; }

private:
    const ImageSet& m_images;
    bool m_flip;
    std::vector<std::array<float, 256>> m_value;
};

} // namespace reweigh
