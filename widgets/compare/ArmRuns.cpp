// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/ArmRuns.h"

#include "core/config/ConfigJson.h"
#include "core/experiment/RunFacts.h"
#include "widgets/state/OpenStudy.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr int mostSeeds = 100; ///< of an arm, whose epochs are read

std::map<std::string, double> meansOf(const std::map<std::string, MetricSummary>& metrics)
{
    std::map<std::string, double> means;
    for (const auto& [name, metric] : metrics)
        means.emplace(name, metric.meanOfLast);
    return means;
}

bool isDone(const RunRecord& record, const ExperimentConfig& config)
{
    const int epochs = record.started ? record.started->epochs : config.training.epochs;
    return !record.epochs.empty() && record.epochs.back().epoch >= epochs;
}

const ArmResult* stored(const StudySnapshot& study, ArmKind kind)
{
    const auto found = std::ranges::find(study.arms, kind, &ArmResult::kind);
    return found == study.arms.end() ? nullptr : &*found;
}

} // namespace

const std::vector<ArmKind>& armOrder()
{
    static const std::vector<ArmKind> order = {ArmKind::Searched, ArmKind::Largest, ArmKind::FixedSearched, ArmKind::Fixed,
                                               ArmKind::CrossEntropy};
    return order;
}

std::vector<double> ArmSeeds::values(const std::string& metric) const
{
    std::vector<double> found;
    for (const auto& [seed, run] : runs)
        if (const auto value = run.metrics.find(metric); value != run.metrics.end() && std::isfinite(value->second))
            found.push_back(value->second);
    return found;
}

const ArmSeeds* ArmRuns::find(ArmKind kind) const
{
    const auto found = std::ranges::find(arms, kind, &ArmSeeds::kind);
    return found == arms.end() ? nullptr : &*found;
}

std::vector<double> ArmRuns::differences(ArmKind of, ArmKind other, const std::string& metric) const
{
    std::vector<double> found;
    const ArmSeeds *a = find(of), *b = find(other);
    if (!a || !b)
        return found;
    for (const auto& [seed, run] : a->runs) {
        const auto paired = b->runs.find(seed);
        if (paired == b->runs.end() || !run.metrics.contains(metric) || !paired->second.metrics.contains(metric))
            continue;
        const double difference = run.metrics.at(metric) - paired->second.metrics.at(metric);
        if (std::isfinite(difference))
            found.push_back(difference);
    }
    return found;
}

std::vector<double> ArmRuns::tailAuroc(ArmKind kind) const
{
    std::vector<double> found;
    const ArmSeeds* arm = find(kind);
    if (!arm)
        return found;
    for (const auto& [seed, run] : arm->runs) {
        if (!run.record)
            continue;
        const EpochList& epochs = run.record->epochs;
        double sum = 0.0;
        int n = 0;
        for (std::size_t i = epochs.size() - std::min(epochs.size(), std::size_t(lastEpochs)); i < epochs.size(); ++i)
            if (const double tail = epochs[i].detection.aurocByGroup[2]; !epochs[i].curve.loss.empty() && std::isfinite(tail)) {
                sum += tail;
                ++n;
            }
        if (n > 0)
            found.push_back(sum / n);
    }
    return found;
}

int ArmRuns::missing(int seeds) const
{
    int shortage = 0;
    for (const ArmKind kind : armOrder()) {
        const ArmSeeds* arm = find(kind);
        shortage += std::max(0, seeds - (arm ? int(arm->runs.size()) : 0));
    }
    return shortage;
}

ExperimentConfig comparedConfig(const OpenStudy& study)
{
    const std::shared_ptr<const StudySnapshot> snapshot = study.snapshot();
    ExperimentConfig stored;
    if (!snapshot->facts || !applyJson(stored, snapshot->facts->config))
        return study.config();
    stored.search.armSeeds = study.config().search.armSeeds;
    return stored;
}

ArmRuns gatherArms(const StudySnapshot& study, const ExperimentConfig& config, const RecordOf& recordOf)
{
    ArmRuns result{.lastEpochs = config.search.objectiveEpochs};
    for (const ArmKind kind : armOrder()) {
        ArmSeeds arm{.kind = kind};
        const ArmResult* kept = stored(study, kind);
        const int keptRuns = kept ? int(kept->runs.size()) : 0;
        for (int seed = 1; seed <= keptRuns; ++seed)
            arm.runs[seed].metrics = meansOf(kept->runs[std::size_t(seed) - 1].metrics);
        for (int seed = 1; seed <= std::min(mostSeeds, std::max(keptRuns, config.search.armSeeds)); ++seed) {
            std::shared_ptr<const RunRecord> record = recordOf(RunKey::ofArm(armName(kind), seed));
            if (!record || !isDone(*record, config))
                continue;
            // A run of this process is newer than what an earlier comparison stored.
            if (record->started || !arm.runs.contains(seed))
                arm.runs[seed].metrics = meansOf(runMetrics(record->epochs, result.lastEpochs));
            arm.runs[seed].record = std::move(record);
        }
        if (!arm.runs.empty())
            result.arms.push_back(std::move(arm));
    }
    return result;
}

ArmRuns gatherArms(OpenStudy& study)
{
    const std::shared_ptr<const StudySnapshot> snapshot = study.snapshot();
    if (!snapshot->facts && snapshot->arms.empty() && !study.runner().comparing())
        return {}; // not a study that has arms: nothing to look for
    return gatherArms(*snapshot, comparedConfig(study), [&study](const RunKey& key) { return study.record(key); });
}

} // namespace reweigh
