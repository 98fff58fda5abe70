// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/labels/LabelMarks.h"
#include "widgets/state/RunLog.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

class QWidget;

namespace reweigh {

class OpenStudy;

/// What a question for a file is called: `name` is the dialog's objectName, `title` its title, `file` the file that is proposed.
struct FileQuestion {
    QString name, title;
    std::filesystem::path file;
};

/// Asks for a CSV file that is to be written, and calls `take` with it once it is chosen.
void askFileToWrite(QWidget& parent, const FileQuestion& question, const std::function<void(const std::filesystem::path&)>& take);

/// Writes `text` to `file` and says so, or what went wrong, by `tell`. Whether it was written.
bool writeAndTell(const std::filesystem::path& file, const std::string& text, const LogTeller& tell);

/// Reads marks from `file`, adds them to `marks` as one step of `undo`, and says by `tell` how many there were and how many are of images
/// that are not there; a warning where none was taken. `labelOf`: as in LabelMarks::take().
void readMarksAndTell(const std::filesystem::path& file, LabelMarks& marks, QUndoStack& undo, const LogTeller& tell,
                      const std::function<std::optional<std::string>(const std::string&)>& labelOf);

/// The label of each image that can be marked, by its path.
using MarkLabels = std::unordered_map<std::string, std::string>;

/// Asks for a file of marks and reads it (readMarksAndTell) into `marks`, with the undo of `study`. These and `labels` are those of when it
/// was asked for, whatever is in view when the file is chosen; nothing is read if the study was closed by then.
void askMarksToRead(QWidget& parent, const FileQuestion& question, OpenStudy& study, std::shared_ptr<LabelMarks> marks, MarkLabels labels);

} // namespace reweigh
