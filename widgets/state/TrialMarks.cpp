// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/TrialMarks.h"

#include "core/base/FileIo.h"
#include "core/base/Json.h"
#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/storage/StudyFolder.h"

namespace reweigh {

Result<std::map<std::int64_t, TrialMarks>> readMarks(const std::filesystem::path& study, const std::string& name)
{
    std::map<std::int64_t, TrialMarks> marks;
    const std::filesystem::path file = StudyFolder::ofFile(study).marks(name);
    if (!isThere(file))
        return marks;
    const Result<std::string> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    try {
        const nlohmann::json content = parsedJson(*bytes);
        for (const nlohmann::json& entry : content.at("trials")) {
            TrialMarks& mark = marks[entry.at("number").get<std::int64_t>()];
            mark.star = entry.value("star", false);
            mark.note = QString::fromStdString(entry.value("note", std::string()));
            for (const nlohmann::json& tag : entry.value("tags", nlohmann::json::array()))
                mark.tags << QString::fromStdString(tag.get<std::string>());
        }
    } catch (const nlohmann::json::exception& error) {
        return Error{ErrorCode::FileCorrupt, file.string(), jsonFault(error), "marks on trials"};
    }
    return marks;
}

Status writeMarks(const std::filesystem::path& study, const std::map<std::int64_t, TrialMarks>& marks, const std::string& name)
{
    nlohmann::json trials = nlohmann::json::array();
    for (const auto& [number, mark] : marks) {
        if (mark.empty())
            continue;
        nlohmann::json tags = nlohmann::json::array();
        for (const QString& tag : mark.tags)
            tags.push_back(tag.toStdString());
        trials.push_back({{"number", number}, {"star", mark.star}, {"note", mark.note.toStdString()}, {"tags", std::move(tags)}});
    }
    return writeFileAtomic(StudyFolder::ofFile(study).marks(name), jsonText({{"trials", std::move(trials)}}, 2) + "\n");
}

} // namespace reweigh
