// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MemoryStorage.h"

#include "core/storage/TrialRules.h"

#include <algorithm>

namespace reweigh {
namespace {

void overwrite(Attributes& kept, const Attributes& changed)
{
    for (const auto& [key, value] : changed)
        kept[key] = value;
}

} // namespace

MemoryStorage::MemoryStorage(std::string studyName, Direction direction)
    : m_studyName(std::move(studyName))
    , m_direction(direction)
{
}

Result<std::vector<FrozenTrial>> MemoryStorage::trials(std::int64_t afterId, std::int64_t throughId) const
{
    const std::lock_guard lock(m_mutex);
    const auto size = static_cast<std::int64_t>(m_trials.size());
    const auto first = std::clamp<std::int64_t>(afterId, 0, size);
    return std::vector<FrozenTrial>(m_trials.begin() + first, m_trials.begin() + std::clamp(throughId, first, size));
}

Result<FrozenTrial> MemoryStorage::createTrial(const TrialUpdate& first)
{
    const std::lock_guard lock(m_mutex);
    FrozenTrial trial;
    trial.number = static_cast<std::int64_t>(m_trials.size());
    trial.trialId = trial.number + 1;
    trial.started = currentTime();
    if (const Status applied = apply(trial, first); !applied)
        return applied.error();
    m_trials.push_back(trial);
    return trial;
}

Result<std::optional<FrozenTrial>> MemoryStorage::startTrial(std::int64_t trialId, const TrialUpdate& first)
{
    const std::lock_guard lock(m_mutex);
    if (trialId < 1 || trialId > static_cast<std::int64_t>(m_trials.size())
        || m_trials[static_cast<std::size_t>(trialId - 1)].state != TrialState::Waiting)
        return std::optional<FrozenTrial>();
    FrozenTrial trial = m_trials[static_cast<std::size_t>(trialId - 1)];
    trial.state = TrialState::Running;
    trial.started = currentTime();
    if (const Status applied = apply(trial, first); !applied)
        return applied.error();
    m_trials[static_cast<std::size_t>(trialId - 1)] = trial;
    return std::optional(std::move(trial));
}

Status MemoryStorage::updateTrial(std::int64_t trialId, const TrialUpdate& update)
{
    const std::lock_guard lock(m_mutex);
    if (trialId < 1 || trialId > static_cast<std::int64_t>(m_trials.size()))
        return Error{ErrorCode::Internal, m_studyName, "no trial with id " + std::to_string(trialId), {}};
    return apply(m_trials[static_cast<std::size_t>(trialId - 1)], update);
}

Status MemoryStorage::apply(FrozenTrial& trial, const TrialUpdate& update)
{
    if (const Status allowed = checkUpdate(trial.state, update); !allowed)
        return allowed;
    for (const Parameter& added : update.parameters)
        for (const Parameter& known : trial.parameters)
            if (known.name == added.name)
                return Error{ErrorCode::Internal, m_studyName, "parameter " + added.name + " is set already", {}};
    trial.parameters.insert(trial.parameters.end(), update.parameters.begin(), update.parameters.end());

    std::map<int, double> reports(trial.intermediate.begin(), trial.intermediate.end());
    for (const auto& [step, value] : update.intermediate)
        reports[step] = value;
    trial.intermediate.assign(reports.begin(), reports.end());

    overwrite(trial.userAttributes, update.userAttributes);
    overwrite(trial.systemAttributes, update.systemAttributes);
    if (update.end) {
        trial.state = update.end->state;
        trial.value = update.end->value;
        trial.finished = update.end->finished.value_or(currentTime());
    }
    merge(update.study);
    return {};
}

Result<StudyAttributes> MemoryStorage::attributes() const
{
    const std::lock_guard lock(m_mutex);
    return m_attributes;
}

Status MemoryStorage::setAttributes(const StudyAttributes& changed)
{
    const std::lock_guard lock(m_mutex);
    merge(changed);
    return {};
}

void MemoryStorage::merge(const StudyAttributes& changed)
{
    overwrite(m_attributes.user, changed.user);
    overwrite(m_attributes.system, changed.system);
}

} // namespace reweigh
