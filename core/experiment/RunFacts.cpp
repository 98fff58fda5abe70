// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/RunFacts.h"

#include "core/analysis/MechanismVerdict.h"
#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/MachineCores.h"
#include "core/config/ConfigJson.h"
#include "core/runfiles/RunFolder.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace reweigh {
namespace {

constexpr const char* sizeGroups[] = {"many", "medium", "few"};

struct MetricRow {
    std::string name;
    MetricKind kind;
    std::function<double(const EpochFigures&)> pick;
};

void addSplits(std::vector<MetricRow>& rows)
{
    const std::pair<const char*, SplitFigures EpochFigures::*> splits[] = {{"train", &EpochFigures::train},
                                                                           {"meta", &EpochFigures::meta},
                                                                           {"validation", &EpochFigures::validation},
                                                                           {"test", &EpochFigures::test}};
    const std::pair<const char*, double SplitFigures::*> figures[] = {{"accuracy", &SplitFigures::accuracy},
                                                                      {"balanced_accuracy", &SplitFigures::balancedAccuracy},
                                                                      {"many", &SplitFigures::many},
                                                                      {"medium", &SplitFigures::medium},
                                                                      {"few", &SplitFigures::few}};
    const auto add = [&](const std::string& name, MetricKind kind, SplitFigures EpochFigures::*split, double SplitFigures::*figure) {
        rows.push_back({name, kind, [=](const EpochFigures& epoch) { return (epoch.*split).*figure; }});
    };
    for (const auto& [split, member] : splits) {
        const std::string of = std::string(split) + '.';
        add(of + "loss", {.scale = MetricScale::Number, .higherIsBetter = false}, member, &SplitFigures::loss);
        for (const auto& [figure, value] : figures)
            add(of + figure, {.scale = MetricScale::Share}, member, value);
        if (member != &EpochFigures::train) // where it is not measured
            add(of + "calibration_error", {.scale = MetricScale::Share, .higherIsBetter = false}, member, &SplitFigures::calibrationError);
    }
}

void addWeightMetrics(std::vector<MetricRow>& rows)
{
    using Epoch = const EpochFigures&;
    const auto add = [&](const std::string& name, MetricScale scale, std::function<double(Epoch)> pick, bool higherIsBetter = true) {
        rows.push_back({name, {.scale = scale, .higherIsBetter = higherIsBetter, .ofWeights = true}, std::move(pick)});
    };
    using enum MetricScale;
    add("detection.auroc", Index, [](Epoch e) { return e.detection.auroc; });
    add("detection.average_precision", Index, [](Epoch e) { return e.detection.averagePrecision; });
    for (std::size_t group = 0; group < 3; ++group) {
        const std::string of = std::string("_") + sizeGroups[group];
        add("detection.auroc" + of, Index, [=](Epoch e) { return e.detection.aurocByGroup[group]; });
        add("detection.average_precision" + of, Index, [=](Epoch e) { return e.detection.averagePrecisionByGroup[group]; });
        add("weights.right" + of, Number, [=](Epoch e) { return e.detection.meanRightWeight[group]; });
        add(
            "weights.wrong" + of, Number, [=](Epoch e) { return e.detection.meanWrongWeight[group]; }, false);
    }
    add("weights.share_wrongness", Index, [](Epoch e) { return e.shares.wrongness; });
    add("weights.share_size", Index, [](Epoch e) { return e.shares.size; });
    add("weights.share_interaction", Index, [](Epoch e) { return e.shares.interaction; });
    add("weights.spread", Number, [](Epoch e) { return weightEvidence(e).spread; });
    add("weights.wrong", Count, [](Epoch e) { return weightEvidence(e).wrong; });
    add("weights.right", Count, [](Epoch e) { return weightEvidence(e).right; });
    add("weights.wrong_count_few", Count, [](Epoch e) { return mechanismEvidence(e).wrongFew; });
    add("weights.right_count_few", Count, [](Epoch e) { return mechanismEvidence(e).rightFew; });
}

bool isOfGroups(std::string_view name)
{
    return name.starts_with("weights.share_")
           || std::ranges::any_of(sizeGroups, [name](std::string_view group) { return name.ends_with(group); });
}

const std::vector<MetricRow>& metricRows()
{
    static const std::vector<MetricRow> rows = [] {
        std::vector<MetricRow> all;
        addSplits(all);
        addWeightMetrics(all);
        for (MetricRow& row : all)
            row.kind.ofGroups = isOfGroups(row.name);
        return all;
    }();
    return rows;
}

} // namespace

const std::map<std::string, MetricKind>& knownMetrics()
{
    static const std::map<std::string, MetricKind> kinds = [] {
        std::map<std::string, MetricKind> all;
        for (const MetricRow& row : metricRows())
            all.emplace(row.name, row.kind);
        return all;
    }();
    return kinds;
}

MetricKind metricKind(const std::string& metric)
{
    const auto known = knownMetrics().find(metric);
    return known == knownMetrics().end() ? MetricKind() : known->second;
}

std::map<std::string, MetricSummary> runMetrics(const EpochList& epochs, int k)
{
    std::map<std::string, MetricSummary> metrics;
    if (epochs.empty())
        return metrics;
    const bool hasWeights = !epochs.back().curve.loss.empty();
    for (const MetricRow& row : metricRows()) {
        if (row.kind.ofWeights && !hasWeights)
            continue;
        std::vector<double> values;
        for (const EpochFigures& epoch : epochs)
            values.push_back(row.pick(epoch));
        metrics.emplace(row.name, summariseMetric(values, k, row.kind.higherIsBetter));
    }
    return metrics;
}

TrialFacts runFacts(const TrainJob& job, const TrainResult& result, int k)
{
    TrialFacts facts;
    facts.architecture = job.training.metaNet;
    facts.metaLr = job.training.metaLr;
    facts.parameters = result.run.metaParameters;
    facts.classifierParameters = result.run.parameters;
    facts.metrics = runMetrics(result.epochs, k);
    facts.dataSeed = job.data.seed;
    facts.trainSeed = job.training.trainSeed;
    ExperimentConfig config;
    config.training = job.training;
    facts.training = settingsJson(config, FieldGroup::Training);
    facts.device = result.run.device;
    facts.deviceReason = result.run.deviceReason;
    facts.precision = result.run.precision;
    return facts;
}

nlohmann::json readRunJson(const std::filesystem::path& folder)
{
    const Result<std::string> text = readFile(RunFolder(folder).file("run.json"));
    const nlohmann::json run = text ? parsedJsonOrNone(*text) : nlohmann::json();
    return run.is_discarded() ? nlohmann::json() : run;
}

int batchOfAttempt(int batchSize, int attempt)
{
    return std::max(2, batchSize >> (attempt - 1));
}

int recordedThreads(const std::filesystem::path& folder)
{
    return threadsOf(readRunJson(folder));
}

std::optional<int> begunThreads(const std::filesystem::path& folder)
{
    const int begun = recordedThreads(folder);
    return begun > 0 ? std::optional(begun == machineCores() ? 0 : begun) : std::nullopt;
}

int threadsOf(const nlohmann::json& run)
{
    return wholeAt(run, "/device/threads");
}

} // namespace reweigh
