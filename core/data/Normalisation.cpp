// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Normalisation.h"

#include <cmath>

namespace reweigh {
namespace {

/// Of all pixels of a channel, exact: sums of bytes and their squares stay far below 2^64.
Normalisation measured(const ImageSet& images)
{
    Normalisation result;
    const std::size_t channels = static_cast<std::size_t>(images.channels);
    for (std::size_t c = 0; c < channels; ++c) {
        std::uint64_t count = 0, sum = 0, squares = 0;
        for (std::size_t i = c; i < images.pixels.size(); i += channels, ++count) {
            const std::uint64_t x = images.pixels[i];
            sum += x;
            squares += x * x;
        }
        if (count == 0)
            continue;
        const double mean = double(sum) / double(count);
        const double variance = double(squares) / double(count) - mean * mean;
        result.mean[c] = mean / 255.0;
        result.std[c] = variance > 0.0 ? std::sqrt(variance) / 255.0 : 1.0; // a constant channel is only centred
    }
    return result;
}

} // namespace

Normalisation normalisationFor(const DataSource& source)
{
    const DataSetRow* row = dataSetRow(source.name);
    return row && row->normalisation ? *row->normalisation : measured(source.train);
}

bool mayFlip(const DataSource& source)
{
    const DataSetRow* row = dataSetRow(source.name);
    return !row || row->mirrors;
}

} // namespace reweigh
