// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/RunWatch.h"

#include "core/live/StudyFollower.h"
#include "core/records/RunFolder.h"

namespace reweigh {

void RunWatch::look(const StudySnapshot& study, const Told& told)
{
    for (auto& [key, seen] : m_runs) {
        const std::filesystem::path folder = runFolder(study, key);
        if (folder.empty())
            continue;
        Seen now{.file = RunFolder(folder).file("epochs.json")};
        std::error_code code;
        now.time = std::filesystem::last_write_time(now.file, code);
        if (!code)
            now.size = std::filesystem::file_size(now.file, code);
        if (code || now == seen)
            continue;
        seen = now;
        if (Result<EpochList> epochs = RunFolder(folder).readEpochs())
            told(key, std::make_shared<const RunRecord>(RunRecord{.epochs = std::move(epochs).value()}));
    }
}

} // namespace reweigh
