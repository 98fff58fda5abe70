// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/LogModel.h"

#include "widgets/theme/Theme.h"

#include <QLocale>

namespace reweigh {
namespace {

Role roleOf(Severity severity)
{
    switch (severity) {
    case Severity::Info: return Role::Dim;
    case Severity::Warning: return Role::Warning;
    case Severity::Problem: return Role::Bad;
    }
    return Role::Dim;
}

} // namespace

LogModel::LogModel(RunLog& log, QObject* parent)
    : QAbstractTableModel(parent)
    , m_log(log)
    , m_rows(int(log.entries().size()))
{
    connect(&log, &RunLog::added, this, [this](int row) {
        beginInsertRows({}, row, row);
        m_rows = row + 1;
        endInsertRows();
    });
    connect(&log, &RunLog::counted, this, [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const LogEntry& line = entry(index.row());
    if (role == Qt::ForegroundRole)
        return index.column() == Text ? QVariant() : QVariant(Theme::instance().colour(roleOf(line.severity)));
    if (role == Qt::ToolTipRole && index.column() == Text)
        return line.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time: return QLocale().toString(line.time.time(), QStringLiteral("HH:mm:ss"));
    case Kind:
        switch (line.severity) {
        case Severity::Info: return tr("note");
        case Severity::Warning: return tr("! warning");
        case Severity::Problem: return tr("✕ problem");
        }
        return {};
    case Text: return line.times > 1 ? tr("%1 (%2 times)").arg(line.text, QLocale().toString(line.times)) : line.text;
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Kind: return tr("Kind");
    case Text: return tr("What happened");
    }
    return {};
}

} // namespace reweigh
