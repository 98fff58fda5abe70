// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/labels/MarkFiles.h"

#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "widgets/state/LogOutcome.h"
#include "widgets/state/OpenStudy.h"
#include "widgets/text/ErrorText.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace reweigh {
namespace {

struct MarkFileWords {
    Q_DECLARE_TR_FUNCTIONS(MarkFiles)
};

constexpr const char *fileTopic = "marks-file", *importTopic = "marks-import";

void askFile(QWidget& parent, const FileQuestion& question, QFileDialog::AcceptMode mode,
             const std::function<void(const std::filesystem::path&)>& take)
{
    auto* dialog = new QFileDialog(&parent, question.title);
    dialog->setObjectName(question.name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilter(MarkFileWords::tr("Data (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setDirectory(QString::fromStdString(question.file.parent_path().string()));
    if (mode == QFileDialog::AcceptSave)
        dialog->selectFile(QString::fromStdString(question.file.filename().string()));
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, [take](const QString& file) { take(file.toStdString()); });
    dialog->open();
}

} // namespace

void askFileToWrite(QWidget& parent, const FileQuestion& question, const std::function<void(const std::filesystem::path&)>& take)
{
    askFile(parent, question, QFileDialog::AcceptSave, take);
}

bool writeAndTell(const std::filesystem::path& file, const std::string& text, const LogTeller& tell)
{
    const Status written = writeFileAtomic(file, text);
    tellOutcome(tell, written, MarkFileWords::tr("Written: %1").arg(QString::fromStdString(file.string())), fileTopic);
    return written.ok();
}

void readMarksAndTell(const std::filesystem::path& file, LabelMarks& marks, QUndoStack& undo, const LogTeller& tell,
                      const std::function<std::optional<std::string>(const std::string&)>& labelOf)
{
    const Result<std::string> text = readFile(file);
    if (!text)
        return tell({.severity = Severity::Problem, .text = errorText(text.error()), .topic = importTopic});
    const Result<std::vector<LabelMarkRow>> rows = parseMarks(*text, file, marks.byPath());
    if (!rows)
        return tell({.severity = Severity::Problem, .text = errorText(rows.error()), .topic = importTopic});
    const int unknown = marks.take(undo, *rows, labelOf);
    const int taken = int(rows->size()) - unknown;
    QString said = MarkFileWords::tr("%Ln mark(s) imported from %1.", nullptr, taken).arg(QString::fromStdString(file.string()));
    if (unknown > 0)
        said = MarkFileWords::tr("%1 %Ln are of images that are not in this data set, and were left out.", nullptr, unknown).arg(said);
    const auto foreign = std::ranges::find_if(*rows, [&](const LabelMarkRow& row) { return !isUtf8(row.image) && !labelOf(row.image); });
    if (foreign != rows->end())
        said = MarkFileWords::tr("%1 The name %2 is not UTF-8: save the file as UTF-8.")
                   .arg(said, QString::fromStdString(utf8Text(foreign->image)));
    tell({.severity = taken > 0 ? Severity::Info : Severity::Warning, .text = said, .topic = importTopic});
}

void askMarksToRead(QWidget& parent, const FileQuestion& question, OpenStudy& study, std::shared_ptr<LabelMarks> marks, MarkLabels labels)
{
    const auto take = [of = QPointer<OpenStudy>(&study), marks = std::move(marks),
                       labels = std::move(labels)](const std::filesystem::path& file) {
        if (of)
            readMarksAndTell(file, *marks, of->document().undoStack(), of->teller(), [&labels](const std::string& image) {
                const auto known = labels.find(image);
                return known == labels.end() ? std::nullopt : std::optional(known->second);
            });
    };
    askFile(parent, question, QFileDialog::AcceptOpen, take);
}

} // namespace reweigh
