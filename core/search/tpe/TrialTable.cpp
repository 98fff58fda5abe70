// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/TrialTable.h"

#include "core/search/tpe/ParzenEstimator.h"

#include <algorithm>
#include <cassert>
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

SplitValues splitValues(const TrialTable& table, const SearchSpace& space, const std::vector<Observation>& trials, std::int64_t own,
                        bool liar, bool jointToo)
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

TrialSplit::Rank TrialSplit::rank(const Observation& trial, std::int64_t place, Direction direction)
{
    const double sign = direction == Direction::Minimize ? 1.0 : -1.0;
    if (trial.state == TrialState::Complete)
        return {false, sign * trial.value.value(), 0.0, place};
    if (trial.intermediate.empty())
        return {true, 1.0, 0.0, place};
    const auto [step, value] = trial.intermediate.back();
    return {true, -step, std::isnan(value) ? std::numeric_limits<double>::infinity() : sign * value, place};
}

void TrialSplit::add(const Observation& trial, std::int64_t place, Direction direction)
{
    assert(trial.state == TrialState::Complete || trial.state == TrialState::Pruned);
    ++m_finished;
    const Rank key = rank(trial, place, direction);
    m_best.insert(std::upper_bound(m_best.begin(), m_best.end(), key), key);
    if (m_best.size() > m_mostGood)
        m_best.pop_back();
}

std::vector<std::int64_t> TrialSplit::good(std::size_t count) const
{
    assert(count <= m_mostGood);
    std::vector<std::int64_t> places;
    for (std::size_t i = 0; i < std::min(count, m_best.size()); ++i)
        places.push_back(std::get<3>(m_best[i]));
    std::sort(places.begin(), places.end());
    return places;
}

void TrialTable::update(const History& history)
{
    const std::vector<Observation>& trials = *history.trials;
    if (trials.size() < m_size)
        *this = {};
    for (; m_size < trials.size(); ++m_size)
        m_open.push_back(static_cast<std::int64_t>(m_size));

    std::erase_if(m_open, [&](std::int64_t place) {
        const Observation& trial = trials[static_cast<std::size_t>(place)];
        if (trial.state == TrialState::Complete || trial.state == TrialState::Pruned)
            add(trial, place, history.direction);
        return trial.state != TrialState::Running && trial.state != TrialState::Waiting;
    });
}

void TrialTable::add(const Observation& trial, std::int64_t place, Direction direction)
{
    m_split.add(trial, place, direction);
    m_intersection.add(trial.parameters);
    m_groups.add(trial.parameters);
    const auto row = static_cast<std::size_t>(place);
    for (const Parameter& parameter : trial.parameters) {
        std::vector<double>& column = m_columns[parameter.name];
        if (column.size() <= row)
            column.resize(row + 1, absent);
        column[row] = parameter.value;
    }
}

const std::vector<double>* TrialTable::column(const std::string& name) const
{
    const auto found = m_columns.find(name);
    return found == m_columns.end() ? nullptr : &found->second;
}

} // namespace reweigh
