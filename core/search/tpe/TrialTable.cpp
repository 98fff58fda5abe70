// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/TrialTable.h"

#include <limits>

namespace reweigh {

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
            column.resize(row + 1, std::numeric_limits<double>::quiet_NaN());
        column[row] = parameter.value;
    }
}

const std::vector<double>* TrialTable::column(const std::string& name) const
{
    const auto found = m_columns.find(name);
    return found == m_columns.end() ? nullptr : &found->second;
}

} // namespace reweigh
