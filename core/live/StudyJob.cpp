// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/StudyJob.h"

#include "core/base/CaughtError.h"
#include "core/experiment/SearchCheck.h"
#include "core/experiment/SearchSession.h"
#include "core/experiment/StoredComparison.h"
#include "core/storage/SqlStorage.h"

namespace reweigh {
namespace {

Status search(const ExperimentConfig& config, const PreparedData& data, const std::shared_ptr<Engine>& engine,
              const JobEvents& events, SearchBudget& budget, const std::stop_token& stop)
{
    const auto session = SearchSession::open(config, data, true, engine->versions().library);
    if (!session)
        return session.error();
    events.opened(StudyFolder::of(config).file());
    return (*session)->run(engine, events.study, stop, budget);
}

Status compare(const StudyJob& job, const PreparedData& data, const std::shared_ptr<Engine>& engine, const JobEvents& events, SearchBudget& budget,
               const std::stop_token& stop)
{
    const std::filesystem::path file = StudyFolder::of(job.config).file();
    const auto study = SqlStorage::open(file, StorageMode::Write);
    if (!study)
        return study.error();
    const Result<StudyAttributes> attributes = (*study)->attributes();
    if (!attributes)
        return attributes.error();
    const Result<StudyFacts> facts = studyFacts(*attributes);
    if (!facts)
        return facts.error();
    if (const Status same = checkSameData(*facts, *data.plan, file); !same)
        return same;
    events.opened(file);
    const auto results = compareInStudy(**study, {.config = job.config, .variants = job.variants, .data = data, .folder = file.parent_path()}, engine,
                                        budget, stop, events.study);
    return results ? Status() : Status(results.error());
}

Status prepareAndRun(StudyJob& job, const EngineOpener& openEngine, const JobEvents& events, SearchBudget& budget, const std::stop_token& stop)
{
    ExperimentConfig& config = job.config;
    const Result<PreparedData> data = prepareData(config.data);
    if (!data)
        return data.error();
    events.prepared(*data);
    if (config.outDir.empty() && config.search.study.empty())
        config.outDir = defaultStudyFolder(config, *data->plan);
    if (stop.stop_requested())
        return Error{ErrorCode::Interrupted, StudyFolder::of(config).folder().string(), {}, {}};
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *data->source);
    if (!engine)
        return engine.error();
    return job.variants.empty() ? search(config, *data, *engine, events, budget, stop)
                                : compare(job, *data, *engine, events, budget, stop);
}

} // namespace

Status runJob(StudyJob job, const EngineOpener& openEngine, const JobEvents& events, SearchBudget& budget, std::stop_token stop)
{
    try {
        return prepareAndRun(job, openEngine, events, budget, stop);
    } catch (...) {
        return caughtError(StudyFolder::of(job.config).file().string());
    }
}

} // namespace reweigh
