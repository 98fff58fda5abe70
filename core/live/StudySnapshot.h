// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/StudyStorage.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// A study as it stood at one moment. Immutable: shared between threads; finished trials are shared from one
/// snapshot to the next.
struct StudySnapshot {
    std::filesystem::path file; ///< empty: nothing is stored yet
    std::string name;
    Direction direction = Direction::Maximize;
    std::vector<std::shared_ptr<const FrozenTrial>> trials; ///< by number; large attributes are text (SqlReading)
    std::optional<StudyFacts> facts; ///< none for a study that Optuna wrote
    std::vector<ArmResult> arms;     ///< empty until a comparison is done
    bool beingWritten = false;       ///< some process holds the writer's lock

    /// The trial with this number; null if there is none.
    const FrozenTrial* trial(std::int64_t number) const;
    /// The best complete trial; null if none is complete.
    const FrozenTrial* best() const;
};

} // namespace reweigh
