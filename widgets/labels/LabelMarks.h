// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QUndoStack;

namespace reweigh {

/// What a person who has looked at an image says of its label.
enum class LabelVerdict { Right, Wrong, Unsure };

/// "✓ right", "✕ wrong", "? unsure".
QString verdictWords(LabelVerdict verdict);

/// A verdict, and the label it is about: an image may have another label under another recipe.
struct LabelMark {
    std::string label; ///< name of the class
    LabelVerdict verdict = LabelVerdict::Unsure;

    friend bool operator==(const LabelMark&, const LabelMark&) = default;
};

/// Marks by image: its path below the data folder, or its place among the training images where images are no files.
using LabelMarkMap = std::map<std::string, LabelMark>;

/// A row of a file of marks.
struct LabelMarkRow {
    std::string image;
    std::string label; ///< empty: the file does not say it
    LabelVerdict verdict = LabelVerdict::Unsure;
};

/// Reads marks from a CSV (core/base/Csv.h): the column "path", or "index" where not `byPath`, says of which image a row is, "mark" is right,
/// wrong or unsure, or empty for a row without one; a column "observed" says which label was judged. `file` is named in errors.
/// Errors: those of parseCsv; CsvColumnMissing; CsvLineWrong (another mark); LabelsOfOtherImages (a path, where not `byPath`).
Result<std::vector<LabelMarkRow>> parseMarks(std::string_view text, const std::filesystem::path& file, bool byPath);
/// The inverse: a CSV with the columns path (or index), observed and mark. `--leave-out` takes it as it is; `--clean` does not, for wrong ones
/// stand in it too.
std::string marksCsv(const LabelMarkMap& marks, bool byPath);

/// What a person says of the labels of one data set. All views of the data set share one object; it is kept in a file of the user's (labels/
/// beside the folder of studies), which is written after every change, so that nothing is lost with the window.
/// Thread: GUI.
class LabelMarks : public QObject, public std::enable_shared_from_this<LabelMarks> {
    Q_OBJECT
public:
    /// The marks of the data set that `data` names, read at the first call.
    static std::shared_ptr<LabelMarks> of(const DataOptions& data);

    /// `file`: where they are kept. A file that cannot be read is left alone, and the marks are then not kept (problem()).
    LabelMarks(std::filesystem::path file, bool byPath);

    bool byPath() const { return m_byPath; }
    const std::filesystem::path& file() const { return m_file; }
    const LabelMarkMap& all() const { return m_marks; }
    /// What was said of `image` under the label `label`.
    std::optional<LabelVerdict> verdict(const std::string& image, const std::string& label) const;
    int count(LabelVerdict verdict) const;
    /// Why the marks are not kept in the file; none if they are.
    const std::optional<Error>& problem() const { return m_problem; }

    /// Marks an image as one step of `undo`; without a mark it is taken away.
    void mark(QUndoStack& undo, const std::string& image, const std::optional<LabelMark>& mark);
    /// Adds the marks of a file as one step of `undo`. `labelOf`: the present label of an image, none for one that is not there; it is asked
    /// for rows without a label too. Returns how many rows name images that are not there, which are left out.
    int take(QUndoStack& undo, const std::vector<LabelMarkRow>& rows,
             const std::function<std::optional<std::string>(const std::string&)>& labelOf);
    /// Whether the next step that `undo` takes back is one of these marks.
    static bool isNext(const QUndoStack& undo);

Q_SIGNALS:
    void changed();
    /// Undo or Redo has changed what is said of these images; views show the first of them.
    void stepped(const std::vector<std::string>& images);

private:
    friend class ChangeLabelMarks;
    using Changes = std::map<std::string, std::optional<LabelMark>>;
    void change(QUndoStack& undo, Changes to, const QString& what);
    void put(const Changes& changes);
    void step(const Changes& changes);

    const std::filesystem::path m_file;
    const bool m_byPath;
    bool m_kept = true; ///< false: what the file holds could not be read, so it is not overwritten
    LabelMarkMap m_marks;
    std::optional<Error> m_problem;
};

} // namespace reweigh
