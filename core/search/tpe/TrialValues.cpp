// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/TrialValues.h"

#include "core/search/tpe/ParzenEstimator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

double valueIn(const std::vector<Parameter>& parameters, const std::string& name)
{
    for (const Parameter& parameter : parameters)
        if (parameter.name == name)
            return parameter.value;
    return absent;
}

double runningValue(const Observation& trial, const std::string& name, bool jointToo)
{
    const double value = valueIn(trial.parameters, name);
    return std::isnan(value) && jointToo ? valueIn(trial.joint, name) : value;
}

} // namespace

SplitValues splitValues(const TrialTable& table, const SearchSpace& space, const std::vector<Observation>& trials,
                        std::int64_t own, bool liar, bool jointToo)
{
    SplitValues values{Points(space.size()), Points(space.size())};
    std::vector<const std::vector<double>*> columns;
    for (const auto& entry : space)
        columns.push_back(table.column(entry.first));

    for (std::vector<double>& column : values.bad)
        column.reserve(table.size());

    const std::vector<std::int64_t> good = table.split().good(goodCount(table.split().finished()));
    auto nextGood = good.begin();
    auto nextOpen = table.open().begin();
    std::vector<double> row(space.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto place = static_cast<std::int64_t>(i);
        const bool isGood = nextGood != good.end() && *nextGood == place;
        nextGood += isGood;
        if (nextOpen != table.open().end() && *nextOpen == place) {
            ++nextOpen;
            if (!liar || place == own || trials[i].state != TrialState::Running)
                continue;
            auto name = space.begin();
            for (double& value : row)
                value = runningValue(trials[i], (name++)->first, jointToo);
        } else {
            for (std::size_t p = 0; p < row.size(); ++p)
                row[p] = columns[p] && i < columns[p]->size() ? (*columns[p])[i] : absent;
        }
        if (std::any_of(row.begin(), row.end(), [](double value) { return std::isnan(value); }))
            continue;
        for (std::size_t p = 0; p < row.size(); ++p)
            (isGood ? values.good : values.bad)[p].push_back(row[p]);
    }
    return values;
}

} // namespace reweigh
