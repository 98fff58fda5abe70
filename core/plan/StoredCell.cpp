// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/StoredCell.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/data/readers/SourceFingerprint.h"
#include "core/data/recipe/DataChanges.h"
#include "core/data/recipe/Fingerprint.h"
#include "core/experiment/SearchCheck.h"
#include "core/storage/SqlStorage.h"

#include <algorithm>
#include <limits>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

/// A study as it is stored. Null facts: it was just made, and nothing is in it yet.
struct StoredStudy {
    StudyAttributes attributes;
    std::optional<StudyFacts> facts;
    SearchState search;
};

bool differsThere(const ConfigField& field, const ExperimentConfig& config, const nlohmann::json& theirs, const nlohmann::json& ours)
{
    return isUsed(field, config) && theirs.contains(field.key)
           && decidingValue(field, theirs.at(field.key)) != decidingValue(field, ours.at(field.key));
}

/// Whether a setting that decides results of a cell, or that a search chooses itself but variants take from the study, differs.
bool isOtherThere(const ConfigField& field, const ExperimentConfig& config, const nlohmann::json& theirs, const nlohmann::json& ours)
{
    return field.identity && differsThere(field, config, theirs, ours);
}

/// Whether a setting says which trials of a search are cut short. It decides no trial's result, so that a search may go on with another,
/// but it decides what TPE learns from and which network is found.
bool isOfPruner(const ConfigField& field)
{
    return field.key == "pruner" || std::ranges::any_of(field.needs, [](const Need& need) { return need.key == "pruner"; });
}

std::string differenceText(const std::string& key, const nlohmann::json& theirs, const nlohmann::json& ours)
{
    return key + " is " + jsonText(theirs.at(key)) + " there, " + jsonText(ours.at(key)) + " in the plan";
}

/// Checks that a study was made with `config`, and if `searched` with its pruner: cells are compared as searches of one kind.
/// Errors: StudyOtherSpace (detail = the setting that differs).
Status checkSettings(const nlohmann::json& stored, const ExperimentConfig& config, bool searched, const fs::path& file)
{
    const nlohmann::json theirs = todaysSettings(stored), ours = toJson(config);
    std::string key = differingSetting(stored, ours);
    for (const ConfigField& field : configFields())
        if (key.empty()
            && (isOtherThere(field, config, theirs, ours) || (searched && isOfPruner(field) && differsThere(field, config, theirs, ours))))
            key = field.key;
    return key.empty() ? Status() : Error{ErrorCode::StudyOtherSpace, file.string(), differenceText(key, theirs, ours), {}};
}

Status takeSearch(SearchState& search, const std::vector<FrozenTrial>& trials, Direction direction)
{
    search.finished = int(std::ranges::count_if(trials, [](const FrozenTrial& trial) { return isFinished(trial.state); }));
    search.failed = int(std::ranges::count(trials, TrialState::Failed, &FrozenTrial::state));
    const FrozenTrial* best = bestTrial(trialRefs(trials), direction);
    if (!best)
        return {};
    const Result<TrialFacts> facts = trialFacts(*best);
    if (!facts)
        return facts.error();
    search.best = Proposal{facts->architecture, facts->metaLr};
    search.bestNumber = best->number;
    search.bestValue = *best->value;
    return {};
}

/// Whether there is a file. Errors: FileUnreadable where that cannot be known, as in a folder that may not be read.
Result<bool> isStored(const fs::path& file)
{
    std::error_code code;
    const fs::file_status status = fs::status(file, code);
    if (status.type() == fs::file_type::none)
        return Error{ErrorCode::FileUnreadable, file.parent_path().string(), code.message(), {}};
    return fs::exists(status);
}

/// Checks that a study with these facts has the labels that the file named in the settings of its cell has now. True where that cannot be
/// known, since there is no such file: a study that was copied is used without it. Errors: StudyOtherData, those of LabelSums::of.
Result<bool> areLabelsUnknown(const StudyFacts& facts, const ExperimentConfig& config, const fs::path& study, LabelSums& sums)
{
    if (config.data.noiseType != NoiseType::File)
        return false;
    const nlohmann::json::json_pointer member("/recipe/labels-sha256");
    const Result<std::optional<std::string>> now = sums.of(config.data.labelFile);
    if (!now)
        return now.error();
    if (!*now || !facts.fingerprint.contains(member))
        return true;
    if (facts.fingerprint.at(member) == **now)
        return false;
    return Error{ErrorCode::StudyOtherData, study.string(), "the content of the file of labels " + config.data.labelFile, {}};
}

/// Reads a study made with `config`; its trials only if `searched`. A study that is absent is empty.
Result<StoredStudy> readStudy(const fs::path& file, const ExperimentConfig& config, bool searched)
{
    StoredStudy study;
    study.search.bestValue = std::numeric_limits<double>::quiet_NaN();
    const Result<bool> there = isStored(file);
    if (!there)
        return there.error();
    if (!*there)
        return study;
    const auto storage = SqlStorage::open(file, StorageMode::Read, {}, {.largeAsText = true});
    if (!storage)
        return storage.error();
    Result<StudyAttributes> attributes = (*storage)->attributes();
    if (!attributes)
        return attributes.error();
    study.attributes = std::move(attributes).value();
    const Result<std::int64_t> trialCount = (*storage)->trialCount();
    if (!trialCount)
        return trialCount.error();
    if (*trialCount == 0 && !study.attributes.user.contains(attribute::config))
        return study; // another process has just made it
    Result<StudyFacts> facts = studyFacts(study.attributes, file);
    if (!facts)
        return facts.error();
    if (const Status same = checkSettings(facts->config, config, searched, file); !same)
        return same.error();
    study.facts = std::move(facts).value();
    if (!searched)
        return study;
    const Result<std::vector<FrozenTrial>> trials = (*storage)->trials();
    if (!trials)
        return trials.error();
    if (const Status taken = takeSearch(study.search, *trials, (*storage)->direction()); !taken)
        return taken.error();
    return study;
}

} // namespace

Result<std::optional<std::string>> LabelSums::of(const fs::path& file)
{
    if (const auto known = m_known.find(file); known != m_known.end())
        return known->second;
    const Result<std::string> bytes = readFile(file);
    if (!bytes && bytes.error().code != ErrorCode::FileMissing)
        return bytes.error();
    return m_known.emplace(file, bytes ? std::optional(hexOf(sha256(*bytes))) : std::nullopt).first->second;
}

Result<StoredCell> readCell(const Plan& plan, const PlanCell& cell, LabelSums& sums)
{
    const bool ofSearch = std::ranges::any_of(plan.variants, needsSearch);
    const bool ofRandom = std::ranges::any_of(plan.variants, needsRandomSearch);
    const StudyFolder folder = StudyFolder::of(cell.config);
    const StudyFolder randomFolder = StudyFolder::in(folder.randomSearch());
    Result<StoredStudy> study = readStudy(folder.file(), cell.config, ofSearch);
    if (!study)
        return study.error();
    ExperimentConfig randomConfig = cell.config;
    randomConfig.search.sampler = "random";
    Result<StoredStudy> random = readStudy(ofRandom ? randomFolder.file() : fs::path(), randomConfig, ofRandom);
    if (!random)
        return random.error();
    if (study->facts && random->facts)
        if (const auto compared = compareFingerprints(random->facts->fingerprint, study->facts->fingerprint); !compared.differs.empty())
            return Error{ErrorCode::StudyOtherData, randomFolder.file().string(), compared.differs, {}};

    StoredCell read;
    if (study->facts) {
        const Result<bool> unknown = areLabelsUnknown(*study->facts, cell.config, folder.file(), sums);
        if (!unknown)
            return unknown.error();
        read.state.labelsUnknown = *unknown;
        if (const std::optional<DataChanges> changes = changesFromFingerprint(study->facts->fingerprint))
            read.state.heldOut = changes->labels;
    }
    read.state.cell = &cell;
    read.state.begun = study->facts.has_value();
    read.state.beingWritten = WriterLock::held(folder.file()) || WriterLock::held(randomFolder.file());
    read.state.fingerprintCode = study->facts ? study->facts->fingerprintCode : std::string();
    read.state.search = study->search;
    read.state.random = random->search;
    Result<StoredVariants> variants = storedVariants(study->attributes.user);
    if (!variants)
        return inStudy(variants.error(), folder.file().string());
    read.variants = std::move(variants).value();
    return read;
}

std::string strangerDifference(const Plan& plan, const fs::path& stranger)
{
    const auto storage = SqlStorage::open(StudyFolder::in(stranger).file(), StorageMode::Read, {}, {.largeAsText = true});
    if (!storage)
        return {};
    const Result<StudyAttributes> attributes = (*storage)->attributes();
    if (!attributes)
        return {};
    const Result<StudyFacts> facts = studyFacts(*attributes);
    if (!facts)
        return {};
    const nlohmann::json theirs = todaysSettings(facts->config);
    std::string difference;
    int fewest = std::numeric_limits<int>::max();
    for (const PlanCell& cell : plan.cells) {
        const nlohmann::json ours = toJson(cell.config);
        std::string first;
        int count = 0;
        for (const ConfigField& field : configFields())
            if (isOtherThere(field, cell.config, theirs, ours) && ++count == 1)
                first = field.key;
        if (count > 0 && count < fewest) {
            fewest = count;
            difference = differenceText(first, theirs, ours);
        }
    }
    return difference;
}

} // namespace reweigh
