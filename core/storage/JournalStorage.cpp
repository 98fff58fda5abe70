// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/JournalStorage.h"

#include "core/base/FileIo.h"
#include "core/storage/StudyChoice.h"
#include "core/storage/StudyFile.h"

#include <algorithm>
#include <string_view>

namespace reweigh {

Result<std::shared_ptr<JournalStorage>> JournalStorage::open(const std::filesystem::path& file, const std::string& studyName)
{
    std::shared_ptr<JournalStorage> opened(new JournalStorage(file));
    if (const Status read = opened->readMore(); !read)
        return read.error();
    std::vector<std::size_t> places;
    const std::vector<std::string> names = opened->names(places);
    const Result<std::size_t> chosen = chooseStudy(names, studyName, file);
    if (!chosen)
        return chosen.error();
    opened->m_place = places[*chosen];
    opened->m_name = names[*chosen];
    opened->m_directions = opened->m_replay.studies()[opened->m_place].directions;
    return opened;
}

Result<std::vector<std::string>> JournalStorage::studyNames(const std::filesystem::path& file)
{
    const JournalStorage journal(file);
    if (const Status read = journal.readMore(); !read)
        return read.error();
    std::vector<std::size_t> places;
    return journal.names(places);
}

/// The names of the studies that are not deleted, and their places in the replay.
std::vector<std::string> JournalStorage::names(std::vector<std::size_t>& places) const
{
    std::vector<std::string> names;
    for (std::size_t place = 0; place < m_replay.studies().size(); ++place)
        if (const JournalReplay::Study& study = m_replay.studies()[place]; !study.deleted) {
            places.push_back(place);
            names.push_back(study.name);
        }
    return names;
}

/// Carries out the lines that were appended since the last call. A last line without its end is still being written.
Status JournalStorage::readMore() const
{
    const Result<std::string> bytes = readFileFrom(m_file, m_offset);
    if (!bytes)
        return bytes.error().code == ErrorCode::FileMissing ? Status(Error{ErrorCode::StudyMissing, m_file.string(), {}, {}})
                                                            : Status(bytes.error());
    std::string_view left = *bytes;
    for (std::size_t end = left.find('\n'); end != std::string_view::npos; end = left.find('\n')) {
        if (Status applied = m_replay.apply(left.substr(0, end)); !applied) {
            Error error = applied.error();
            error.where = m_file.string();
            error.detail = "line " + std::to_string(m_lines + 1) + ": " + error.detail;
            return error;
        }
        left.remove_prefix(end + 1);
        m_offset += end + 1;
        ++m_lines;
    }
    return {};
}

/// The study with all that the file holds now. Call it with m_mutex locked.
Result<const JournalReplay::Study*> JournalStorage::upToDate() const
{
    if (const Status read = readMore(); !read)
        return read.error();
    const JournalReplay::Study& study = m_replay.studies()[m_place];
    if (study.deleted)
        return Error{ErrorCode::StudyMissing, m_file.string(), {}, {}};
    return &study;
}

Result<std::vector<FrozenTrial>> JournalStorage::trials(std::int64_t afterId, std::int64_t throughId) const
{
    const std::lock_guard lock(m_mutex);
    const auto study = upToDate();
    if (!study)
        return study.error();
    std::vector<FrozenTrial> read;
    for (const std::size_t place : (*study)->trials)
        if (const FrozenTrial& trial = m_replay.trials()[place]; trial.trialId > afterId && trial.trialId <= throughId)
            read.push_back(trial);
    return read;
}

Result<StudyAttributes> JournalStorage::attributes() const
{
    const std::lock_guard lock(m_mutex);
    const auto study = upToDate();
    if (!study)
        return study.error();
    return (*study)->attributes;
}

Result<std::int64_t> JournalStorage::trialCount(std::int64_t throughId) const
{
    const std::lock_guard lock(m_mutex);
    const auto study = upToDate();
    if (!study)
        return study.error();
    return std::int64_t(
        std::ranges::count_if((*study)->trials, [&](std::size_t place) { return m_replay.trials()[place].trialId <= throughId; }));
}

Result<std::int64_t> JournalStorage::version() const
{
    const std::lock_guard lock(m_mutex);
    const auto study = upToDate();
    if (!study)
        return study.error();
    return m_lines;
}

Result<FrozenTrial> JournalStorage::createTrial(const TrialUpdate&)
{
    return journalError(m_file);
}

Result<std::optional<FrozenTrial>> JournalStorage::startTrial(std::int64_t, const TrialUpdate&)
{
    return journalError(m_file);
}

Status JournalStorage::updateTrial(std::int64_t, const TrialUpdate&)
{
    return journalError(m_file);
}

Status JournalStorage::setAttributes(const StudyAttributes&)
{
    return journalError(m_file);
}

} // namespace reweigh
