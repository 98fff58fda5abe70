// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"
#include "core/config/ExperimentConfig.h"
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

/// A trial of a snapshot, with the facts that reweigh stored about it.
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

    /// The facts in the trial's attributes; null where it has none: it is running, it failed early, or Optuna ran it. The first call
    /// parses the attributes, later calls return the same object. Thread: any.
    const TrialFacts* facts() const;

private:
    mutable std::once_flag m_read;
    mutable std::optional<TrialFacts> m_facts;
};

/// The state of a study at one moment. It is immutable and may be shared between threads; successive snapshots share the objects of
/// finished trials.
struct StudySnapshot {
    std::filesystem::path file; ///< empty: nothing is stored yet
    std::string name;
    Direction direction = Direction::Maximize; ///< of the first objective
    /// One direction and one name for each of several objectives, which only other programs' studies have; else empty. Their trials have
    /// FrozenTrial::objectives instead of a value, and there is no best one.
    std::vector<Direction> directions;
    std::vector<std::string> objectiveNames;
    std::vector<std::shared_ptr<const StudyTrial>> trials; ///< in the order they were made; large attributes are text (SqlReading)
    std::optional<StudyFacts> facts;                       ///< none for a study that Optuna wrote
    Error noFacts;                                         ///< why there are no facts; only where `facts` is empty
    std::vector<VariantResult> variants;                   ///< with the runs that have ended; empty until a comparison has begun
    int comparisonThreads = 0;                             ///< StoredVariants::threads
    std::optional<Error> noVariants;                       ///< why a stored comparison is left out of `variants`: it cannot be read
    bool beingWritten = false;                             ///< some process holds the writer's lock

    /// The trial with this number; null if there is none.
    const StudyTrial* trial(std::int64_t number) const;
    /// Whether a trial was begun and has not ended, though no process writes the study: it goes on at the next run. False for studies of
    /// other programs, of which nobody knows who writes them.
    bool isInterrupted(const FrozenTrial& trial) const;
    /// The best complete and feasible trial; null if there is none, or there are several objectives.
    const StudyTrial* best() const;
    bool hasSeveralObjectives() const { return directions.size() > 1; }
    /// The settings that the study was made with. Errors: `noFacts`, those of applyStored.
    Result<ExperimentConfig> settings() const;
    /// Whether the study trains on a user's own images (hasOwnLabels), whose labels nobody has checked; false if there are no facts.
    bool ownLabels() const;
    /// Whether the study standardises the input of every trial, so that no parameter of a trial says it; false if there are no facts.
    bool everyInputIsStandardised() const;
    /// The number of epochs of each trial's training; 0 if there are no facts.
    int plannedEpochs() const;
};

class FileStudy;

/// Which parts of a study are read, and how.
struct StudyReading {
    /// How long a reading waits for another process's lock before it fails; a later reading may succeed.
    std::chrono::milliseconds patience{1000};
    bool largeAsText = true; ///< SqlReading::largeAsText
    bool trials = true;      ///< false: only the study's own attributes are read, that is facts and comparison
};

/// Reads a study file repeatedly, each time only what can have changed: new trials, and those that had not ended.
/// Thread: one.
class StudyReader {
public:
    /// `file`: a database or a journal (StudyFileKind). `studyName` empty: the only study of the file.
    explicit StudyReader(std::filesystem::path file, std::string studyName = {}, StudyReading reading = {});
    ~StudyReader();

    /// Reads the study's present state; null if nothing has changed since the last call. After an error the next call reads everything.
    /// Errors: those of openForReading and StudyStorage::trials; StudyCorrupt.
    Result<std::shared_ptr<const StudySnapshot>> read();

private:
    struct FileFacts {
        std::uint64_t device = 0, inode = 0;
        std::int64_t size = 0;
        FileState state, log; ///< of the file and its write-ahead log, where what is read is a FileStudy::isStill()
    };
    FileFacts fileFacts() const;

    Result<std::shared_ptr<const StudySnapshot>> readChanges();
    Status open();
    Status readTrials(StudySnapshot& study);
    Result<bool> stillThere(const std::vector<std::shared_ptr<const StudyTrial>>& trials);
    Status readAttributes(StudySnapshot& study) const;

    const std::filesystem::path m_file;
    const std::string m_name;
    const StudyReading m_reading;
    std::shared_ptr<FileStudy> m_storage; ///< null: the file has to be opened
    FileFacts m_facts;                    ///< at the last reading
    std::int64_t m_version = 0;
    std::shared_ptr<const StudySnapshot> m_last;
};

} // namespace reweigh
