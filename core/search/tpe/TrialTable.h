// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"
#include "core/search/SearchSpace.h"
#include "core/search/tpe/Mixture.h"

#include <string>
#include <tuple>
#include <unordered_map>

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


/// A study's history in columns, one for each parameter, so that a suggestion need not walk through
/// trials: each finished trial is read once, when first seen.
class TrialTable {
public:
    /// Takes in what has finished since the last call. A history that shrank is read anew.
    void update(const History& history);

    const TrialSplit& split() const { return m_split; }
    const IntersectionSpace& intersection() const { return m_intersection; }
    const GroupDecomposition& groups() const { return m_groups; }

    /// Places of trials that run (or wait to), ascending.
    const std::vector<std::int64_t>& open() const { return m_open; }

    /// Number of trials, of any state.
    std::size_t size() const { return m_size; }

    /// Internal value of `name` in each trial, by place in the history; NaN where it has none or did not end well.
    /// Shorter than size() if newer trials have none; null if no trial has it.
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


/// The observations of both sides, each [parameter][trial] in the history's order.
struct SplitValues {
    Points good, bad;
};

/// Trials that have every parameter of `space`, divided: the best of those finished are good, others are bad. With
/// `liar`, trials that run count as bad, all but the one at place `own` (-1: none), with what they have so far; `jointToo` adds what
/// they drew jointly at their start.
SplitValues splitValues(const TrialTable& table, const SearchSpace& space, const std::vector<Observation>& trials,
                        std::int64_t own, bool liar, bool jointToo);

} // namespace reweigh
