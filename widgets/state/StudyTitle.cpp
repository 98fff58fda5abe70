// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/StudyTitle.h"

#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/storage/StudyFolder.h"

namespace reweigh {

QString readStudyTitle(const std::filesystem::path& study, const std::string& name)
{
    const std::filesystem::path file = StudyFolder::ofFile(study).title(name);
    if (!isThere(file))
        return {};
    const Result<std::string> text = readFile(file);
    return text ? QString::fromStdString(*text).simplified().left(200) : QString();
}

Status writeStudyTitle(const std::filesystem::path& study, const QString& title, const std::string& name)
{
    const std::filesystem::path file = StudyFolder::ofFile(study).title(name);
    if (!title.isEmpty())
        return writeFileAtomic(file, title.toStdString() + "\n");
    std::error_code code;
    std::filesystem::remove(file, code);
    return code ? Status(Error{ErrorCode::FileUnwritable, file.string(), code.message(), {}}) : Status();
}

std::string folderNameOf(const QString& title)
{
    QString name;
    for (const QChar c : title.simplified()) {
        if (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.'))
            name += c;
        else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-')))
            name += QLatin1Char('-');
    }
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char('-')))
        name.remove(0, 1);
    name = name.left(60);
    while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.toStdString();
}

} // namespace reweigh
