// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/RunKey.h"
#include "core/live/RunRecord.h"
#include "core/live/StudySnapshot.h"

#include <functional>
#include <map>
#include <memory>

namespace reweigh {

/// Watches the epochs.json of some of a study's runs. Thread: one.
class RunWatch {
public:
    void add(const RunKey& key) { m_runs[key] = {}; } ///< it is read with the next look, known or not
    void remove(const RunKey& key) { m_runs.erase(key); }

    using Told = std::function<void(const RunKey&, std::shared_ptr<const RunRecord>)>;
    /// Reads the files that are others than at the last look. One that cannot be read is looked at again when it changes.
    void look(const StudySnapshot& study, const Told& told);

private:
    struct Seen {
        std::filesystem::path file;
        std::filesystem::file_time_type time{};
        std::uintmax_t size = 0;

        friend bool operator==(const Seen&, const Seen&) = default;
    };

    std::map<RunKey, Seen> m_runs;
};

} // namespace reweigh
