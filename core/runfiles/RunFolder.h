// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"
#include "core/base/Result.h"
#include "core/data/recipe/DataPlan.h"
#include "core/progress/EpochList.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace reweigh {

/// Writes fp32 values, row-major, as NumPy's .npy format 1.0. The shape's product is values.size().
/// Errors: DiskFull, FileUnwritable.
Status writeNpy(const std::filesystem::path& file, const std::vector<std::int64_t>& shape, std::span<const float> values);

/// Adds one row to the `rows` that `file` holds as writeNpy() wrote them, or makes the file with it as the first; `shape`: of a
/// row. The row is written first and counted in the header after that, so a reader sees all of it or nothing, and one that was
/// never counted is overwritten. Errors: DiskFull, FileUnwritable, FileCorrupt (not a file of such rows).
Status appendNpyRow(const std::filesystem::path& file, std::int64_t rows, std::vector<std::int64_t> shape, std::span<const float> values);


/// A run's folder, every file readable without this program. Files are replaced whole, but the three of epochs, to which each
/// epoch adds its line or row:
///   run.json       settings, fingerprint, versions, device
///   epochs.jsonl   one JSON object a line: every figure of an epoch. Runs of before: epochs.json, {"epochs": [...]}
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
    /// Has the folder hold these epochs and no others: to be called before the first epoch of a run, fresh or resumed.
    Status writeEpochs(const EpochList& epochs) const;
    /// Adds the last of `epochs`; those before it are in the folder.
    Status appendEpoch(const EpochList& epochs) const;
    Status writeWeights(const DataPlan& plan, std::span<const float> weights) const;

    /// The epochs written so far; none where there is no file. A last line without its end, cut off by a kill, is no epoch.
    /// Errors: FileCorrupt.
    Result<EpochList> readEpochs() const;

    /// What somebody who watches a run has read of it.
    struct EpochsRead {
        EpochList epochs;
        std::filesystem::path file;
        FileState state;         ///< of that file when it was looked at
        std::uint64_t bytes = 0; ///< that the epochs take in it
    };
    /// Reads the epochs that have come since `read`; all anew where the file is another. False: nothing is new.
    /// Errors: FileCorrupt; the next call looks at the file again only if it has changed.
    Result<bool> readMore(EpochsRead& read) const;

private:
    /// Where its epochs are, of today's form or of the one before; empty where there are none.
    std::filesystem::path epochsFile() const;
    Status writeCurves(const EpochList& epochs) const;

    std::filesystem::path m_folder;
};

} // namespace reweigh
