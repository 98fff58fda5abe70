// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/SearchSpace.h"
#include "core/search/tpe/Mixture.h"
#include "core/search/tpe/TrialSplit.h"

#include <string>
#include <unordered_map>

namespace reweigh {

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

} // namespace reweigh
