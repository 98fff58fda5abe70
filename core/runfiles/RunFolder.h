// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"
#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/data/recipe/DataPlan.h"
#include "core/progress/EpochList.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

/// Writes fp32 values in row-major order as a file in NumPy's .npy format 1.0. The product of `shape` must be values.size().
/// Errors: DiskFull, FileUnwritable.
Status writeNpy(const std::filesystem::path& file, const std::vector<std::int64_t>& shape, std::span<const float> values);

/// Appends one row of the shape `shape` to a file of shape [rows, shape...] that writeNpy() wrote. If `rows` is 0, it writes a new
/// file of one row. The values are written before the header counts the row, so that a reader sees the whole row or nothing, and
/// the next call overwrites a row that was not counted. Errors: DiskFull, FileUnwritable, FileCorrupt (not a file of such rows).
Status appendNpyRow(const std::filesystem::path& file, std::int64_t rows, std::vector<std::int64_t> shape, std::span<const float> values);

/// A run's folder. Every file is readable without this program. A file is always replaced as a whole, except the three files of
/// epochs, to which each epoch adds a line or row:
///   run.json       settings, fingerprint, versions, device
///   epochs.jsonl   one JSON object per line: all figures of an epoch; null where there is none, "Infinity" or "-Infinity" where one is
///                  infinite, for which earlier versions wrote null, too. Before, epochs.json held them: {"epochs": [...]}
///   epochs.csv     the same in columns, without figures that are lists
///   curve.npy      [epochs, 100, 4]: loss, weight, density of samples with a right label, density of those with a wrong label
///   weights.npy    [samples]: each training sample's weight in the last epoch
///   samples.csv    index, original label (before the recipe changed it; the true one where a file says it), observed label, weight,
///                  predicted label, path. The last two are empty where they are not known; 0.1 had neither, and wrote "true" for original
///   checkpoint.safetensors (Checkpoint.h of the engine), and checkpoint-before.safetensors, the one before it: where one is damaged, or
///   was being written when the program was killed, the run goes on from the other. They are the largest files, and of one size.
/// A default-constructed folder writes nothing.
class RunFolder {
public:
    static constexpr const char *checkpoint = "checkpoint.safetensors", *checkpointBefore = "checkpoint-before.safetensors";

    RunFolder() = default;
    explicit RunFolder(std::filesystem::path folder);

    bool writes() const { return !m_folder.empty(); }
    std::filesystem::path file(const char* name) const { return m_folder / name; }

    /// Writes run.json. Errors of all functions that write: DiskFull, FileUnwritable.
    Status writeRun(const nlohmann::json& run) const;
    /// Replaces the epochs in the folder by these. Call it before the first epoch of a run, new or resumed.
    Status writeEpochs(const EpochList& epochs) const;
    /// Adds the last of `epochs`, which is not empty; the earlier ones must be in the folder already.
    Status appendEpoch(const EpochList& epochs) const;
    /// Writes weights.npy and samples.csv; `weights` has one value per training sample of `plan`, in its order. `predicted`: the class that
    /// the classifier answered for each, -1 where it was not asked; empty: for none. `files`: paths of the data set's training images
    /// (ImageSet::files); empty where images are no files.
    Status writeWeights(const DataPlan& plan, std::span<const float> weights, std::span<const std::int32_t> predicted = {},
                        std::span<const std::string> files = {}) const;

    /// Reads the epochs written so far; none if there is no file. It ignores a last line without a line end, which a killed run
    /// leaves. Errors: those of readFileFrom(), FileCorrupt (also if the content is not a run's epochs).
    Result<EpochList> readEpochs() const;

    /// Whether the run goes on from a checkpoint before the end of its `epochs`. After a kill it may, although the figures of all epochs
    /// are there: they are written first. False without a readable checkpoint, as in a copy that was kept for its figures.
    bool goesOn(int epochs) const;

    /// Seconds that the run has trained, in all its parts, by its newest readable checkpoint; none without one.
    std::optional<double> secondsTrained() const;

    /// How far an observer of a run has read its epochs.
    struct EpochsRead {
        EpochList epochs;
        std::filesystem::path file;
        FileState state;         ///< of `file` when it was last read
        std::uint64_t bytes = 0; ///< length of the part of `file` that `epochs` were read from
    };
    /// Reads the epochs that were written since the last call with `read`, or all epochs if the file was replaced. Returns whether
    /// anything is new. Errors: those of readEpochs(); after one, the file is read again only when it has changed.
    Result<bool> readMore(EpochsRead& read) const;

private:
    /// The file of epochs, in today's or the earlier format; empty if there is none.
    std::filesystem::path epochsFile() const;
    Status writeCurves(const EpochList& epochs) const;

    std::filesystem::path m_folder;
};

} // namespace reweigh
