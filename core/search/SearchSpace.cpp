// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SearchSpace.h"

#include <algorithm>

namespace reweigh {

SearchSpace withoutSingles(const SearchSpace& space)
{
    SearchSpace open = space;
    std::erase_if(open, [](const auto& entry) { return isSingle(entry.second); });
    return open;
}

void IntersectionSpace::add(const std::vector<Parameter>& parameters)
{
    if (!m_space) {
        m_space.emplace();
        for (const Parameter& parameter : parameters)
            m_space->emplace(parameter.name, parameter.distribution);
        return;
    }
    std::erase_if(*m_space, [&](const auto& entry) {
        return std::none_of(parameters.begin(), parameters.end(), [&](const Parameter& parameter) {
            return parameter.name == entry.first && parameter.distribution == entry.second;
        });
    });
}

void GroupDecomposition::add(const std::vector<Parameter>& parameters)
{
    SearchSpace rest;
    for (const Parameter& parameter : parameters)
        rest.emplace(parameter.name, parameter.distribution);

    std::vector<SearchSpace> next;
    const auto keep = [&next](SearchSpace group) {
        if (!group.empty())
            next.push_back(std::move(group));
    };
    for (const SearchSpace& group : m_groups) {
        SearchSpace shared, apart;
        for (const auto& [name, distribution] : group)
            (rest.contains(name) ? shared : apart).emplace(name, distribution);
        for (const auto& entry : shared)
            rest.erase(entry.first);
        keep(std::move(shared));
        keep(std::move(apart));
    }
    keep(std::move(rest));
    m_groups = std::move(next);
}

} // namespace reweigh
