// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/progress/EpochList.h"
#include "core/progress/RunObserver.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// The epochs of one training so far. Immutable once it is shared between threads.
struct RunEpochs {
    std::optional<RunStarted> started; ///< set only for runs that this process trains
    EpochList epochs;
};

/// The weight of a training sample, as the file of weights was last written.
struct SampleWeight {
    std::uint32_t index = 0; ///< into the data set's training images
    std::uint16_t trueLabel = 0, observedLabel = 0;
    float weight = 0.0f;
    int predicted = -1; ///< the class that the classifier answered; -1: not known, as in runs of earlier versions
    std::string path;   ///< of the image, below the data folder; empty where images are no files, and in runs of earlier versions
};

/// Reads the sample weights from a run folder's samples.csv (core/runfiles/RunFolder.h), in the order of its lines; also one of an earlier
/// version, which has neither predicted labels nor paths. Errors: FileMissing, FileCorrupt (with the line).
Result<std::vector<SampleWeight>> readSampleWeights(const std::filesystem::path& runFolder);

} // namespace reweigh
