// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Comparison.h"

#include "core/base/FileIo.h"
#include "core/experiment/RunFacts.h"

#include <algorithm>

namespace reweigh {
namespace {

Proposal proposalOf(ArmKind kind, const ExperimentConfig& config, const Proposal& best)
{
    const bool normalised = config.training.metaNet.normalised;
    const TrainOptions defaults;
    switch (kind) {
    case ArmKind::Searched:
        return best;
    case ArmKind::Largest:
        return largestProposal(config.search, normalised);
    case ArmKind::FixedSearched:
        return {{.tap = best.metaNet.tap, .withLabel = best.metaNet.withLabel, .normalised = normalised}, defaults.metaLr};
    case ArmKind::Fixed:
    case ArmKind::CrossEntropy:
        break;
    }
    return {{.normalised = normalised}, defaults.metaLr};
}

} // namespace

std::filesystem::path armFolder(ArmKind kind, int seed)
{
    return std::filesystem::path(armName(kind)) / ("seed-" + std::to_string(seed));
}

Result<std::vector<ArmResult>> runComparison(const ExperimentConfig& config, const PreparedData& data, Engine& engine,
                                             const Proposal& best, const std::vector<ArmKind>& kinds,
                                             const std::filesystem::path& folder, std::stop_token stop,
                                             const ArmObserverMaker& observe)
{
    std::vector<ArmResult> arms;
    for (const ArmKind kind : kinds)
        arms.push_back({.kind = kind, .proposal = proposalOf(kind, config, best)});

    for (int seed = 1; seed <= config.search.armSeeds; ++seed) {
        DataOptions options = config.data;
        options.seed += std::uint64_t(seed);
        const Result<PreparedData> fresh = prepareData(options, data.source);
        if (!fresh)
            return fresh.error();
        for (ArmResult& arm : arms) {
            TrainJob job{.data = options, .training = config.training, .source = fresh->source, .plan = fresh->plan,
                         .runDir = folder / armFolder(arm.kind, seed), .resume = true};
            job.training.weighting = arm.kind == ArmKind::CrossEntropy ? "none" : "mwnet";
            if (arm.kind == ArmKind::CrossEntropy)
                job.training.loss = "ce";
            job.training.metaNet = arm.proposal.metaNet;
            job.training.metaLr = arm.proposal.metaLr;
            job.training.trainSeed += std::uint64_t(seed);
            if (Status status = makeFolder(job.runDir); !status)
                return status.error();
            RunObserver silent;
            const auto observer = observe ? observe(arm.kind, seed) : nullptr;
            const Result<TrainResult> result = engine.train(job, observer ? *observer : silent, stop);
            if (!result)
                return result.error();
            if (result->end == RunEnd::Interrupted || result->end == RunEnd::Stopped)
                return Error{ErrorCode::Interrupted, folder.parent_path().string(), {}, {}};
            if (result->end == RunEnd::NonFinite || result->epochs.empty())
                return Error{ErrorCode::TrainingFailed, job.runDir.string(), "the loss is not finite", {}};
            arm.parameters = result->run.metaParameters;
            arm.runs.push_back({.dataSeed = options.seed, .trainSeed = job.training.trainSeed, .stampCode = fresh->plan->stampCode,
                                .seconds = result->epochs.back().secondsElapsed,
                                .metrics = runMetrics(result->epochs, config.search.objectiveEpochs)});
        }
    }
    return arms;
}

} // namespace reweigh
