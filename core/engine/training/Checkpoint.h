// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/engine/methods/SampleWeighting.h"
#include "core/engine/reweighting/StepState.h"
#include "core/engine/training/meters/ClassMeter.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <vector>

namespace reweigh {

/// All that a run needs to go on from where it is, bit for bit: nothing else in training has a memory.
struct RunState {
    ClassifierState classifier;
    WeightingState weighting; ///< the weighting's own tensors and counters
    int epoch = 1;  ///< at work, from 1
    int step = 0;   ///< steps done in it
    double seconds = 0.0; ///< spent so far

    // What the epoch at work has gathered.
    std::vector<double> trainSums; ///< ClassMeter::sums
    std::vector<float> losses;     ///< by position in plan.train
    std::vector<float> weights;
    double metaGradientSum = 0.0;
};


/// Writes `state` as safetensors. `identity` is what the result depends on: a flat object of settings, threads and data
/// fingerprint. A checksum over everything goes with it. Errors: DiskFull, FileUnwritable.
Status writeCheckpoint(const std::filesystem::path& file, const RunState& state, const nlohmann::json& identity);

/// Reads into `state`, whose tensors give shapes, types and device. Checkpoints of before there was a checksum are read
/// unchecked. `before`: values that earlier versions wrote for a key of `identity`, accepted as well.
/// Errors: FileMissing, FileTruncated, FileCorrupt (also where a single bit has changed), CheckpointMismatch (detail = the first
/// setting that differs).
Status readCheckpoint(const std::filesystem::path& file, RunState& state, const nlohmann::json& identity,
                      const nlohmann::json& before = nlohmann::json::object());

/// MW-Net's flat weights alone, `count` of them, on the CPU. Errors: FileMissing, FileTruncated, FileCorrupt.
Result<at::Tensor> readMetaWeights(const std::filesystem::path& file, std::int64_t count);

} // namespace reweigh
