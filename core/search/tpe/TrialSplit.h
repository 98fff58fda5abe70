// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

#include <tuple>

namespace reweigh {

/// Which finished trials are good. Ranked are complete trials by value, then pruned ones: those that came
/// further first, by what they last reported (NaN behind every number), and last those that reported nothing; equals
/// by number.
class TrialSplit {
public:
    /// Keeps the best `mostGood` trials: more are never good (goodCount).
    explicit TrialSplit(std::size_t mostGood = 25)
        : m_mostGood(mostGood)
    {
    }

    /// A complete or pruned trial and its place in the history, in any order.
    void add(const Observation& trial, std::int64_t place, Direction direction);

    std::size_t finished() const { return m_finished; }

    /// Places of the best `count` trials, ascending; `count` <= mostGood.
    std::vector<std::int64_t> good(std::size_t count) const;

private:
    using Rank = std::tuple<bool, double, double, std::int64_t>; ///< pruned, two scores, place

    static Rank rank(const Observation& trial, std::int64_t place, Direction direction);

    std::size_t m_mostGood;
    std::vector<Rank> m_best; ///< the best m_mostGood, ascending
    std::size_t m_finished = 0;
};

} // namespace reweigh
