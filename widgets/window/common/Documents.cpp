// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/common/Documents.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/storage/ArchitectureFile.h"
#include "core/storage/StudyFile.h"
#include "core/storage/StudyFolder.h"
#include "widgets/text/ErrorText.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <optional>

namespace reweigh {
namespace {

constexpr int recentCount = 10;
const auto recentKey = QStringLiteral("recent");
constexpr std::size_t mostAtOnce = 12; ///< studies of one file that are opened without being named
const auto demoKey = QStringLiteral("demo/folder");

QString sayDocument(const char* text)
{
    return QCoreApplication::translate("Documents", text);
}

/// Why no study can be read from a file with these studies; nothing where one can, or can once another process has left its lock.
std::optional<Error> whyNoStudy(const Result<std::vector<std::string>>& names, const std::filesystem::path& file)
{
    if (!names)
        return names.error().code == ErrorCode::StudyLocked ? std::nullopt : std::optional(names.error());
    return names->empty() ? std::optional(Error{ErrorCode::StudyMissing, file.string(), {}, {}}) : std::nullopt;
}

/// Of the problems of opening a file, which are over once it is opened.
std::string topicOf(const std::filesystem::path& file)
{
    return "open " + file.string();
}

} // namespace

OpenStudy* openDocument(Workbench& bench, const std::filesystem::path& given, const std::string& studyName)
{
    const std::filesystem::path file = StudyFolder::at(fullPath(given)).file();
    const std::string topic = topicOf(file);
    if (!isThere(file)) {
        bench.log().problem(errorText({ErrorCode::StudyMissing, file.string(), {}, {}}), topic);
        return nullptr;
    }
    const Result<std::vector<std::string>> names = studyNames(file);
    const bool isOpen = std::ranges::any_of(bench.studies(), [&](const auto& study) { return study->file() == file; });
    if (const std::optional<Error> no = whyNoStudy(names, file); no && !isOpen) { // what is open was a study, and may be one again
        bench.log().problem(errorText(*no), topic);
        return nullptr;
    }
    bench.log().settle(topic);
    rememberStudy(file);
    if (!names || names->size() < 2) // that the file is locked is said by the study that is opened
        return &bench.open(file, names && *names == std::vector{studyName} ? std::string() : studyName);
    if (!studyName.empty())
        return &bench.open(file, studyName);
    OpenStudy& first = bench.open(file, names->front());
    const std::size_t opened = std::min(names->size(), mostAtOnce);
    for (std::size_t i = 1; i < opened; ++i)
        bench.open(file, (*names)[i]);
    bench.setCurrent(first);
    const QString path = QString::fromStdString(file.string()), all = QString::number(names->size());
    if (opened == names->size())
        bench.log().info(sayDocument(QT_TRANSLATE_NOOP("Documents", "%1 holds %2 studies: each has a tab.")).arg(path, all));
    else
        bench.log().info(sayDocument(QT_TRANSLATE_NOOP("Documents", "%1 holds %2 studies: the first %3 have tabs. File > Studies in "
                                                                    "this file opens another one."))
                             .arg(path, all, QString::number(opened)));
    return &first;
}

bool openPlanFile(Workbench& bench, const std::filesystem::path& given, const std::filesystem::path& folder)
{
    const std::filesystem::path file = fullPath(given);
    if (!isThere(file)) {
        bench.log().problem(errorText({ErrorCode::FileMissing, file.string(), {}, {}}), topicOf(file));
        return false;
    }
    bench.log().settle(topicOf(file));
    if (!bench.plan().open(file, folder))
        return false;
    rememberStudy(file);
    return true;
}

QStringList recentStudies()
{
    QStringList there;
    for (const QString& file : QSettings().value(recentKey).toStringList())
        if (isThere(pathFromText(file.toStdString())))
            there << file;
    return there;
}

void rememberStudy(const std::filesystem::path& file)
{
    QStringList list = QSettings().value(recentKey).toStringList();
    const QString path = QString::fromStdString(pathText(file)); // keeps names that are not UTF-8
    list.removeAll(path);
    list.prepend(path);
    QSettings().setValue(recentKey, QStringList(list.mid(0, recentCount)));
}

std::filesystem::path rememberedDemo()
{
    const std::filesystem::path folder = pathFromText(QSettings().value(demoKey).toString().toStdString());
    return !folder.empty() && isThere(StudyFolder::in(folder).file()) ? folder : std::filesystem::path();
}

void rememberDemo(const std::filesystem::path& folder)
{
    QSettings().setValue(demoKey, QString::fromStdString(pathText(folder)));
}

Status writeConfig(const ExperimentConfig& config, const std::filesystem::path& file)
{
    if (file.extension() == ".sh")
        return writeFileAtomic(file, "#!/bin/sh\n" + commandText("search", config) + "\n");
    return writeFileAtomic(file, jsonText(toJson(config), 2) + "\n");
}

Status writeArchitectures(const StudySnapshot& study, int count, const std::filesystem::path& file)
{
    if (!study.facts)
        return study.file.empty() ? Error{ErrorCode::StudyEmpty, {}, {}, {}} : study.noFacts;
    const Result<nlohmann::json> json = architecturesJson(study.name, *study.facts, trialRefs(study.trials), count);
    if (!json)
        return json.error();
    if (const Status checked = checkArchitectures(*json, file); !checked)
        return checked;
    return writeFileAtomic(file, jsonText(*json, 2) + "\n");
}

} // namespace reweigh
