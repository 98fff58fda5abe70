// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/RunFacts.h"

#include "core/analysis/MechanismVerdict.h"
#include "core/base/FileIo.h"
#include "core/config/ConfigJson.h"
#include "core/runfiles/RunFolder.h"

#include <functional>

namespace reweigh {
namespace {

constexpr const char* sizeGroups[] = {"many", "medium", "few"};

} // namespace

std::map<std::string, MetricSummary> runMetrics(const EpochList& epochs, int k)
{
    std::map<std::string, MetricSummary> metrics;
    if (epochs.empty())
        return metrics;
    const auto add = [&](const std::string& name, bool higherIsBetter, const std::function<double(const EpochFigures&)>& pick) {
        std::vector<double> values;
        for (const EpochFigures& epoch : epochs)
            values.push_back(pick(epoch));
        metrics.emplace(name, summariseMetric(values, k, higherIsBetter));
    };
    const std::pair<const char*, SplitFigures EpochFigures::*> splits[] = {{"train", &EpochFigures::train},
                                                                           {"meta", &EpochFigures::meta},
                                                                           {"validation", &EpochFigures::validation},
                                                                           {"test", &EpochFigures::test}};
    const std::pair<const char*, double SplitFigures::*> figures[] = {{"accuracy", &SplitFigures::accuracy},
                                                                      {"balanced_accuracy", &SplitFigures::balancedAccuracy},
                                                                      {"many", &SplitFigures::many},
                                                                      {"medium", &SplitFigures::medium},
                                                                      {"few", &SplitFigures::few}};
    for (const auto& [split, member] : splits) {
        add(std::string(split) + ".loss", false, [m = member](const EpochFigures& e) { return (e.*m).loss; });
        for (const auto& [figure, value] : figures)
            add(std::string(split) + '.' + figure, true, [m = member, v = value](const EpochFigures& e) { return (e.*m).*v; });
        if (member != &EpochFigures::train) // where it is not measured
            add(std::string(split) + ".calibration_error", false, [m = member](const EpochFigures& e) { return (e.*m).calibrationError; });
    }
    if (!epochs.back().curve.loss.empty()) {
        add("detection.auroc", true, [](const EpochFigures& e) { return e.detection.auroc; });
        add("detection.average_precision", true, [](const EpochFigures& e) { return e.detection.averagePrecision; });
        for (std::size_t group = 0; group < 3; ++group) {
            const std::string of = std::string("_") + sizeGroups[group];
            add("detection.auroc" + of, true, [=](const EpochFigures& e) { return e.detection.aurocByGroup[group]; });
            add("detection.average_precision" + of, true,
                [=](const EpochFigures& e) { return e.detection.averagePrecisionByGroup[group]; });
            add("weights.right" + of, true, [=](const EpochFigures& e) { return e.detection.meanRightWeight[group]; });
            add("weights.wrong" + of, false, [=](const EpochFigures& e) { return e.detection.meanWrongWeight[group]; });
        }
        add("weights.share_wrongness", true, [](const EpochFigures& e) { return e.shares.wrongness; });
        add("weights.share_size", true, [](const EpochFigures& e) { return e.shares.size; });
        add("weights.share_interaction", true, [](const EpochFigures& e) { return e.shares.interaction; });
        add("weights.spread", true, [](const EpochFigures& e) { return weightEvidence(e).spread; });
        add("weights.wrong", true, [](const EpochFigures& e) { return weightEvidence(e).wrong; });
        add("weights.right", true, [](const EpochFigures& e) { return weightEvidence(e).right; });
        add("weights.wrong_count_few", true, [](const EpochFigures& e) { return mechanismEvidence(e).wrongFew; });
        add("weights.right_count_few", true, [](const EpochFigures& e) { return mechanismEvidence(e).rightFew; });
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
    const nlohmann::json run = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
    return run.is_discarded() ? nlohmann::json() : run;
}

int recordedThreads(const std::filesystem::path& folder)
{
    const nlohmann::json run = readRunJson(folder);
    const nlohmann::json::json_pointer threads("/device/threads");
    return run.is_object() && run.contains(threads) && run.at(threads).is_number_integer() ? run.at(threads).get<int>() : 0;
}

} // namespace reweigh
