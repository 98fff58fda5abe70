// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/WhereMap.h"

#include <map>
#include <mutex>
#include <optional>

namespace reweigh {

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
