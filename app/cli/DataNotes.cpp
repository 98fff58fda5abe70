// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DataNotes.h"

#include "core/data/StampComparison.h"
#include "core/storage/TrialAttributes.h"
#include "widgets/text/DataText.h"

namespace reweigh {

void noteChanges(Terminal& terminal, const DataPlan& plan)
{
    terminal.note("data: " + dataChangesLine(plan.changes));
}

void noteUnchecked(Terminal& terminal, const StudyAttributes& attributes)
{
    const Result<StudyFacts> facts = studyFacts(attributes);
    if (facts && !stampKnowsPixels(facts->stamp))
        terminal.note(uncheckedPixelsText().toStdString());
}

void noteStudyData(Terminal& terminal, const StudyAttributes& attributes)
{
    const Result<StudyFacts> facts = studyFacts(attributes);
    if (!facts)
        return;
    if (const std::optional<DataChanges> changes = changesFromStamp(facts->stamp))
        terminal.note("data: " + dataChangesLine(*changes));
    noteUnchecked(terminal, attributes);
}

nlohmann::json studyDataJson(const StudyAttributes& attributes)
{
    const Result<StudyFacts> facts = studyFacts(attributes);
    const std::optional<DataChanges> changes = facts ? changesFromStamp(facts->stamp) : std::nullopt;
    return changes ? toJson(*changes) : nlohmann::json(nullptr);
}

} // namespace reweigh
