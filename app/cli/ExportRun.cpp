// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExportRun.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/storage/ArchitectureFile.h"

namespace reweigh {

Result<nlohmann::json> exportArchitectures(const StudySnapshot& study, int count, const std::filesystem::path& file)
{
    if (!study.facts)
        return study.noFacts;
    Result<nlohmann::json> json = architecturesJson(study.name, *study.facts, trialRefs(study.trials), count);
    if (!json)
        return json;
    if (const Status checked = checkArchitectures(*json, file); !checked)
        return checked.error();
    if (const Status written = writeFileAtomic(file, jsonText(*json, 2) + "\n"); !written)
        return written.error();
    return json;
}

} // namespace reweigh
