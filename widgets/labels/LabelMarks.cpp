// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/labels/LabelMarks.h"

#include "core/base/Csv.h"
#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/base/Sha256.h"
#include "core/config/DataSets.h"
#include "core/data/readers/RowImages.h"
#include "widgets/state/StudiesFolder.h"

#include <QCoreApplication>
#include <QUndoStack>

#include <algorithm>
#include <array>
#include <utility>

namespace reweigh {
namespace {

struct MarkWords {
    Q_DECLARE_TR_FUNCTIONS(LabelMarks)
};

constexpr std::array markNames = {"right", "wrong", "unsure"}; // in files; the order is that of LabelVerdict

} // namespace

QString verdictWords(LabelVerdict verdict)
{
    switch (verdict) {
    case LabelVerdict::Right: return MarkWords::tr("✓ right");
    case LabelVerdict::Wrong: return MarkWords::tr("✕ wrong");
    case LabelVerdict::Unsure: return MarkWords::tr("? unsure");
    }
    return {};
}

Result<std::vector<LabelMarkRow>> parseMarks(std::string_view text, const std::filesystem::path& file, bool byPath)
{
    const Result<CsvTable> table = parseCsv(text, file);
    if (!table)
        return table.error();
    std::string names;
    for (const std::string& name : table->header)
        names += (names.empty() ? "" : ", ") + utf8Text(name);
    const char* const wanted = byPath ? "path" : "index";
    const std::optional<std::size_t> image = table->column(wanted), mark = table->column("mark"), label = table->column("observed");
    if (!image || !mark)
        return Error{ErrorCode::CsvColumnMissing, file.string(), image ? "mark" : wanted, names};
    const std::optional<std::size_t> foreignPath = byPath ? std::nullopt : table->column("path");
    std::vector<LabelMarkRow> rows;
    for (const CsvRow& row : table->rows) {
        const std::string& word = row.fields[*mark];
        if (word.empty())
            continue;
        const auto known = std::ranges::find(markNames, std::string_view(word));
        if (known == markNames.end())
            return Error{ErrorCode::CsvLineWrong, file.string(), std::to_string(row.line),
                         "the mark is \"" + utf8Text(word) + "\"; write right, wrong or unsure, or leave it empty"};
        if (foreignPath && !row.fields[*foreignPath].empty()) // its index is that of an image in a folder
            return pathOfOtherImages(file, row, row.fields[*foreignPath]);
        rows.push_back({row.fields[*image], label ? row.fields[*label] : std::string(), LabelVerdict(known - markNames.begin())});
    }
    return rows;
}

std::string marksCsv(const LabelMarkMap& marks, bool byPath)
{
    std::string text = byPath ? "path,observed,mark\n" : "index,observed,mark\n";
    for (const auto& [image, mark] : marks)
        text += csvField(image) + ',' + csvField(mark.label) + ',' + markNames[std::size_t(mark.verdict)] + '\n';
    return text;
}

/// One step of undo: what was said of some images before, and what is said now. It keeps the marks alive.
class ChangeLabelMarks : public QUndoCommand {
public:
    ChangeLabelMarks(std::shared_ptr<LabelMarks> marks, LabelMarks::Changes to, const QString& what)
        : QUndoCommand(what)
        , m_marks(std::move(marks))
        , m_to(std::move(to))
    {
        for (const auto& [image, mark] : m_to) {
            const auto known = m_marks->m_marks.find(image);
            m_from[image] = known == m_marks->m_marks.end() ? std::nullopt : std::optional(known->second);
        }
    }

    void undo() override { m_marks->step(m_from); }
    void redo() override
    {
        if (std::exchange(m_made, true)) // the first time the user marks, and goes where he wants
            m_marks->step(m_to);
        else
            m_marks->put(m_to);
    }

private:
    std::shared_ptr<LabelMarks> m_marks;
    LabelMarks::Changes m_from, m_to;
    bool m_made = false;
};

std::shared_ptr<LabelMarks> LabelMarks::of(const DataOptions& data)
{
    static std::map<std::filesystem::path, std::shared_ptr<LabelMarks>> known;
    const bool byPath = hasOwnLabels(data.dataset);
    std::string name = data.dataset;
    if (byPath) {
        Sha256 hash;
        hash.update(fullPath(data.dataDir).lexically_normal().string());
        name += '-' + hexOf(hash.finish()).substr(0, 12);
    }
    const std::filesystem::path file = studiesFolder().parent_path() / "labels" / (name + ".csv");
    std::shared_ptr<LabelMarks>& marks = known[file];
    if (!marks)
        marks = std::make_shared<LabelMarks>(file, byPath);
    return marks;
}

LabelMarks::LabelMarks(std::filesystem::path file, bool byPath)
    : m_file(std::move(file))
    , m_byPath(byPath)
{
    if (!isThere(m_file))
        return;
    const Result<std::string> text = readFile(m_file);
    const Result<std::vector<LabelMarkRow>> rows =
        text ? parseMarks(*text, m_file, m_byPath) : Result<std::vector<LabelMarkRow>>(text.error());
    if (!rows) {
        m_problem = rows.error();
        m_kept = false;
        return;
    }
    for (const LabelMarkRow& row : *rows)
        m_marks[row.image] = {row.label, row.verdict};
}

std::optional<LabelVerdict> LabelMarks::verdict(const std::string& image, const std::string& label) const
{
    const auto known = m_marks.find(image);
    return known != m_marks.end() && known->second.label == label ? std::optional(known->second.verdict) : std::nullopt;
}

int LabelMarks::count(LabelVerdict verdict) const
{
    return int(std::ranges::count_if(m_marks, [verdict](const auto& entry) { return entry.second.verdict == verdict; }));
}

void LabelMarks::mark(QUndoStack& undo, const std::string& image, const std::optional<LabelMark>& mark)
{
    const QString name = QString::fromStdString(image);
    change(undo, Changes{{image, mark}},
           mark ? MarkWords::tr("Mark %1: %2").arg(name, verdictWords(mark->verdict)) : MarkWords::tr("Unmark %1").arg(name));
}

int LabelMarks::take(QUndoStack& undo, const std::vector<LabelMarkRow>& rows,
                     const std::function<std::optional<std::string>(const std::string&)>& labelOf)
{
    Changes to;
    int unknown = 0;
    for (const LabelMarkRow& row : rows) {
        const std::optional<std::string> label = labelOf(row.image);
        if (label)
            to[row.image] = LabelMark{row.label.empty() ? *label : row.label, row.verdict};
        else
            ++unknown;
    }
    if (!to.empty())
        change(undo, std::move(to), MarkWords::tr("Import marks"));
    return unknown;
}

bool LabelMarks::isNext(const QUndoStack& undo)
{
    return undo.canUndo() && dynamic_cast<const ChangeLabelMarks*>(undo.command(undo.index() - 1));
}

void LabelMarks::change(QUndoStack& undo, Changes to, const QString& what)
{
    undo.push(new ChangeLabelMarks(shared_from_this(), std::move(to), what));
}

void LabelMarks::put(const Changes& changes)
{
    for (const auto& [image, mark] : changes) {
        if (mark)
            m_marks[image] = *mark;
        else
            m_marks.erase(image);
    }
    if (m_kept) {
        Status written = makeFolder(m_file.parent_path());
        if (written)
            written = writeFileAtomic(m_file, marksCsv(m_marks, m_byPath));
        m_problem = written ? std::nullopt : std::optional(written.error());
    }
    Q_EMIT changed();
}

void LabelMarks::step(const Changes& changes)
{
    put(changes);
    std::vector<std::string> images;
    for (const auto& [image, mark] : changes)
        images.push_back(image); // in the order of their names, for a search
    Q_EMIT stepped(images);
}

} // namespace reweigh
