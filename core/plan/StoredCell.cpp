// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/StoredCell.h"

#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
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

/// Checks that a study was made with `config`. Errors: StudyOtherSpace (detail = the setting that differs).
Status checkSettings(const nlohmann::json& stored, const ExperimentConfig& config, const fs::path& file)
{
    const nlohmann::json theirs = todaysSettings(stored), ours = toJson(config);
    std::string key = differingSetting(stored, ours);
    for (const ConfigField& field : configFields()) // the settings that a search chooses itself but variants take from the study
        if (key.empty() && field.identity && isUsed(field, config) && theirs.contains(field.key)
            && theirs.at(field.key) != ours.at(field.key))
            key = field.key;
    if (key.empty())
        return {};
    return Error{ErrorCode::StudyOtherSpace,
                 file.string(),
                 key + " is " + jsonText(theirs.at(key)) + " there, " + jsonText(ours.at(key)) + " in the plan",
                 {}};
}

Status takeSearch(SearchState& search, const std::vector<FrozenTrial>& trials, Direction direction)
{
    search.finished = int(std::ranges::count_if(trials, [](const FrozenTrial& trial) { return isFinished(trial.state); }));
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

/// Reads a study made with `config`; its trials only if `searched`. A study that is absent is empty.
Result<StoredStudy> readStudy(const fs::path& file, const ExperimentConfig& config, bool searched)
{
    StoredStudy study;
    study.search.bestValue = std::numeric_limits<double>::quiet_NaN();
    if (!isThere(file))
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
    Result<StudyFacts> facts = studyFacts(study.attributes);
    if (!facts)
        return Error{ErrorCode::StudyCorrupt, file.string(), facts.error().where + " " + facts.error().detail, {}};
    if (const Status same = checkSettings(facts->config, config, file); !same)
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

Result<StoredCell> readCell(const Plan& plan, const PlanCell& cell)
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
    read.state.cell = &cell;
    read.state.begun = study->facts.has_value();
    read.state.beingWritten = WriterLock::held(folder.file()) || WriterLock::held(randomFolder.file());
    read.state.fingerprintCode = study->facts ? study->facts->fingerprintCode : std::string();
    read.state.search = study->search;
    read.state.random = random->search;
    Result<StoredVariants> variants = storedVariants(study->attributes.user);
    if (!variants)
        return Error{variants.error().code, folder.file().string(), variants.error().where + " " + variants.error().detail, {}};
    read.variants = std::move(variants).value();
    return read;
}

} // namespace reweigh
