// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/RunKey.h"
#include "core/live/RunEpochs.h"
#include "core/live/StudySnapshot.h"
#include "core/runfiles/RunFolder.h"

#include <functional>
#include <map>
#include <memory>

namespace reweigh {

/// Watches the epochs that some of a study's runs write. Thread: one.
class RunWatch {
public:
    void add(const RunKey& key) { m_runs[key] = {}; } ///< it is read with the next look, known or not
    void remove(const RunKey& key) { m_runs.erase(key); }

    using Told = std::function<void(const RunKey&, std::shared_ptr<const RunEpochs>)>;
    /// Reads the epochs that have come since the last look. One that cannot be read is looked at again when it changes.
    void look(const StudySnapshot& study, const Told& told);

private:
    std::map<RunKey, RunFolder::EpochsRead> m_runs;
};

} // namespace reweigh
