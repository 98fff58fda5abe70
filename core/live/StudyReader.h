// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/StudySnapshot.h"

#include <chrono>
#include <memory>

namespace reweigh {

class SqlStorage;

/// What is read of a study, and how.
struct StudyReading {
    /// How long another process's lock is waited for: then the look has failed, and the next one may fare better.
    std::chrono::milliseconds patience{1000};
    bool largeAsText = true; ///< SqlReading::largeAsText
    bool trials = true;      ///< false: only what the study says of itself: facts and comparison
};

/// Reads a study file again and again, each time only what can have changed: new trials, and those that had not ended.
/// Thread: one.
class StudyReader {
public:
    /// `studyName` empty: the file's only study, or its first.
    explicit StudyReader(std::filesystem::path file, std::string studyName = {}, StudyReading reading = {});
    ~StudyReader();

    /// The study as it stands; null if it stands as it did. After an error everything is read anew.
    /// Errors: those of SqlStorage::open and StudyStorage::trials.
    Result<std::shared_ptr<const StudySnapshot>> read();

private:
    struct FileFacts {
        std::uint64_t device = 0, inode = 0;
        std::int64_t size = 0;
    };
    FileFacts fileFacts() const;

    Result<std::shared_ptr<const StudySnapshot>> readChanges();
    Status open();
    Status readTrials(StudySnapshot& study);
    Status readAttributes(StudySnapshot& study) const;

    const std::filesystem::path m_file;
    const std::string m_name;
    const StudyReading m_reading;
    std::shared_ptr<SqlStorage> m_storage; ///< null: to be opened
    FileFacts m_facts;                     ///< as last seen
    std::int64_t m_version = 0;
    std::shared_ptr<const StudySnapshot> m_last;
};

} // namespace reweigh
