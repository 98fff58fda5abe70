// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StudyPath.h"

#include "app/cli/ArmTable.h"
#include "app/cli/StudyTable.h"
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
    if (const auto arms = view.attributes.user.find(attribute::arms); arms != view.attributes.user.end()) {
        Result<std::vector<ArmResult>> read = armsFromJson(arms->second);
        if (!read)
            return read.error();
        view.arms = std::move(read).value();
    }
    return view;
}

std::string reportText(const StudyView& study)
{
    std::string text = study.name + ", " + std::to_string(study.trials.size()) + " trials\n\n" + trialTable(study.trials, study.direction);
    if (!study.arms.empty())
        text += "\n" + armTable(study.arms);
    return text;
}

} // namespace reweigh
