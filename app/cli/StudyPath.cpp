// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StudyPath.h"

#include "app/cli/StudyTable.h"
#include "app/cli/VariantTable.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/StudyFolder.h"

namespace reweigh {

Result<StudyView> readStudy(const std::string& given, const std::string& studyName)
{
    StudyView view{.file = StudyFolder::at(given).file()};
    const auto storage = SqlStorage::open(view.file, StorageMode::Read, studyName);
    if (!storage)
        return storage.error();
    view.name = (*storage)->studyName();
    view.direction = (*storage)->direction();
    Result<std::vector<FrozenTrial>> trials = (*storage)->trials();
    if (!trials)
        return trials.error();
    view.trials = std::move(trials).value();
    Result<StudyAttributes> attributes = (*storage)->attributes();
    if (!attributes)
        return attributes.error();
    view.attributes = std::move(attributes).value();
    Result<StoredVariants> stored = storedVariants(view.attributes.user);
    if (!stored)
        return stored.error();
    view.variants = std::move(stored->list);
    return view;
}

std::string reportText(const StudyView& study)
{
    std::string text = study.name + ", " + std::to_string(study.trials.size()) + " trials\n\n" + trialTable(study.trials, study.direction);
    if (!study.variants.empty())
        text += "\n" + variantTable(study.variants);
    const FrozenTrial* best = bestTrial(study.trials, study.direction);
    const Result<TrialFacts> facts = best ? trialFacts(*best) : Result<TrialFacts>(Error{});
    if (facts)
        if (const VariantResult* searched = overtakenBy(study.variants, {facts->architecture, facts->metaLr}))
            text += "the search has found a better trial since (" + std::to_string(best->number) + "): searched is of " + architectureText(searched->metaNet)
                + "; compare again to train the better one too\n";
    return text;
}

} // namespace reweigh
