// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/VariantResult.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/StudyStorage.h"

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

} // namespace reweigh
