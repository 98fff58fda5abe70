// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <string>

namespace reweigh {

/// Which numbers a setting takes; of a list, which numbers its entries may be and how many there are.
struct Range {
    static constexpr double unbounded = std::numeric_limits<double>::infinity();

    double low = -unbounded;
    double high = unbounded;
    bool openLow = false;    ///< `low` itself is outside
    bool whole = false;      ///< whole numbers only
    std::size_t fewest = 0;  ///< entries of a list
    std::size_t most = 0;    ///< 0: a single value, no list

    /// Is `value` a number in the range? NaN and infinities are in none.
    bool contains(double value) const;

    friend bool operator==(const Range&, const Range&) = default;
};

/// "0..1", "at least 1", "above 0, at most 1", "0 to 64 whole numbers in 1..65536"; empty where anything goes.
std::string rangeText(const Range& range);

} // namespace reweigh
