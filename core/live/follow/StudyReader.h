// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/VariantResult.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/StudyStorage.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// A trial of a snapshot, with our facts about it.
class StudyTrial : public FrozenTrial {
public:
    StudyTrial() = default;
    explicit StudyTrial(FrozenTrial trial)
        : FrozenTrial(std::move(trial))
    {
    }
    StudyTrial(const StudyTrial& other)
        : FrozenTrial(other)
    {
    }
    StudyTrial& operator=(const StudyTrial&) = delete;

    /// What its attributes say; null where they say nothing of ours: it runs still, it failed early, Optuna ran it. They are read at
    /// the first call and kept: attributes of many trials are never read twice, and those that nobody asks for not once.
    /// Thread: any.
    const TrialFacts* facts() const;

private:
    mutable std::once_flag m_read;
    mutable std::optional<TrialFacts> m_facts;
};

/// A study as it stood at one moment. Immutable: shared between threads; finished trials are shared from one
/// snapshot to the next.
struct StudySnapshot {
    std::filesystem::path file; ///< empty: nothing is stored yet
    std::string name;
    Direction direction = Direction::Maximize;
    std::vector<std::shared_ptr<const StudyTrial>> trials; ///< in the order they were made; large attributes are text (SqlReading)
    std::optional<StudyFacts> facts; ///< none for a study that Optuna wrote
    Error noFacts;                   ///< why there are none
    std::vector<VariantResult> variants; ///< with the runs that have ended; empty until a comparison is begun
    bool beingWritten = false;       ///< some process holds the writer's lock

    /// The trial with this number; null if there is none.
    const StudyTrial* trial(std::int64_t number) const;
    /// The best complete trial; null if none is complete.
    const StudyTrial* best() const;
};


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
