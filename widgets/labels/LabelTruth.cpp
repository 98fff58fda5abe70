// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/labels/LabelTruth.h"

#include "core/config/DataSets.h"
#include "widgets/state/OpenStudy.h"

namespace reweigh {

bool truthIsKnown(const OpenStudy& study)
{
    const auto snapshot = study.snapshot();
    if (!snapshot->facts)
        return !hasOwnLabels(study.config().data.dataset);
    if (!snapshot->ownLabels())
        return true;
    const nlohmann::json& print = snapshot->facts->fingerprint;
    const nlohmann::json recipe = print.is_object() ? print.value("recipe", nlohmann::json()) : nlohmann::json();
    return recipe.is_object() && (recipe.contains("true-label-column") || recipe.value("clean", nlohmann::json()) == everyLabelIsRight);
}

} // namespace reweigh
