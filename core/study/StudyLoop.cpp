// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/StudyLoop.h"

#include "core/base/Rng.h"
#include "core/study/EnqueuedParams.h"
#include "core/study/RelativeParams.h"
#include "core/study/TrialError.h"
#include "core/study/TrialTimes.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <new>

namespace reweigh {

TrialOutcome failedOutcome(ErrorCode code, std::int64_t number, std::string text)
{
    return {TrialState::Failed, {}, Error{code, "trial " + std::to_string(number), std::move(text), {}}, {}};
}

TrialUpdate ending(TrialOutcome outcome, const Observation& trial)
{
    if (outcome.state == TrialState::Complete && (!outcome.value || std::isnan(*outcome.value))) {
        Attributes facts = std::move(outcome.userAttributes);
        outcome = failedOutcome(ErrorCode::TrainingFailed, trial.number,
                                outcome.value ? "the objective is not a number" : "the objective has no value");
        outcome.userAttributes = std::move(facts);
    }
    TrialUpdate update;
    update.end = TrialEnd{outcome.state, {}, currentTime()};
    if (outcome.state == TrialState::Complete)
        update.end->value = outcome.value;
    else if (outcome.state == TrialState::Pruned && !trial.intermediate.empty() && !std::isnan(trial.intermediate.back().second))
        update.end->value = trial.intermediate.back().second;
    update.userAttributes = std::move(outcome.userAttributes);
    if (outcome.error)
        update.userAttributes[trialErrorKey] = toJson(*outcome.error);
    return update;
}

StudyLoop::StudyLoop(std::shared_ptr<StudyStorage> storage, std::unique_ptr<Sampler> sampler, std::unique_ptr<Pruner> pruner,
                     StudyLoopOptions options)
    : m_storage(std::move(storage))
    , m_sampler(std::move(sampler))
    , m_pruner(std::move(pruner))
    , m_options(options)
{
}

Result<std::unique_ptr<StudyLoop>> StudyLoop::open(std::shared_ptr<StudyStorage> storage, std::unique_ptr<Sampler> sampler,
                                                   std::unique_ptr<Pruner> pruner, StudyLoopOptions options)
{
    std::unique_ptr<StudyLoop> loop(new StudyLoop(std::move(storage), std::move(sampler), std::move(pruner), options));
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
    loop->m_history.takeIn(*trials);
    for (const FrozenTrial& trial : *trials)
        if (trial.state == TrialState::Running && trial.systemAttributes.contains(ownTrialKey))
            loop->m_interrupted.emplace(loop->m_history.placeOf(trial.trialId), trial);
    return loop;
}

/// Reads all trials after seenThrough(), this program's own ones among them, so that none of another program in between is missed.
Status StudyLoop::takeInNewTrials()
{
    const auto added = m_storage->trials(m_history.seenThrough());
    if (!added)
        return added.error();
    m_history.takeIn(*added);
    return {};
}

std::string StudyLoop::addSamplerState(TrialUpdate& update) const
{
    if (m_options.lag > 0)
        return m_samplerState;
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

void StudyLoop::seedDraw(std::size_t place, std::uint64_t draw)
{
    if (m_options.lag > 0)
        m_sampler->reseed(deriveSeed(deriveSeed(m_options.seed, std::uint64_t(m_history.at(place).number)), draw));
}

std::vector<Parameter> StudyLoop::drawJointly(std::size_t place)
{
    seedDraw(place, 0);
    return withHistory(place, [&](const History& known, std::size_t at) { return m_sampler->beginTrial(known, at); });
}

double StudyLoop::drawOne(std::size_t place, const std::string& name, const Distribution& distribution)
{
    const Observation& trial = m_history.at(place);
    seedDraw(place, trial.parameters.size() + 1); // 0 is the joint draw
    return withHistory(
        place, [&](const History& known, std::size_t at) { return m_sampler->suggest(known, at, trial.joint, name, distribution); });
}

Result<TrialHandle> StudyLoop::begin()
{
    const std::lock_guard lock(m_mutex);
    if (const Status taken = takeInNewTrials(); !taken)
        return taken.error();
    const Result<std::optional<TrialHandle>> waiting = beginWaiting();
    if (!waiting)
        return waiting.error();
    return *waiting ? **waiting : beginNew();
}

Result<std::optional<TrialHandle>> StudyLoop::beginWaiting()
{
    while (const std::optional<std::size_t> place = m_history.waiting()) {
        m_history.at(*place).state = TrialState::Running;
        std::vector<Parameter> joint = drawJointly(*place);
        TrialUpdate first;
        std::string position = describeStart(joint, first);
        const std::int64_t id = m_history.trialId(*place);
        auto begun = m_storage->startTrial(id, first);
        if (begun && *begun) {
            m_samplerState = std::move(position);
            m_history.takeFromQueue(*place);
            return std::optional(giveOut(*place, std::move(**begun), std::move(joint)));
        }
        m_history.at(*place).state = TrialState::Waiting;
        if (const Status restored = m_sampler->restore(m_samplerState); !restored)
            return restored.error();
        if (!begun)
            return begun.error();
        const auto now = m_storage->trials(id - 1, id); // another program took the trial: read what became of it
        if (!now)
            return now.error();
        m_history.takeFromQueue(*place, now->empty() ? nullptr : &now->front());
    }
    return std::optional<TrialHandle>();
}

Result<TrialHandle> StudyLoop::beginNew()
{
    std::size_t place = m_history.open();
    std::vector<Parameter> joint = drawJointly(place);
    TrialUpdate first;
    std::string position = describeStart(joint, first);
    auto created = m_storage->createTrial(first);
    if (const Status settled = settleSampler(created ? Status() : created.error(), std::move(position)); !settled) {
        m_history.dropLast();
        return settled.error();
    }
    if (created->number == m_history.at(place).number) {
        m_history.keep(place, created->trialId);
    } else { // another program has created trials meanwhile: they come first in the history, then this one
        m_history.dropLast();
        if (const Status taken = takeInNewTrials(); !taken)
            return taken.error();
        m_history.takeIn({*created});
        place = m_history.placeOf(created->trialId);
    }
    return giveOut(place, std::move(created).value(), std::move(joint));
}

TrialHandle StudyLoop::giveOut(std::size_t place, FrozenTrial trial, std::vector<Parameter> joint)
{
    const std::int64_t number = trial.number;
    m_history.at(place).joint = std::move(joint);
    m_givenOut.insert_or_assign(place, std::move(trial));
    return TrialHandle(*this, number, place);
}

std::string StudyLoop::describeStart(const std::vector<Parameter>& joint, TrialUpdate& first) const
{
    first.systemAttributes = relativeParams(joint);
    first.systemAttributes[ownTrialKey] = true;
    first.systemAttributes[continuedKey] = nlohmann::json::array();
    return addSamplerState(first);
}

std::vector<std::int64_t> StudyLoop::interruptedTrials() const
{
    const std::lock_guard lock(m_mutex);
    return interruptedNumbers();
}

std::vector<std::int64_t> StudyLoop::interruptedNumbers() const
{
    std::vector<std::int64_t> numbers;
    for (const auto& [place, trial] : m_interrupted)
        numbers.push_back(trial.number);
    if (m_options.lag > 0) // each waits for those before it, so that the lowest must be the first
        std::ranges::sort(numbers);
    return numbers;
}

bool StudyLoop::isReady() const
{
    const std::lock_guard lock(m_mutex);
    if (m_options.lag == 0)
        return true;
    const std::optional<std::size_t> waiting = m_history.waiting();
    const std::int64_t next = !m_interrupted.empty() ? interruptedNumbers().front()
                              : waiting              ? m_history.at(*waiting).number
                                                     : m_history.nextNumber();
    return std::ranges::none_of(m_givenOut, [&](const auto& running) { return running.second.number <= next - m_options.lag; });
}

TrialHandle StudyLoop::resume(std::int64_t number)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find_if(m_interrupted, [&](const auto& entry) { return entry.second.number == number; });
    assert(found != m_interrupted.end());
    auto taken = m_interrupted.extract(found);
    const std::size_t place = taken.key();
    TrialHandle handle = giveOut(place, std::move(taken.mapped()), m_history.at(place).joint);
    handle.m_resumed = true;
    return handle;
}

Status StudyLoop::write(std::size_t place, const TrialUpdate& update)
{
    if (const Status written = m_storage->updateTrial(m_history.trialId(place), update); !written)
        return written;
    FrozenTrial& trial = m_givenOut.at(place);
    for (const auto& [key, value] : update.userAttributes)
        trial.userAttributes[key] = value;
    for (const auto& [key, value] : update.systemAttributes)
        trial.systemAttributes[key] = value;
    m_history.amend(place, update);
    return {};
}

Result<double> StudyLoop::suggest(std::size_t place, const std::string& name, const Distribution& distribution)
{
    const std::lock_guard lock(m_mutex);
    for (const Parameter& known : m_history.at(place).parameters)
        if (known.name == name) {
            if (known.distribution != distribution)
                return Error{ErrorCode::StudyOtherSpace, m_storage->studyName(), name, {}};
            return known.value;
        }
    TrialUpdate update;
    const Result<std::optional<double>> enqueued = enqueuedValue(m_givenOut.at(place), name, distribution, update);
    if (!enqueued)
        return enqueued.error();
    const double value = *enqueued ? **enqueued : drawOne(place, name, distribution);
    update.parameters.push_back({name, distribution, value});
    std::string position = addSamplerState(update);
    if (const Status settled = settleSampler(write(place, update), std::move(position)); !settled)
        return settled.error();
    return value;
}

Status StudyLoop::setContinued(std::size_t place, double trained)
{
    const std::lock_guard lock(m_mutex);
    TrialUpdate update;
    update.systemAttributes[continuedKey] = continuedAt(m_givenOut.at(place), currentTime(), trained);
    return write(place, update);
}

Status StudyLoop::report(std::size_t place, int step, double value)
{
    const std::lock_guard lock(m_mutex);
    TrialUpdate update;
    update.intermediate.emplace_back(step, value);
    return write(place, update);
}

Result<bool> StudyLoop::shouldPrune(std::size_t place)
{
    const std::lock_guard lock(m_mutex);
    if (!m_pruner)
        return false;
    TrialUpdate update;
    const bool prune = withHistory(place, [&](const History& known, std::size_t at) {
        return m_pruner->shouldPrune(known, known.trials->at(at), update.systemAttributes);
    });
    if (!update.systemAttributes.empty())
        if (const Status written = write(place, update); !written)
            return written.error();
    return prune;
}

std::optional<int> StudyLoop::lastStep(std::size_t place) const
{
    const std::lock_guard lock(m_mutex);
    const auto& reports = m_history.at(place).intermediate;
    return reports.empty() ? std::nullopt : std::optional(reports.back().first);
}

Status StudyLoop::setUserAttributes(std::size_t place, const Attributes& attributes)
{
    const std::lock_guard lock(m_mutex);
    TrialUpdate update;
    update.userAttributes = attributes;
    return write(place, update);
}

Result<FrozenTrial> StudyLoop::finish(const TrialHandle& handle, TrialOutcome outcome)
{
    const std::lock_guard lock(m_mutex);
    const std::size_t place = handle.m_place;
    Observation& seen = m_history.at(place);
    const TrialUpdate update = ending(std::move(outcome), seen);
    if (const Status written = write(place, update); !written)
        return written.error();

    seen.state = update.end->state;
    if (seen.state == TrialState::Complete)
        seen.value = update.end->value;
    seen.joint.clear();
    FrozenTrial ended = std::move(m_givenOut.extract(place).mapped());
    ended.state = update.end->state;
    ended.value = update.end->value;
    ended.finished = update.end->finished;
    ended.parameters = seen.parameters;
    ended.intermediate = seen.intermediate;
    return ended;
}

Result<FrozenTrial> StudyLoop::run(Objective& objective, TrialHandle trial)
{
    Result<TrialOutcome> outcome = [&]() -> Result<TrialOutcome> {
        try {
            return objective.run(trial);
        } catch (const std::bad_alloc& exception) {
            return failedOutcome(ErrorCode::OutOfMemory, trial.number(), exception.what());
        } catch (const std::exception& exception) {
            return failedOutcome(ErrorCode::TrainingFailed, trial.number(), exception.what());
        }
    }();
    if (!outcome)
        return outcome.error();
    return finish(trial, std::move(outcome.value()));
}

int StudyLoop::count(TrialState state) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(std::ranges::count(m_history.trials(), state, &Observation::state));
}

int StudyLoop::spent() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_givenOut.size())
           + static_cast<int>(std::ranges::count_if(m_history.trials(), isFinished, &Observation::state));
}

} // namespace reweigh
