// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/RunWatch.h"

#include "core/live/StudyFollower.h"
#include "core/runfiles/RunFolder.h"

namespace reweigh {

void RunWatch::look(const StudySnapshot& study, const Told& told)
{
    for (auto& [key, read] : m_runs) {
        const std::filesystem::path folder = runFolder(study, key);
        if (folder.empty())
            continue;
        const Result<bool> more = RunFolder(folder).readMore(read);
        if (more && *more)
            told(key, std::make_shared<const RunEpochs>(RunEpochs{.epochs = read.epochs}));
    }
}

} // namespace reweigh
