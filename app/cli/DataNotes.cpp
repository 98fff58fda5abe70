// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DataNotes.h"

#include "core/data/FingerprintComparison.h"
#include "widgets/text/DataText.h"

namespace reweigh {

void noteChanges(Terminal& terminal, const DataPlan& plan)
{
    terminal.note("data: " + dataChangesLine(plan.changes));
}

void noteUnchecked(Terminal& terminal, const StudyFacts& study)
{
    if (!fingerprintKnowsPixels(study.fingerprint))
        terminal.note(uncheckedPixelsText().toStdString());
}

void noteStudyData(Terminal& terminal, const std::optional<StudyFacts>& study)
{
    if (!study)
        return;
    if (const std::optional<DataChanges> changes = changesFromFingerprint(study->fingerprint))
        terminal.note("data: " + dataChangesLine(*changes));
    noteUnchecked(terminal, *study);
}

nlohmann::json studyDataJson(const std::optional<StudyFacts>& study)
{
    const std::optional<DataChanges> changes = study ? changesFromFingerprint(study->fingerprint) : std::nullopt;
    return changes ? toJson(*changes) : nlohmann::json(nullptr);
}

} // namespace reweigh
