// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/SettingUse.h"

#include <algorithm>

namespace reweigh {
namespace {

std::string joined(const std::vector<std::string>& names)
{
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

} // namespace

Status checkUse(const ConfigField& field, const ExperimentConfig& config, Purpose purpose)
{
    if (purpose == Purpose::Search && field.searchSets)
        return Error{ErrorCode::SettingUnused, field.key, {}, joined(*field.searchSets)};
    for (const Need& need : field.needs) {
        const ConfigField& other = *findField(need.key);
        // What a search sets itself is not what the configuration says.
        if (purpose == Purpose::Search ? other.searchSets.has_value() : need.inSearch)
            continue;
        const std::string value = valueText(other.get(config));
        if (std::ranges::find(need.values, value) != need.values.end())
            continue;
        const std::string hint = need.values == std::vector<std::string>{""} ? std::string() : need.key + " " + joined(need.values);
        return Error{ErrorCode::SettingUnused, field.key, need.key + " " + value, hint};
    }
    return {};
}

} // namespace reweigh
