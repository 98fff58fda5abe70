// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/base/Json.h"
#include "core/config/ConfigField.h"
#include "core/config/ExperimentConfig.h"
#include "widgets/panel/FigureTable.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

struct StudySnapshot;

/// The result of one study's comparison of the searched with the fixed architecture, under the study's noise and imbalance.
struct WhereStudy {
    std::filesystem::path file;
    ExperimentConfig config;
    std::vector<double> differences;                       ///< test accuracy, searched minus fixed 1-100-1, one per seed
    JudgedAs verdict = JudgedAs::CannotTell;               ///< the verdict on them in the study's own table
    nlohmann::json fingerprint = nlohmann::json::object(); ///< of its data (Fingerprint.h); empty: not known
};

/// The fingerprint of the data of `snapshot`'s study; empty where it is not known.
nlohmann::json dataFingerprint(const StudySnapshot& snapshot);

/// The study that `snapshot` shows, trained with `config`. `differences` is empty where it does not compare searched with fixed.
WhereStudy whereStudy(const StudySnapshot& snapshot, const ExperimentConfig& config);

/// A map over noise rate and imbalance factor, which shows where a searched architecture helps.
struct WhereMap {
    struct Cell {
        double rate = 0.0, factor = 1.0;
        MeanInterval interval; ///< of the differences in all studies of the cell
        int studies = 0;
        JudgedAs verdict = JudgedAs::CannotTell; ///< by Holm's method over the cells; see whereMap()

        bool open() const { return verdict == JudgedAs::CannotTell; }
    };
    std::vector<double> rates, factors; ///< ascending
    std::vector<Cell> cells;            ///< only those with a study
    int studies = 0;
    bool ownLabels = false; ///< a user's own images, whose noise nobody knows: the rates are of what was added
    /// How many studies are not on the map, by the key of the first setting in which they differ from those that are.
    std::map<std::string, int> leftOut;

    const Cell* at(double rate, double factor) const;
    FigureTable table() const;
};

/// The effective noise rate and imbalance factor of a recipe: type "none" gives rate 0 and factor 1. Not for labels from a file.
double rateOf(const DataOptions& data);
double factorOf(const DataOptions& data);

/// The first setting, in the order of `--help`, that keeps two studies from one map: they differ in it, and it decides what they find
/// (ConfigField::identity). `otherData`: the setting in which their data differ (otherDataSetting), which it is where no other says it; if
/// it is not known, own images are held for the same if the names of their folder and of the list of checked ones are. The map's axes
/// may differ, and seeds; so may the type of noise where one study has none, the type of imbalance likewise, and what has no effect in one
/// of them. Labels from a file have no noise rate that was asked for: "noise-type" keeps them from every map. Null if they belong together.
const ConfigField* otherSetting(const ExperimentConfig& one, const ExperimentConfig& other,
                                const std::optional<std::string>& otherData = {});

/// Makes the map of the studies that are of the same data as `fingerprint` says, and differ from `config` in nothing that decides what
/// they find but noise rate, imbalance factor and seeds (otherSetting), and counts the others. With labels from a file it is empty. A file
/// and its copies count once.
/// If a cell has one study and the judgement over the map differs from the study's own verdict, the cell's verdict is CannotTell.
WhereMap whereMap(const std::vector<WhereStudy>& studies, const ExperimentConfig& config,
                  const nlohmann::json& fingerprint = nlohmann::json::object());

/// Reads the comparisons of the studies beside a given one: `study.db` in the neighbouring folders, or, if the given file has
/// another name, the other `*.db` files of its folder. Never writes; results are cached until the file changes.
/// Thread: any.
class SiblingStudies {
public:
    static constexpr std::size_t most = 200; ///< largest number of files looked at, in order of name

    /// The comparisons of the neighbours of `study`, without `study` itself. Files that cannot be read, or have no comparison, are
    /// skipped.
    std::vector<WhereStudy> read(const std::filesystem::path& study);

    /// The number of files opened so far; the others were in the cache.
    int opened() const;

private:
    struct FileTimes {
        std::filesystem::file_time_type file, journal; ///< journal: unset if empty, because a reader creates an empty one
        bool operator==(const FileTimes&) const = default;
    };
    struct Known {
        FileTimes times;
        std::optional<WhereStudy> study; ///< none: the file has no comparison made by this program
    };
    static FileTimes timesOf(const std::filesystem::path& file);

    mutable std::mutex m_mutex;
    std::map<std::filesystem::path, Known> m_known;
    int m_opened = 0;
};

} // namespace reweigh
