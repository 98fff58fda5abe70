// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/VariantRuns.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/experiment/RunFacts.h"
#include "core/runfiles/RunFolder.h"

namespace reweigh {
namespace {

nlohmann::json runJson(const std::filesystem::path& folder)
{
    const Result<std::string> text = readFile(RunFolder(folder).file("run.json"));
    return text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
}

/// Was the run trained with these settings, on this plan?
bool isOf(const nlohmann::json& run, const ExperimentConfig& config, const DataPlan& plan)
{
    ExperimentConfig theirs;
    if (!run.is_object() || !run.contains("config") || !run.at("config").is_object() || !applyJson(theirs, run.at("config")))
        return false;
    const nlohmann::json& fingerprint = renamedMember(run, "fingerprint", "stamp");
    return decidingSettings(theirs) == decidingSettings(config) && fingerprint.contains("code") && fingerprint.at("code").is_string()
        && isFingerprintOf(fingerprint.at("code"), plan);
}

} // namespace

bool isFingerprintOf(const std::string& code, const DataPlan& plan)
{
    return code == plan.fingerprintCode || code == plan.labelsCode;
}

VariantRuns::VariantRuns(const std::filesystem::path& studyFolder, const std::string& name, const std::string& hash)
    : m_study(StudyFolder::in(studyFolder))
    , m_name(name + "-" + hash)
{
    if (isFolder(m_study.variants() / m_name))
        return;
    std::error_code code;
    for (std::filesystem::directory_iterator at(m_study.variants(), code), end; !code && at != end; at.increment(code))
        if (const std::string other = at->path().filename().string(); other.ends_with("-" + hash))
            m_name = other;
}

std::filesystem::path VariantRuns::folder(int seed, int attempt) const
{
    return m_study.variantRun(m_name, seed, attempt).lexically_relative(m_study.folder());
}

int VariantRuns::newestAttempt(int seed) const
{
    int attempt = 1;
    while (isFolder(m_study.variantRun(m_name, seed, attempt + 1)))
        ++attempt;
    return attempt;
}

std::optional<ReadRun> readFinishedRun(const std::filesystem::path& study, const std::filesystem::path& folder, const ExperimentConfig& config,
                                       const DataPlan& plan, int seed)
{
    const nlohmann::json run = runJson(study / folder);
    if (!isOf(run, config, plan))
        return std::nullopt;
    const auto epochs = RunFolder(study / folder).readEpochs();
    if (!epochs || epochs->empty() || epochs->back().epoch != config.training.epochs)
        return std::nullopt;
    ReadRun read;
    read.run = {.seed = seed, .dataSeed = config.data.seed, .trainSeed = config.training.trainSeed, .fingerprintCode = plan.fingerprintCode,
                .seconds = epochs->back().secondsElapsed, .runDir = folder.generic_string()};
    read.run.metrics = runMetrics(*epochs, config.search.objectiveEpochs);
    read.parameters = run.value("meta_parameters", 0L);
    return read;
}

int recordedThreads(const std::filesystem::path& folder)
{
    const nlohmann::json run = runJson(folder);
    const nlohmann::json::json_pointer threads("/device/threads");
    return run.is_object() && run.contains(threads) && run.at(threads).is_number_integer() ? run.at(threads).get<int>() : 0;
}

} // namespace reweigh
