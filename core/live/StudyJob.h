// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"
#include "core/experiment/SearchBudget.h"
#include "core/experiment/StudyEvents.h"
#include "core/live/StudyRunner.h"

#include <functional>
#include <stop_token>

namespace reweigh {

/// What a StudyRunner has been asked to run.
struct StudyJob {
    ExperimentConfig config;
    std::vector<Variant> variants; ///< of a comparison; empty for a search
};

/// Where the news of a job goes. Called on its threads.
struct JobEvents {
    std::function<void(const PreparedData&)> prepared; ///< the data are read and the recipe carried out
    std::function<void(const std::filesystem::path& study)> opened;
    StudyEvents study;
};

/// Reads the data, opens the engine and the study, and runs the job to its end, on the calling thread and on those of
/// its trials. No exception leaves it. Errors: those of prepareData, the engine, SearchSession and compareInStudy.
Status runJob(StudyJob job, const EngineOpener& openEngine, const JobEvents& events, SearchBudget& budget, std::stop_token stop);

} // namespace reweigh
