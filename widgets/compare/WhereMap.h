// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/config/ExperimentConfig.h"
#include "widgets/panel/FigureTable.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace reweigh {

/// What one study's comparison says of the searched architecture under its shift.
struct WhereStudy {
    std::filesystem::path file;
    DataOptions data;
    std::string model;
    std::vector<double> differences; ///< test accuracy, searched minus fixed 1-100-1, one a seed
    JudgedAs verdict = JudgedAs::CannotTell; ///< of the study's own table of verdicts on them
};

/// Noise rate x imbalance factor: where a searched architecture helps.
struct WhereMap {
    struct Cell {
        double rate = 0.0, factor = 1.0;
        MeanInterval interval; ///< of the differences of all its studies
        int studies = 0;
        JudgedAs verdict = JudgedAs::CannotTell; ///< the judge's, Holm over the cells; of one study only: never more than its own table says

        bool open() const { return verdict == JudgedAs::CannotTell; }
    };
    std::vector<double> rates, factors; ///< ascending
    std::vector<Cell> cells;            ///< only those with a study
    int studies = 0;

    const Cell* at(double rate, double factor) const;
    FigureTable table() const;
};

/// Noise rate and imbalance factor that a recipe comes to: "none" is rate 0, factor 1.
double rateOf(const DataOptions& data);
double factorOf(const DataOptions& data);

/// The map of the studies that are like `data` and `model` in all but noise rate and imbalance factor: data set, noise
/// type (of those with noise), imbalance type (of those with imbalance), order, classifier. A file counts once,
/// and so does a copy of it.
WhereMap whereMap(const std::vector<WhereStudy>& studies, const DataOptions& data, const std::string& model);


/// Reads the comparisons of studies that lie beside one: `study.db` of the neighbouring folders, or other `*.db` of the same
/// folder for a study of another name. Never writes; what was read is kept until the file changes.
/// Thread: any.
class SiblingStudies {
public:
    static constexpr std::size_t most = 200; ///< files looked at, the first by name

    /// What can be read of the neighbours of `study`, without itself. Files that cannot be read are passed over.
    std::vector<WhereStudy> read(const std::filesystem::path& study);

    /// How many files were opened so far: the others were known.
    int opened() const;

private:
    struct FileTimes {
        std::filesystem::file_time_type file, journal; ///< of an empty journal: none, for a reader makes one
        bool operator==(const FileTimes&) const = default;
    };
    struct Known {
        FileTimes times;
        std::optional<WhereStudy> study; ///< none: no comparison of ours in it
    };
    static FileTimes timesOf(const std::filesystem::path& file);

    mutable std::mutex m_mutex;
    std::map<std::filesystem::path, Known> m_known;
    int m_opened = 0;
};

} // namespace reweigh
