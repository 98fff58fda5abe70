// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialTableModel.h"

#include <algorithm>

// What a reader writes on trials, as the table shows and takes it.
namespace reweigh {

void TrialTableModel::setMarks(const Marks& marks)
{
    const auto differs = [](const Marks& a, const Marks& b, std::int64_t trial) {
        static const TrialMarks none;
        const auto in = [&](const Marks& all) -> const TrialMarks& {
            const auto found = all.find(trial);
            return found == all.end() ? none : found->second;
        };
        return in(a) != in(b);
    };
    std::vector<int> changed;
    for (const Marks* side : {&std::as_const(m_marks), &marks})
        for (const auto& entry : *side)
            if (const int row = rowOf(entry.first); row >= 0 && differs(m_marks, marks, entry.first))
                changed.push_back(row);
    std::ranges::sort(changed);
    changed.erase(std::ranges::unique(changed).begin(), changed.end());
    m_marks = marks;
    for (const int row : changed)
        m_cache[std::size_t(row)].search.clear();
    tellChanged(changed);
}

const TrialMarks& TrialTableModel::marks(int row) const
{
    static const TrialMarks none;
    const auto found = m_marks.find(trial(row).number);
    return found == m_marks.end() ? none : found->second;
}

QStringList TrialTableModel::allTags() const
{
    QStringList tags;
    for (const auto& entry : m_marks)
        tags << entry.second.tags;
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

bool TrialTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString number = QString::number(trial(index.row()).number);
    TrialMarks marks = this->marks(index.row());
    QString what;
    switch (m_columns[std::size_t(index.column())].kind) {
    case TrialColumn::Star:
        marks.star = value.toBool();
        what = marks.star ? tr("Star trial %1").arg(number) : tr("Take the star from trial %1").arg(number);
        break;
    case TrialColumn::Tags:
        marks.tags = tagsFromText(value.toString());
        what = tr("Tags of trial %1").arg(number);
        break;
    case TrialColumn::Note:
        marks.note = value.toString().trimmed();
        what = tr("Note on trial %1").arg(number);
        break;
    default:
        return false;
    }
    if (marks != this->marks(index.row()))
        Q_EMIT marksEdited(trial(index.row()).number, marks, what);
    return true;
}

} // namespace reweigh
