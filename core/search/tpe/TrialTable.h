// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"
#include "core/search/SearchSpace.h"
#include "core/search/tpe/Mixture.h"

#include <string>
#include <tuple>
#include <unordered_map>

namespace reweigh {

/// Ranks finished trials and selects the good ones. Complete trials come first, by value. Pruned trials follow: a later last
/// step ranks better, then the better last report (NaN is worst), and trials without a report come last. Equal trials are
/// ranked by their place in the history.
class TrialSplit {
public:
    /// Keeps the best `mostGood` trials, because goodCount() never asks for more.
    explicit TrialSplit(std::size_t mostGood = 25)
        : m_mostGood(mostGood)
    {
    }

    /// Adds a complete or pruned trial, whose index in the history is `place`. Trials may be added in any order.
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

/// The finished trials of a study as columns, one per parameter, so that a suggestion does not have to go through all
/// trials: each finished trial is read once, when it is first seen.
class TrialTable {
public:
    /// Adds the trials that have finished since the last call. If the history has become shorter, everything is read again.
    void update(const History& history);

    const TrialSplit& split() const { return m_split; }
    const IntersectionSpace& intersection() const { return m_intersection; }
    const GroupDecomposition& groups() const { return m_groups; }

    /// Places of the running and waiting trials, ascending.
    const std::vector<std::int64_t>& open() const { return m_open; }

    /// The number of trials of any state.
    std::size_t size() const { return m_size; }

    /// The internal value of the parameter `name` in each trial, by place in the history; NaN for a trial that lacks the
    /// parameter or is neither complete nor pruned. Shorter than size() if the newest trials lack it; null if no trial has it.
    const std::vector<double>* column(const std::string& name) const;

private:
    void add(const Observation& trial, std::int64_t place, Direction direction);

    std::unordered_map<std::string, std::vector<double>> m_columns;
    std::vector<std::int64_t> m_open;
    std::size_t m_size = 0;
    TrialSplit m_split;
    IntersectionSpace m_intersection;
    GroupDecomposition m_groups;
};

/// The observations of good and bad trials, each [parameter][trial] in the order of the history.
struct SplitValues {
    Points good, bad;
};

/// Divides the trials that have every parameter of `space`: the best goodCount() of the finished trials are good, the others are
/// bad. With `liar`, running trials count as bad with the parameters that they have so far, except the one at place `own`
/// (-1: no exception); `jointToo` also counts the parameters that they drew jointly at their start.
SplitValues splitValues(const TrialTable& table, const SearchSpace& space, const std::vector<Observation>& trials, std::int64_t own,
                        bool liar, bool jointToo);

} // namespace reweigh
