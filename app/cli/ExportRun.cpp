// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExportRun.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/storage/ArchitectureFile.h"

namespace reweigh {

Result<nlohmann::json> exportArchitectures(const StudyView& study, int count, const std::filesystem::path& file)
{
    const Result<StudyFacts> facts = studyFacts(study.attributes);
    if (!facts)
        return facts.error();
    Result<nlohmann::json> json = architecturesJson(study.name, *facts, study.trials, count);
    if (!json)
        return json;
    if (const Status checked = checkArchitectures(*json, file); !checked)
        return checked.error();
    if (const Status written = writeFileAtomic(file, jsonText(*json, 2) + "\n"); !written)
        return written.error();
    return json;
}

} // namespace reweigh
