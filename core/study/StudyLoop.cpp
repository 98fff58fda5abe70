// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/StudyLoop.h"

#include "core/study/RelativeParams.h"
#include "core/study/TrialError.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <new>

namespace reweigh {
namespace {

TrialOutcome failure(ErrorCode code, std::int64_t number, std::string text)
{
    return {TrialState::Failed, {}, Error{code, "trial " + std::to_string(number), std::move(text), {}}, {}};
}

/// Keeps a step's newest report, steps ascending.
void insertReport(std::vector<std::pair<int, double>>& reports, int step, double value)
{
    const auto at = std::lower_bound(reports.begin(), reports.end(), step,
                                     [](const auto& entry, int wanted) { return entry.first < wanted; });
    if (at != reports.end() && at->first == step)
        at->second = value;
    else
        reports.insert(at, {step, value});
}

} // namespace

StudyLoop::StudyLoop(std::shared_ptr<StudyStorage> storage, std::unique_ptr<Sampler> sampler,
                     std::unique_ptr<Pruner> pruner)
    : m_storage(std::move(storage))
    , m_sampler(std::move(sampler))
    , m_pruner(std::move(pruner))
{
}

Result<std::unique_ptr<StudyLoop>> StudyLoop::open(std::shared_ptr<StudyStorage> storage,
                                                   std::unique_ptr<Sampler> sampler, std::unique_ptr<Pruner> pruner)
{
    std::unique_ptr<StudyLoop> loop(new StudyLoop(std::move(storage), std::move(sampler), std::move(pruner)));
    const auto attributes = loop->m_storage->attributes();
    if (!attributes)
        return attributes.error();
    if (const auto it = attributes->system.find(samplerStateKey); it != attributes->system.end()) {
        if (!it->second.is_string())
            return Error{ErrorCode::StudyCorrupt, loop->m_storage->studyName(), samplerStateKey, {}};
        if (const Status restored = loop->m_sampler->restore(it->second.get<std::string>()); !restored)
            return restored.error();
    }
    loop->m_samplerState = loop->m_sampler->state();

    const auto trials = loop->m_storage->trials();
    if (!trials)
        return trials.error();
    loop->m_history.reserve(trials->size());
    for (const FrozenTrial& trial : *trials) {
        if (const Status taken = loop->takeIn(trial); !taken)
            return taken.error();
        if (trial.state == TrialState::Running && trial.systemAttributes.contains(ownTrialKey))
            loop->m_interrupted.insert(trial.number);
    }
    return loop;
}

Status StudyLoop::takeIn(const FrozenTrial& trial)
{
    if (trial.number != static_cast<std::int64_t>(m_history.size()))
        return Error{ErrorCode::StudyCorrupt, m_storage->studyName(),
                     "trial " + std::to_string(trial.number) + " where " + std::to_string(m_history.size()) + " was due", {}};
    Observation seen{trial.number, trial.state, {}, trial.intermediate, trial.parameters, {}};
    if (trial.state == TrialState::Complete)
        seen.value = trial.value;
    if (trial.state == TrialState::Running)
        seen.joint = relativeParams(trial, m_history);
    m_history.push_back(std::move(seen));
    m_trialIds.push_back(trial.trialId);
    return {};
}

Status StudyLoop::takeInNewTrials()
{
    const auto added = m_storage->trials(m_trialIds.empty() ? 0 : m_trialIds.back());
    if (!added)
        return added.error();
    for (const FrozenTrial& trial : *added)
        if (const Status taken = takeIn(trial); !taken)
            return taken;
    return {};
}

Observation& StudyLoop::observation(std::int64_t number)
{
    return m_history.at(static_cast<std::size_t>(number));
}

std::int64_t StudyLoop::trialId(std::int64_t number) const
{
    return m_trialIds.at(static_cast<std::size_t>(number));
}

std::string StudyLoop::addSamplerState(TrialUpdate& update) const
{
    std::string position = m_sampler->state();
    if (position != m_samplerState)
        update.study.system[samplerStateKey] = position;
    return position;
}

Status StudyLoop::settleSampler(const Status& written, std::string position)
{
    if (written)
        m_samplerState = std::move(position);
    else if (const Status restored = m_sampler->restore(m_samplerState); !restored)
        return restored;
    return written;
}

Result<TrialHandle> StudyLoop::begin()
{
    const std::lock_guard lock(m_mutex);
    if (const Status taken = takeInNewTrials(); !taken)
        return taken.error();

    const auto number = static_cast<std::int64_t>(m_history.size());
    m_history.push_back({number, TrialState::Running, {}, {}, {}, {}});
    std::vector<Parameter> joint = m_sampler->beginTrial(history(), number);

    TrialUpdate first;
    first.systemAttributes = relativeParams(joint);
    first.systemAttributes[ownTrialKey] = true;
    std::string position = addSamplerState(first);
    const auto created = m_storage->createTrial(first);
    if (const Status settled = settleSampler(created ? Status() : created.error(), std::move(position)); !settled) {
        m_history.pop_back();
        return settled.error();
    }
    if (created->number == number) {
        m_history.back().joint = std::move(joint);
        m_trialIds.push_back(created->trialId);
    } else { // another program was quicker: its trials come first, and ours after them
        m_history.pop_back();
        if (const Status taken = takeInNewTrials(); !taken)
            return taken.error();
        observation(created->number).joint = std::move(joint);
    }
    ++m_givenOut;
    return TrialHandle(*this, created->number);
}

std::vector<std::int64_t> StudyLoop::interruptedTrials() const
{
    const std::lock_guard lock(m_mutex);
    return {m_interrupted.begin(), m_interrupted.end()};
}

TrialHandle StudyLoop::resume(std::int64_t number)
{
    const std::lock_guard lock(m_mutex);
    [[maybe_unused]] const auto taken = m_interrupted.erase(number);
    assert(taken == 1);
    ++m_givenOut;
    return TrialHandle(*this, number);
}

Result<double> StudyLoop::suggest(std::int64_t number, const std::string& name, const Distribution& distribution)
{
    const std::lock_guard lock(m_mutex);
    Observation& trial = observation(number);
    for (const Parameter& known : trial.parameters)
        if (known.name == name) {
            if (known.distribution != distribution)
                return Error{ErrorCode::StudyOtherSpace, m_storage->studyName(), name, {}};
            return known.value;
        }
    const double value = m_sampler->suggest(history(), number, trial.joint, name, distribution);
    TrialUpdate update;
    update.parameters.push_back({name, distribution, value});
    std::string position = addSamplerState(update);
    const Status written = m_storage->updateTrial(trialId(number), update);
    if (const Status settled = settleSampler(written, std::move(position)); !settled)
        return settled.error();
    trial.parameters.push_back(std::move(update.parameters.front()));
    return value;
}

Status StudyLoop::report(std::int64_t number, int step, double value)
{
    const std::lock_guard lock(m_mutex);
    TrialUpdate update;
    update.intermediate.emplace_back(step, value);
    const Status written = m_storage->updateTrial(trialId(number), update);
    if (written)
        insertReport(observation(number).intermediate, step, value);
    return written;
}

bool StudyLoop::shouldPrune(std::int64_t number) const
{
    const std::lock_guard lock(m_mutex);
    return m_pruner && m_pruner->shouldPrune(history(), m_history.at(static_cast<std::size_t>(number)));
}

Status StudyLoop::setUserAttributes(std::int64_t number, const Attributes& attributes)
{
    const std::lock_guard lock(m_mutex);
    TrialUpdate update;
    update.userAttributes = attributes;
    return m_storage->updateTrial(trialId(number), update);
}

Status StudyLoop::finish(const TrialHandle& handle, TrialOutcome outcome)
{
    const std::lock_guard lock(m_mutex);
    Observation& trial = observation(handle.number());
    if (outcome.state == TrialState::Complete && (!outcome.value || std::isnan(*outcome.value))) {
        Attributes facts = std::move(outcome.userAttributes);
        outcome = failure(ErrorCode::TrainingFailed, trial.number,
                          outcome.value ? "the objective is not a number" : "the objective has no value");
        outcome.userAttributes = std::move(facts);
    }
    TrialUpdate update;
    update.end = TrialEnd{outcome.state, {}};
    if (outcome.state == TrialState::Complete)
        update.end->value = outcome.value;
    else if (outcome.state == TrialState::Pruned && !trial.intermediate.empty()
             && !std::isnan(trial.intermediate.back().second))
        update.end->value = trial.intermediate.back().second;
    update.userAttributes = std::move(outcome.userAttributes);
    if (outcome.error)
        update.userAttributes[trialErrorKey] = toJson(*outcome.error);

    const Status written = m_storage->updateTrial(trialId(trial.number), update);
    if (written) {
        --m_givenOut;
        trial.state = outcome.state;
        if (outcome.state == TrialState::Complete)
            trial.value = outcome.value;
        trial.joint.clear();
    }
    return written;
}

Status StudyLoop::run(Objective& objective, TrialHandle trial)
{
    Result<TrialOutcome> outcome = [&]() -> Result<TrialOutcome> {
        try {
            return objective.run(trial);
        } catch (const std::bad_alloc& exception) {
            return failure(ErrorCode::OutOfMemory, trial.number(), exception.what());
        } catch (const std::exception& exception) {
            return failure(ErrorCode::TrainingFailed, trial.number(), exception.what());
        }
    }();
    if (!outcome)
        return outcome.error();
    return finish(trial, std::move(outcome.value()));
}

int StudyLoop::count(TrialState state) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(std::ranges::count(m_history, state, &Observation::state));
}

int StudyLoop::spent() const
{
    const std::lock_guard lock(m_mutex);
    return m_givenOut + static_cast<int>(std::ranges::count_if(m_history, isFinished, &Observation::state));
}

Result<FrozenTrial> StudyLoop::stored(const TrialHandle& trial) const
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t id = trialId(trial.number());
    Result<std::vector<FrozenTrial>> read = m_storage->trials(id - 1, id);
    if (!read)
        return read.error();
    if (read->empty())
        return Error{ErrorCode::StudyCorrupt, m_storage->studyName(), "trial " + std::to_string(trial.number()) + " is gone", {}};
    return std::move(read->front());
}

} // namespace reweigh
