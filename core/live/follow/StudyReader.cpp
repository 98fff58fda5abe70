// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/StudyReader.h"

#include "core/base/JsonText.h"
#include "core/config/ConfigJson.h"
#include "core/config/DataSets.h"
#include "core/runfiles/RunFolder.h"
#include "core/storage/StudyFile.h"
#include "core/storage/StudyFolder.h"
#include "core/study/StudyLoop.h"
#include "core/study/TrialTimes.h"

#include <algorithm>
#include <sys/stat.h>

namespace reweigh {
namespace {

/// Seconds that a trial of the study in `file` trained, by its checkpoint; none where it is gone.
std::optional<double> secondsTrained(const std::filesystem::path& file, const FrozenTrial& trial)
{
    const auto folder = trial.userAttributes.find(attribute::runDir);
    if (folder == trial.userAttributes.end() || !folder->second.is_string())
        return std::nullopt;
    return RunFolder(StudyFolder::ofFile(file).folder() / folder->second.get<std::string>()).secondsTrained();
}

} // namespace

const TrialFacts* StudyTrial::facts() const
{
    std::call_once(m_read, [this] {
        if (!userAttributes.contains(attribute::architecture))
            return;
        if (Result<TrialFacts> read = trialFacts(*this))
            m_facts = std::move(read).value();
    });
    return m_facts ? &*m_facts : nullptr;
}

const StudyTrial* StudySnapshot::trial(std::int64_t number) const
{
    const auto at = std::ranges::lower_bound(trials, number, {}, [](const auto& entry) { return entry->number; });
    if (at != trials.end() && (*at)->number == number)
        return at->get();
    // Numbers ascend, except where Optuna has used some a second time after trials were deleted.
    const auto found = std::ranges::find_if(trials, [number](const auto& entry) { return entry->number == number; });
    return found == trials.end() ? nullptr : found->get();
}

bool StudySnapshot::isInterrupted(const FrozenTrial& trial) const
{
    return trial.state == TrialState::Running && facts && !beingWritten;
}

const StudyTrial* StudySnapshot::best() const
{
    return static_cast<const StudyTrial*>(bestTrial(trialRefs(trials), direction));
}

Result<ExperimentConfig> StudySnapshot::settings() const
{
    if (!facts)
        return noFacts;
    ExperimentConfig config;
    if (const Status applied = applyStored(config, facts->config); !applied)
        return applied.error();
    return config;
}

bool StudySnapshot::ownLabels() const
{
    if (!facts)
        return false;
    const auto dataset = facts->config.find("dataset");
    return dataset != facts->config.end() && dataset->is_string() && hasOwnLabels(dataset->get<std::string>());
}

bool StudySnapshot::everyInputIsStandardised() const
{
    return facts && facts->config.value("search-standardise", nlohmann::json()) == nlohmann::json::array({"yes"});
}

int StudySnapshot::plannedEpochs() const
{
    return facts ? wholeAt(facts->config, "/epochs") : 0;
}

StudyReader::StudyReader(std::filesystem::path file, std::string studyName, StudyReading reading)
    : m_file(std::move(file))
    , m_name(std::move(studyName))
    , m_reading(reading)
{
}

StudyReader::~StudyReader() = default;

Result<std::shared_ptr<const StudySnapshot>> StudyReader::read()
{
    auto study = readChanges();
    if (!study) {
        m_storage.reset();
        m_last.reset();
    }
    return study;
}

Result<std::shared_ptr<const StudySnapshot>> StudyReader::readChanges()
{
    // An open connection would still read a file that was removed, or cached pages of one that was truncated.
    const FileFacts facts = fileFacts();
    const bool changedBehind = m_storage && m_storage->isStill() && (facts.state != m_facts.state || facts.log != m_facts.log);
    if (facts.device != m_facts.device || facts.inode != m_facts.inode || facts.size < m_facts.size || changedBehind) {
        m_storage.reset();
        m_last.reset();
    }
    m_facts = facts;
    if (!m_storage)
        if (const Status opened = open(); !opened)
            return opened.error();

    const Result<std::int64_t> version = m_storage->version();
    if (!version)
        return version.error();
    const bool written = WriterLock::held(m_file);
    const bool sameTrials = m_last && m_version == *version;
    if (sameTrials && m_last->beingWritten == written)
        return std::shared_ptr<const StudySnapshot>();

    auto study = m_last ? std::make_shared<StudySnapshot>(*m_last)
                        : std::make_shared<StudySnapshot>(
                            StudySnapshot{.file = m_file, .name = m_storage->studyName(), .direction = m_storage->direction()});
    if (m_storage->directions().size() > 1)
        study->directions = m_storage->directions();
    study->beingWritten = written;
    if (!sameTrials) {
        if (const Status read = m_reading.trials ? readTrials(*study) : Status(); !read)
            return read.error();
        const Result<bool> there = m_last && m_reading.trials ? stillThere(m_last->trials) : true;
        if (!there)
            return there.error();
        if (!*there) {
            study->trials.clear();
            if (const Status read = readTrials(*study); !read)
                return read.error();
        }
        if (const Status read = readAttributes(*study); !read)
            return read.error();
    }
    m_version = *version; // the version from before the reading, so that what was written during it is read again
    m_last = study;
    return m_last;
}

StudyReader::FileFacts StudyReader::fileFacts() const
{
    struct stat info { };
    if (::stat(m_file.c_str(), &info) != 0)
        return {};
    return {info.st_dev, info.st_ino, info.st_size, stateOf(m_file), stateOf(m_file.native() + "-wal")};
}

Status StudyReader::open()
{
    auto opened = openForReading(m_file, m_name, {.patience = m_reading.patience, .largeAsText = m_reading.largeAsText});
    if (!opened)
        return opened.error();
    m_storage = std::move(opened).value();
    return {};
}

Status StudyReader::readTrials(StudySnapshot& study)
{
    using Id = std::int64_t;
    std::vector<std::pair<Id, Id>> ranges; // ranges of consecutive ids, first and last included
    for (const auto& trial : study.trials)
        if (!isFinished(trial->state)) {
            if (!ranges.empty() && ranges.back().second + 1 == trial->trialId)
                ++ranges.back().second;
            else
                ranges.emplace_back(trial->trialId, trial->trialId);
        }
    ranges.emplace_back(study.trials.empty() ? 1 : study.trials.back()->trialId + 1, lastTrialId);

    for (const auto& [first, last] : ranges) {
        Result<std::vector<FrozenTrial>> read = m_storage->trials(first - 1, last);
        if (!read)
            return read.error();
        for (FrozenTrial& trial : *read) {
            const auto at = std::ranges::lower_bound(study.trials, trial.trialId, {}, [](const auto& known) { return known->trialId; });
            if (trial.finished && trial.systemAttributes.contains(ownTrialKey) && !trial.systemAttributes.contains(continuedKey))
                trial.trained = secondsTrained(m_file, trial); // of an earlier version: only its files say how long it ran
            auto shared = std::make_shared<const StudyTrial>(std::move(trial));
            if (at == study.trials.end())
                study.trials.push_back(std::move(shared));
            else
                *at = std::move(shared);
        }
    }
    return {};
}

/// Whether the file still has all of `trials`, which ascend by id. SQLite gives a new row the id after the largest one, so that ids below
/// the last trial's are filled only after that trial was deleted: if as many have an id up to its, and it is the same trial, none of them
/// was deleted.
Result<bool> StudyReader::stillThere(const std::vector<std::shared_ptr<const StudyTrial>>& trials)
{
    if (trials.empty())
        return true;
    const StudyTrial& known = *trials.back();
    const Result<std::int64_t> count = m_storage->trialCount(known.trialId);
    if (!count)
        return count.error();
    if (*count != std::int64_t(trials.size()))
        return false;
    const Result<std::vector<FrozenTrial>> last = m_storage->trials(known.trialId - 1, known.trialId);
    if (!last)
        return last.error();
    if (last->size() != 1 || last->front().number != known.number)
        return false;
    // A trial that waits has not started; one that has ended stays as it is.
    return (known.state == TrialState::Waiting || last->front().started == known.started)
           && (!isFinished(known.state) || (last->front().state == known.state && last->front().finished == known.finished));
}

Status StudyReader::readAttributes(StudySnapshot& study) const
{
    const Result<StudyAttributes> attributes = m_storage->attributes();
    if (!attributes)
        return attributes.error();
    if (study.hasSeveralObjectives())
        study.objectiveNames = objectiveNames(*attributes, study.directions.size());
    Result<StudyFacts> facts = studyFacts(*attributes, m_file);
    study.facts.reset();
    if (facts)
        study.facts = std::move(facts).value();
    else
        study.noFacts = facts.error();
    Result<StoredVariants> stored = storedVariants(attributes->user);
    study.variants.clear();
    study.comparisonThreads = 0;
    study.noVariants.reset();
    if (stored) {
        study.variants = std::move(stored->list);
        study.comparisonThreads = stored->threads;
    } else { // the trials are there all the same
        study.noVariants = inStudy(stored.error(), m_file.string());
    }
    return {};
}

} // namespace reweigh
