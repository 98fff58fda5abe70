// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialTableModel.h"

#include "widgets/text/TypedText.h"
#include "widgets/trials/TrialText.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

std::size_t retrainings(const StudySnapshot& study)
{
    std::size_t runs = 0;
    for (const VariantResult& variant : study.variants)
        runs += variant.runs.size();
    return runs;
}

} // namespace

TrialTableModel::TrialTableModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(trialColumns(true, {}))
{
}

bool TrialTableModel::grewFrom(const StudySnapshot& other, const StudySnapshot& now) const
{
    return other.file == now.file && other.name == now.name && other.facts.has_value() == now.facts.has_value()
           && other.objectiveNames == now.objectiveNames && other.trials.size() <= now.trials.size()
           && std::ranges::equal(
               other.trials, std::span(now.trials).first(other.trials.size()), {}, [](const auto& trial) { return trial->number; },
               [](const auto& trial) { return trial->number; });
}

void TrialTableModel::setSnapshot(std::shared_ptr<const StudySnapshot> snapshot)
{
    if (snapshot == m_snapshot)
        return;
    const std::shared_ptr<const StudySnapshot> before = m_snapshot;
    const auto old = int(before->trials.size()), now = int(snapshot->trials.size());
    if (!grewFrom(*before, *snapshot)) {
        beginResetModel();
        m_snapshot = std::move(snapshot);
        m_cache.assign(std::size_t(now), {});
        m_parameters.clear();
        m_columns = trialColumns(m_snapshot->facts.has_value() || m_snapshot->file.empty(), {}, m_snapshot->objectiveNames);
        m_span = {};
        m_plannedEpochs = m_snapshot->plannedEpochs();
        for (const auto& trial : m_snapshot->trials)
            takeSpan(*trial);
        endResetModel();
        takeParameters();
        return;
    }

    const bool retrained = retrainings(*before) != retrainings(*snapshot);
    const bool writer = before->beingWritten != snapshot->beingWritten;
    std::vector<int> changed;
    for (int row = 0; row < old; ++row) {
        const auto& trial = snapshot->trials[std::size_t(row)];
        if (trial != before->trials[std::size_t(row)] || retrained || (writer && !isFinished(trial->state)))
            changed.push_back(row);
    }
    if (now > old)
        beginInsertRows({}, old, now - 1);
    m_snapshot = std::move(snapshot);
    m_cache.resize(std::size_t(now));
    for (const int row : changed) {
        m_cache[std::size_t(row)] = {};
        takeSpan(trial(row));
    }
    for (int row = old; row < now; ++row)
        takeSpan(trial(row));
    if (now > old)
        endInsertRows();
    takeParameters();
    tellChanged(changed);
}

void TrialTableModel::takeSpan(const FrozenTrial& trial)
{
    for (const auto& [step, value] : trial.intermediate) {
        m_span.lastEpoch = std::max(m_span.lastEpoch, step);
        if (!std::isfinite(value))
            continue;
        const bool first = m_span.low > m_span.high;
        m_span.low = first ? value : std::min(m_span.low, value);
        m_span.high = first ? value : std::max(m_span.high, value);
    }
}

/// In a study made by another program a new parameter may appear at any time; its column is inserted after the known ones.
void TrialTableModel::takeParameters()
{
    if (m_snapshot->facts || m_snapshot->file.empty())
        return;
    const std::size_t known = m_parameters.size();
    for (const auto& trial : m_snapshot->trials)
        for (const Parameter& parameter : trial->parameters)
            if (std::ranges::find(m_parameters, parameter.name) == m_parameters.end())
                m_parameters.push_back(parameter.name);
    if (m_parameters.size() == known)
        return;
    const int first = columnOf(TrialColumn::State) + 1 + int(known);
    beginInsertColumns({}, first, first + int(m_parameters.size() - known) - 1);
    m_columns = trialColumns(false, m_parameters, m_snapshot->objectiveNames);
    endInsertColumns();
}

void TrialTableModel::tellChanged(const std::vector<int>& rows)
{
    for (std::size_t first = 0, next = 0; first < rows.size(); first = next) {
        for (next = first + 1; next < rows.size() && rows[next] == rows[next - 1] + 1;)
            ++next;
        Q_EMIT dataChanged(index(rows[first], 0), index(rows[next - 1], columnCount() - 1));
    }
}

void TrialTableModel::tick()
{
    const int column = columnOf(TrialColumn::Duration);
    for (int row = 0; row < rowCount(); ++row)
        if (trial(row).state == TrialState::Running && !m_snapshot->isInterrupted(trial(row)))
            Q_EMIT dataChanged(index(row, column), index(row, column), {Qt::DisplayRole});
}

const TrialRow& TrialTableModel::row(int row) const
{
    std::optional<TrialRow>& kept = m_cache[std::size_t(row)].row;
    if (!kept)
        kept = trialRow(trial(row), *m_snapshot);
    return *kept;
}

int TrialTableModel::rowOf(std::int64_t number) const
{
    const auto& trials = m_snapshot->trials;
    const auto at = std::ranges::lower_bound(trials, number, {}, [](const auto& entry) { return entry->number; });
    if (at != trials.end() && (*at)->number == number)
        return int(at - trials.begin());
    const auto found =
        std::ranges::find_if(trials, [number](const auto& entry) { return entry->number == number; }); // see StudySnapshot::trial()
    return found == trials.end() ? -1 : int(found - trials.begin());
}

int TrialTableModel::columnOf(TrialColumn::Kind kind) const
{
    const auto found = std::ranges::find(m_columns, kind, &TrialColumn::kind);
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

TrialCell TrialTableModel::cell(int row) const
{
    return {.trial = trial(row), .row = this->row(row), .marks = marks(row), .plannedEpochs = m_plannedEpochs};
}

const QString& TrialTableModel::searchText(int row) const
{
    QString& text = m_cache[std::size_t(row)].search;
    if (text.isEmpty()) {
        for (const TrialColumn& column : m_columns)
            text += cellText(column, cell(row)) + '\n';
        text = foldedText(text);
    }
    return text;
}

FigureTable TrialTableModel::table(const std::vector<int>& rows) const
{
    FigureTable table;
    for (const TrialColumn& column : m_columns)
        table.header << columnKey(column);
    for (const int row : rows) {
        QVariantList values;
        for (const TrialColumn& column : m_columns)
            values << rawValue(column, cell(row));
        table.rows.push_back(std::move(values));
    }
    return table;
}

int TrialTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_snapshot->trials.size());
}

int TrialTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant TrialTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrialColumn& column = m_columns[std::size_t(index.column())];
    switch (role) {
    case Qt::ToolTipRole:
        if (column.kind == TrialColumn::Number)
            return numberTip(index.row());
        [[fallthrough]];
    case Qt::DisplayRole: return cellText(column, cell(index.row()));
    case RawRole:
        // Tables are first sorted by value; answered here without reading the facts of all trials.
        if (column.kind == TrialColumn::Value)
            return trial(index.row()).value ? QVariant(*trial(index.row()).value) : QVariant();
        [[fallthrough]];
    case Qt::EditRole: return rawValue(column, cell(index.row()));
    case NumberRole: return qlonglong(trial(index.row()).number);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isFigure(column) ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::ForegroundRole:
        if (column.kind == TrialColumn::State)
            return Theme::instance().colour(row(index.row()).cutOff ? Role::Dim : stateRole(trial(index.row()).state));
        return column.kind == TrialColumn::Star ? QVariant(Theme::instance().colour(marks(index.row()).star ? Role::Warning : Role::Dim))
                                                : QVariant();
    case Qt::AccessibleTextRole:
        if (column.kind == TrialColumn::Number)
            return trialSentence(row(index.row()), m_plannedEpochs);
        return column.kind == TrialColumn::Star ? QVariant(marks(index.row()).star ? tr("starred") : tr("not starred")) : QVariant();
    default: return {};
    }
}

/// What the trial is, and where it has a value, which is not that of a single epoch, what this is the mean of.
QString TrialTableModel::numberTip(int at) const
{
    const QString sentence = trialSentence(row(at), m_plannedEpochs);
    return m_snapshot->facts && row(at).value && row(at).state == TrialState::Complete
               ? tr("%1\nvalue: %2", "a trial in words, what its value is").arg(sentence, meanOfLastText(m_snapshot->facts->lastEpochs))
               : sentence;
}

QVariant TrialTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TrialColumn& column = m_columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole: return columnTitle(column);
    case Qt::ToolTipRole: return columnTip(column, m_snapshot->facts ? m_snapshot->facts->lastEpochs : 0);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isFigure(column) ? Qt::AlignRight : Qt::AlignLeft)));
    default: return {};
    }
}

Qt::ItemFlags TrialTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return isEditable(m_columns[std::size_t(index.column())]) ? flags | Qt::ItemIsEditable : flags;
}

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
    default: return false;
    }
    if (marks != this->marks(index.row()))
        Q_EMIT marksEdited(trial(index.row()).number, marks, what);
    return true;
}

} // namespace reweigh
