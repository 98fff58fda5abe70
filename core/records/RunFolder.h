// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/DataPlan.h"
#include "core/progress/EpochList.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <span>
#include <vector>

namespace reweigh {

/// A run's folder, every file readable without this program and replaced whole:
///   run.json       settings, stamp, versions, device
///   epochs.json    {"epochs": [...]}, every figure of every epoch
///   epochs.csv     the same in columns, without lists
///   curve.npy      [epochs, 100, 4]: loss, weight, density of clean, density of noisy samples
///   weights.npy    [samples]: each training sample's weight in the last epoch
///   samples.csv    index, true label, observed label, weight
///   checkpoint.safetensors (Checkpoint.h of the engine)
/// A default-constructed folder writes nothing.
class RunFolder {
public:
    RunFolder() = default;
    explicit RunFolder(std::filesystem::path folder);

    bool writes() const { return !m_folder.empty(); }
    std::filesystem::path file(const char* name) const { return m_folder / name; }

    /// Errors of all: DiskFull, FileUnwritable.
    Status writeRun(const nlohmann::json& run) const;
    Status writeEpochs(const EpochList& epochs) const;
    Status writeWeights(const DataPlan& plan, std::span<const float> weights) const;

    /// The epochs written so far; none where there is no file. Errors: FileCorrupt.
    Result<EpochList> readEpochs() const;

private:
    std::filesystem::path m_folder;
};

} // namespace reweigh
