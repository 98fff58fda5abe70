// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/NumpySum.h"

#include <array>
#include <cstddef>

namespace reweigh {

double numpySum(std::span<const double> values)
{
    constexpr std::size_t width = 8, block = 128;
    const std::size_t size = values.size();
    if (size > block) {
        const std::size_t half = size / 2 - size / 2 % width;
        return numpySum(values.first(half)) + numpySum(values.subspan(half));
    }
    double sum = 0.0;
    std::size_t next = 0;
    if (size >= width) {
        std::array<double, width> part;
        for (std::size_t i = 0; i < width; ++i)
            part[i] = values[i];
        for (next = width; next + width <= size; next += width)
            for (std::size_t i = 0; i < width; ++i)
                part[i] += values[next + i];
        sum = ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
    }
    for (; next < size; ++next)
        sum += values[next];
    return sum;
}

} // namespace reweigh
