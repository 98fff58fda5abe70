// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

#include <map>
#include <optional>
#include <vector>

namespace reweigh {

/// The distribution of each parameter, sorted by the parameter's name.
using SearchSpace = std::map<std::string, Distribution>;

/// `space` without the parameters that have only one possible value.
SearchSpace withoutSingles(const SearchSpace& space);

/// The parameters that all trials added so far have in common, each with the same distribution in all of them.
class IntersectionSpace {
public:
    /// Adds the parameters of one trial.
    void add(const std::vector<Parameter>& parameters);
    SearchSpace space() const { return m_space.value_or(SearchSpace{}); }

private:
    std::optional<SearchSpace> m_space; ///< none before the first trial
};

/// Divides all parameters seen so far into the largest groups whose members always occurred together. A parameter keeps
/// the distribution with which it was first seen.
class GroupDecomposition {
public:
    /// Adds the parameters of one trial.
    void add(const std::vector<Parameter>& parameters);
    const std::vector<SearchSpace>& groups() const { return m_groups; }

private:
    std::vector<SearchSpace> m_groups; ///< none empty
};

} // namespace reweigh
