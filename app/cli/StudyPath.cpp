// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StudyPath.h"

#include "app/cli/DataNotes.h"
#include "app/cli/StudyTable.h"
#include "app/cli/VariantTable.h"
#include "core/experiment/StudyReport.h"
#include "core/live/StudyReader.h"
#include "core/storage/StudyFolder.h"

namespace reweigh {

Result<std::shared_ptr<const StudySnapshot>> readStudy(const std::string& given, const std::string& studyName)
{
    return StudyReader(StudyFolder::at(given).file(), studyName, {.patience = std::chrono::seconds(5), .largeAsText = false}).read();
}

std::string reportText(const StudySnapshot& study)
{
    std::string text = study.name + ", " + std::to_string(study.trials.size()) + " trials\n\n" + trialTable(trialRefs(study.trials), study.direction);
    if (!study.variants.empty())
        text += "\n" + variantTable(study.variants);
    const StudyTrial* best = study.best();
    if (const TrialFacts* facts = best ? best->facts() : nullptr)
        if (const VariantResult* searched = overtakenBy(study.variants, {facts->architecture, facts->metaLr}))
            text += "the search has found a better trial since (" + std::to_string(best->number) + "): searched is of " + architectureText(searched->metaNet)
                + "; compare again to train the better one too\n";
    return text;
}

nlohmann::json reportJson(const StudySnapshot& study)
{
    nlohmann::json report = studyReport(study.name, trialRefs(study.trials), study.direction, study.variants);
    report["data"] = studyDataJson(study.facts);
    return report;
}

} // namespace reweigh
