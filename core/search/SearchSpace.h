// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

#include <map>
#include <optional>
#include <vector>

namespace reweigh {

/// Names to distributions, sorted by name.
using SearchSpace = std::map<std::string, Distribution>;

/// `space` without the distributions that can take one value only.
SearchSpace withoutSingles(const SearchSpace& space);

/// The parameters that every trial added so far has, with one and the same distribution.
class IntersectionSpace {
public:
    void add(const std::vector<Parameter>& parameters);
    SearchSpace space() const { return m_space.value_or(SearchSpace{}); }

private:
    std::optional<SearchSpace> m_space; ///< none before the first trial
};

/// Divides all parameters seen into the largest groups that always occurred together. A parameter keeps
/// the distribution it was first seen with.
class GroupDecomposition {
public:
    void add(const std::vector<Parameter>& parameters);
    const std::vector<SearchSpace>& groups() const { return m_groups; }

private:
    std::vector<SearchSpace> m_groups; ///< none empty
};

} // namespace reweigh
