// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/StudyHistory.h"

#include "core/study/RelativeParams.h"

#include <algorithm>

namespace reweigh {
namespace {

/// Inserts a report so that steps stay ascending; it replaces an earlier report of the same step.
void insertReport(std::vector<std::pair<int, double>>& reports, int step, double value)
{
    const auto at =
        std::lower_bound(reports.begin(), reports.end(), step, [](const auto& entry, int wanted) { return entry.first < wanted; });
    if (at != reports.end() && at->first == step)
        at->second = value;
    else
        reports.insert(at, {step, value});
}

} // namespace

Observation observationOf(const FrozenTrial& trial, const std::vector<Observation>& before)
{
    Observation seen{trial.number, trial.state, {}, trial.intermediate, trial.parameters, {}};
    if (trial.state == TrialState::Complete)
        seen.value = trial.value;
    if (trial.state == TrialState::Complete && !trial.value) // another program's, whose value is no number: nothing is learned from it
        seen.state = TrialState::Failed;
    if (trial.state == TrialState::Running)
        seen.joint = relativeParams(trial, before);
    for (const auto& [key, value] : trial.systemAttributes)
        if (!isRelativeParams(key))
            seen.attributes.emplace(key, value);
    return seen;
}

void StudyHistory::takeIn(const std::vector<FrozenTrial>& trials)
{
    if (m_trials.empty())
        m_trials.reserve(trials.size());
    for (const FrozenTrial& trial : trials) {
        // SQLite uses the id of a deleted last row again, so a known id is the known trial only if the number is the same.
        if (const auto known = m_places.find(trial.trialId); known == m_places.end() || m_trials[known->second].number != trial.number)
            add(trial);
        m_seenThrough = std::max(m_seenThrough, trial.trialId);
    }
}

void StudyHistory::add(const FrozenTrial& trial)
{
    const std::size_t place = m_trials.size();
    m_trials.push_back(observationOf(trial, m_trials));
    m_ids.push_back(trial.trialId);
    m_places.insert_or_assign(trial.trialId, place);
    m_highestNumber = std::max(m_highestNumber, trial.number);
    if (trial.state == TrialState::Waiting)
        m_waiting.insert(place);
}

void StudyHistory::amend(std::size_t place, const TrialUpdate& update)
{
    Observation& seen = m_trials.at(place);
    seen.parameters.insert(seen.parameters.end(), update.parameters.begin(), update.parameters.end());
    for (const auto& [step, value] : update.intermediate)
        insertReport(seen.intermediate, step, value);
    for (const auto& [key, value] : update.systemAttributes)
        seen.attributes[key] = value;
}

std::vector<Observation> StudyHistory::knownTo(std::size_t place, int lag) const
{
    const Observation& own = m_trials.at(place);
    std::vector<Observation> known;
    for (const Observation& trial : m_trials)
        if (isKnownTo(own.number, trial, lag))
            known.push_back(trial);
    known.push_back(own);
    return known;
}

std::size_t StudyHistory::open()
{
    m_trials.push_back({nextNumber(), TrialState::Running, {}, {}, {}, {}});
    return m_trials.size() - 1;
}

void StudyHistory::keep(std::size_t place, std::int64_t trialId)
{
    m_ids.push_back(trialId);
    m_places.insert_or_assign(trialId, place);
    m_highestNumber = std::max(m_highestNumber, m_trials[place].number);
}

void StudyHistory::dropLast()
{
    m_trials.pop_back();
}

std::optional<std::size_t> StudyHistory::waiting() const
{
    return m_waiting.empty() ? std::nullopt : std::optional(*m_waiting.begin());
}

void StudyHistory::takeFromQueue(std::size_t place, const FrozenTrial* now)
{
    m_waiting.erase(place);
    if (now)
        m_trials[place] = observationOf(*now, m_trials);
    else
        m_trials[place].state = TrialState::Failed; // so that samplers and pruners ignore it
}

} // namespace reweigh
