// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/FileStudy.h"
#include "core/storage/JournalReplay.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace reweigh {

/// Reads a study in a journal of Optuna's (JournalFileBackend), also while Optuna appends to it. Journals are not written here: what would
/// write one returns StudyJournal.
/// Thread: any; calls are serialised inside.
class JournalStorage : public FileStudy {
public:
    /// Opens the study `studyName` in the journal `file`; an empty name means the only one.
    /// Errors: StudyMissing, StudySeveral, StudyCorrupt, StudyOtherVersion (an operation that Optuna 5.0.0 does not know), FileUnreadable.
    static Result<std::shared_ptr<JournalStorage>> open(const std::filesystem::path& file, const std::string& studyName = {});

    /// The names of the studies in the journal. Errors: those of open() but StudySeveral.
    static Result<std::vector<std::string>> studyNames(const std::filesystem::path& file);

    const std::string& studyName() const override { return m_name; }
    Direction direction() const override { return m_directions.front(); }
    std::vector<Direction> directions() const override { return m_directions; }
    Result<std::vector<FrozenTrial>> trials(std::int64_t afterId = 0, std::int64_t throughId = lastTrialId) const override;
    Result<StudyAttributes> attributes() const override;
    Result<std::int64_t> trialCount(std::int64_t throughId = lastTrialId) const override;
    Result<std::int64_t> version() const override; ///< the number of lines read

    Result<FrozenTrial> createTrial(const TrialUpdate& first) override;
    Result<std::optional<FrozenTrial>> startTrial(std::int64_t trialId, const TrialUpdate& first) override;
    Status updateTrial(std::int64_t trialId, const TrialUpdate& update) override;
    Status setAttributes(const StudyAttributes& changed) override;

private:
    explicit JournalStorage(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }
    Status readMore() const;
    Result<const JournalReplay::Study*> upToDate() const;
    std::vector<std::string> names(std::vector<std::size_t>& places) const;

    const std::filesystem::path m_file;
    std::string m_name;
    std::vector<Direction> m_directions = {Direction::Minimize};
    std::size_t m_place = 0; ///< of the study in the replay
    mutable std::mutex m_mutex;
    mutable JournalReplay m_replay;
    mutable std::size_t m_offset = 0; ///< bytes read
    mutable std::int64_t m_lines = 0; ///< lines read
};

} // namespace reweigh
