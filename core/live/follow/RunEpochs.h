// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/progress/EpochList.h"
#include "core/progress/RunObserver.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace reweigh {

/// What is known of one training: its epochs so far. Immutable once it is shared between threads.
struct RunEpochs {
    std::optional<RunStarted> started; ///< only of runs this process trains
    EpochList epochs;
};

/// The weight a training sample had in the last epoch that wrote it.
struct SampleWeight {
    std::uint32_t index = 0; ///< of the data set's training images
    std::uint16_t trueLabel = 0, observedLabel = 0;
    float weight = 0.0f;
};

/// Reads a run folder's samples.csv. Errors: FileMissing, FileCorrupt.
Result<std::vector<SampleWeight>> readSampleWeights(const std::filesystem::path& runFolder);

} // namespace reweigh
