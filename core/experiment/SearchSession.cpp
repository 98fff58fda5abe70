// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/SearchSession.h"

#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/experiment/SearchCheck.h"
#include "core/experiment/TrialQueue.h"
#include "core/experiment/WorkerChoice.h"
#include "core/search/SamplerFactory.h"
#include "core/storage/SqlStorage.h"
#include "core/study/PrunerFactory.h"
#include "core/study/TrialError.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace reweigh {
namespace {

StudyFacts factsOf(const ExperimentConfig& config, const DataPlan& plan, const std::string& engineVersion)
{
    return {.config = toJson(config),
            .fingerprintCode = plan.fingerprintCode,
            .fingerprint = nlohmann::json::parse(plan.fingerprintJson),
            .space = searchSpace(config.search),
            .program = REWEIGH_VERSION,
            .engine = engineVersion,
            .lastEpochs = config.search.objectiveEpochs};
}

/// Stores `facts` in a study that has neither facts nor trials: the program that made it was killed before it could store them.
Status completeFacts(SqlStorage& storage, const StudyFacts& facts)
{
    const Result<StudyAttributes> attributes = storage.attributes();
    if (!attributes)
        return attributes.error();
    if (attributes->user.contains(attribute::config))
        return {};
    const Result<std::int64_t> trials = storage.trialCount();
    if (!trials)
        return trials.error();
    return *trials > 0 ? Status() : storage.setAttributes({.user = toAttributes(facts)});
}

/// Stores that the study goes on to `trials` trials in all, where that is more than it says: whoever opens it later knows what is left.
Status raiseTrials(StudyStorage& storage, int trials)
{
    const Result<StudyAttributes> attributes = storage.attributes();
    if (!attributes)
        return attributes.error();
    const auto config = attributes->user.find(attribute::config);
    if (config == attributes->user.end() || !config->second.is_object())
        return {}; // another program's study
    nlohmann::json raised = config->second;
    const auto stored = raised.find("trials");
    if (stored == raised.end() || !stored->is_number_integer() || *stored >= trials)
        return {};
    *stored = trials;
    return storage.setAttributes({.user = {{attribute::config, std::move(raised)}}});
}

/// Opens the study `asked`, an empty name meaning the only one, or creates it, named so or else `name`, and stores `facts` in it.
Result<std::shared_ptr<SqlStorage>> openStudy(const std::filesystem::path& file, const StudyFacts& facts, const std::string& name,
                                              const std::string& asked, bool resume)
{
    if (!isThere(file)) {
        // Trainings of another study, which has another file here or whose file was removed: this one's trials would go on from theirs.
        if (const StudyFolder folder = StudyFolder::ofFile(file); !resume && folder.lastAttempt(0) > 0)
            return Error{ErrorCode::StudyExists, folder.trialRun(0, 1).string(), {}, "--resume"};
        if (file.has_parent_path())
            if (const Status folder = makeFolder(file.parent_path()); !folder)
                return folder.error();
        auto made = SqlStorage::create(file, asked.empty() ? name : asked, Direction::Maximize);
        if (!made)
            return made;
        if (const Status set = (*made)->setAttributes({.user = toAttributes(facts)}); !set)
            return set.error();
        return made;
    }
    if (!resume)
        return Error{ErrorCode::StudyExists, file.string(), {}, "--resume"};
    auto opened = SqlStorage::open(file, StorageMode::Write, asked);
    if (!opened)
        return opened;
    if (const Status same = checkResumable(**opened, facts, file); !same)
        return same.error();
    if (const Status complete = completeFacts(**opened, facts); !complete)
        return complete.error();
    if (const Status raised = raiseTrials(**opened, facts.config.at("trials").get<int>()); !raised)
        return raised.error();
    return opened;
}

} // namespace

std::string defaultStudyFolder(const ExperimentConfig& config, const DataPlan& plan)
{
    return "studies/" + config.data.dataset + "-" + plan.fingerprintCode;
}

Result<std::unique_ptr<SearchSession>> SearchSession::open(const ExperimentConfig& config, PreparedData data, bool resume,
                                                           const std::string& engineVersion, const std::string& studyName)
{
    std::unique_ptr<SearchSession> session(new SearchSession(StudyFolder::of(config)));
    const std::filesystem::path& file = session->m_folder.file();
    const StudyFacts facts = factsOf(config, *data.plan, engineVersion);
    auto storage = openStudy(file, facts, data.source->name + " " + data.plan->fingerprintCode, studyName, resume);
    if (!storage)
        return storage.error();
    auto sampler = makeSampler(config.search.sampler, config.search.searchSeed, config.search.ownSettings);
    if (!sampler)
        return sampler.error();
    auto pruner = makePruner(config.search.pruner, config.search.ownSettings);
    if (!pruner)
        return pruner.error();
    auto loop = StudyLoop::open(*storage, std::move(sampler).value(), std::move(pruner).value(),
                                {.lag = config.search.lag, .seed = config.search.searchSeed});
    if (!loop)
        return loop.error();
    session->m_config = config;
    session->m_data = std::move(data);
    session->m_loop = std::move(loop).value();
    return session;
}

int SearchSession::finishedTrials() const
{
    return m_loop->count(TrialState::Complete) + m_loop->count(TrialState::Pruned) + m_loop->count(TrialState::Failed);
}

int SearchSession::remainingTrials() const
{
    return std::max(0, m_config.search.trials - finishedTrials());
}

Status SearchSession::run(std::shared_ptr<Engine> engine, const StudyEvents& events, const std::stop_token& stop, SearchBudget& budget)
{
    budget.settle(usualWorkers(m_config, engine.get()));
    const std::unique_ptr<JobQueue> trials = queue(std::move(engine), events, budget);
    const Status done = runJobs(*trials, budget, stop);
    const Status raised = raiseTrials(storage(), budget.trials()); // a budget may be raised while it is spent
    if (!done && done.error().code == ErrorCode::Interrupted)
        return Error{ErrorCode::Interrupted, m_folder.folder().string(), {}, {}};
    return done ? raised : done;
}

std::unique_ptr<JobQueue> SearchSession::queue(std::shared_ptr<Engine> engine, const StudyEvents& events, const SearchBudget& budget)
{
    const auto oneCall = std::make_shared<std::mutex>();
    return std::make_unique<TrialQueue>(
        *m_loop, budget,
        [this, engine = std::move(engine), &events, &budget, oneCall](const TrialHandle& trial, const std::stop_token& stop) {
            TrainingObjective objective(m_config, m_data, engine, m_folder, stop, events, budget.workers());
            const Result<FrozenTrial> finished = m_loop->run(objective, trial);
            if (!finished)
                return Status(finished.error());
            if (events.trialFinished) {
                const std::lock_guard lock(*oneCall);
                events.trialFinished(*finished);
            }
            // On a lost device the next trials would fail as well, so the search ends.
            const std::optional<Error> error = errorOf(*finished);
            return error && error->code == ErrorCode::DeviceLost ? Status(*error) : Status();
        });
}

} // namespace reweigh
