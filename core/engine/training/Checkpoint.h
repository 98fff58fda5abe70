// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/engine/methods/InputStatistics.h"
#include "core/engine/methods/SampleWeighting.h"
#include "core/engine/reweighting/StepState.h"
#include "core/engine/training/meters/ClassMeter.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace reweigh {

/// All that a run needs to continue from where it is, bit for bit. No other part of training keeps state from step to step.
struct RunState {
    ClassifierState classifier;
    WeightingState weighting; ///< the weighting's own tensors and counters
    at::Tensor noiseMatrix;   ///< LossContext::noiseMatrix, [K, K], fp64, of a loss that estimates it; else undefined
    at::Tensor metaSamples;   ///< of a run that chooses its meta set: the choice, as lowestLosses() gives it; all -1 before it is made.
                              ///< Else undefined
    int epoch = 1;            ///< the current epoch, from 1
    int step = 0;             ///< steps done in it
    double seconds = 0.0;     ///< training time so far

    // What the current epoch has collected.
    std::vector<double> trainSums; ///< ClassMeter::sums(), [3 K]
    std::vector<float> losses;     ///< [N], by position in plan.train; 0 for samples not yet trained on
    std::vector<float> weights;    ///< [N], likewise; empty for runs without weights
    /// [N], the class that the classifier answered when it last trained on the sample; -1 for samples not yet trained on, and where a
    /// checkpoint of an earlier version lacks it. Empty for runs without weights.
    std::vector<std::int32_t> predicted;
    double metaGradientSum = 0.0; ///< sum over the meta steps of the norm of the meta gradient
};

/// Writes `state` as a safetensors file with a checksum over everything. `identity` is what the result depends on (runIdentity()): a flat
/// object of settings, threads and data fingerprint. Errors: DiskFull, FileUnwritable.
Status writeCheckpoint(const std::filesystem::path& file, const RunState& state, const nlohmann::json& identity);

/// Reads a checkpoint into `state`. Its tensors must exist; they give shapes, dtypes and device and are overwritten in place.
/// Checkpoints of versions without a checksum are read unchecked. `before`: values that earlier versions wrote for a key of `identity`;
/// they are accepted too.
/// Errors: FileMissing, FileTruncated, FileCorrupt (also if a single bit has changed), CheckpointMismatch (detail = the first
/// setting that differs).
Status readCheckpoint(const std::filesystem::path& file, RunState& state, const nlohmann::json& identity,
                      const nlohmann::json& before = nlohmann::json::object());

/// Whether an error of readCheckpoint() says that the file is damaged, so that it is of no use to any run.
bool isDamage(const Error& error);

/// Gives a checkpoint another name, which is returned: the same with ".damaged", or ".damaged-2" and so on. Errors: FileUnwritable.
Result<std::filesystem::path> setAside(const std::filesystem::path& checkpoint);

/// Reads only MW-Net's parameters from a checkpoint: flat [count], on the CPU. Errors: FileMissing, FileTruncated, FileCorrupt.
Result<at::Tensor> readMetaWeights(const std::filesystem::path& file, std::int64_t count);

/// Reads only the statistics of MW-Net's input from the checkpoint of a run that standardises it: those of at most `width` features, on
/// the CPU, without `seen`. Errors: FileMissing, FileTruncated, FileCorrupt.
Result<InputStatistics> readInputStatistics(const std::filesystem::path& file, int width);

} // namespace reweigh
