// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/status/LogPanel.h"

#include "widgets/theme/Theme.h"
#include "widgets/window/common/Actions.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <utility>

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

/// Asks for as many lines as a wrapped text needs in its column; views of rows and columns ask for one.
class WrappedLines : public QStyledItemDelegate {
public:
    explicit WrappedLines(QTreeView& view)
        : QStyledItemDelegate(&view)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem wrapped = option;
        wrapped.rect = QRect(0, 0, m_view.columnWidth(index.column()), 1);
        return QStyledItemDelegate::sizeHint(wrapped, index);
    }

private:
    QTreeView& m_view;
};

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
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignTop));
    if (role == Qt::ToolTipRole && index.column() == Text)
        return line.named();
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
    case Text: return line.times > 1 ? tr("%1 times: %2").arg(QLocale().toString(line.times), line.named()) : line.named();
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

LogPanel::LogPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("log"), tr("Log"), bench, parent)
    , m_model(new LogModel(bench.log(), this))
    , m_view(new QTreeView(this))
{
    m_view->setObjectName(QStringLiteral("logView"));
    m_view->setAccessibleName(tr("Log"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setWordWrap(true); // what the status line cuts is read here
    m_view->setItemDelegateForColumn(LogModel::Text, new WrappedLines(*m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->setSectionResizeMode(LogModel::Time, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(LogModel::Kind, QHeaderView::ResizeToContents);
    connect(m_view->header(), &QHeaderView::sectionResized, this, [this](int section) {
        if (section == LogModel::Text)
            QMetaObject::invokeMethod(this, &LogPanel::wrapAgain, Qt::QueuedConnection);
    });
    setBody(m_view);

    QAction* copyLines = makeAction(m_view, QStringLiteral("copy-log"), tr("Copy lines"), standardKeys(QKeySequence::Copy, "Ctrl+C"));
    copyLines->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(copyLines);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    menu().addAction(tr("Copy the log"), this, [this] {
        m_view->selectAll();
        copy();
    });
    connect(copyLines, &QAction::triggered, this, &LogPanel::copy);
    connect(m_view, &QTreeView::activated, this, &LogPanel::jump); // emitted on a double click or Enter
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        const QScrollBar* bar = m_view->verticalScrollBar();
        m_toEnd = m_toEnd || !m_view->isVisible() || bar->value() == bar->maximum();
        scheduleRefresh();
    });
}

QString LogPanel::summary() const
{
    return bench().log().entries().empty() ? tr("Nothing happened yet.")
                                           : tr("%1. The newest line: %2").arg(scope(), bench().log().entries().back().named());
}

FigureTable LogPanel::table() const
{
    FigureTable table{
        {QStringLiteral("time"), QStringLiteral("severity"), QStringLiteral("study"), QStringLiteral("text"), QStringLiteral("times")}, {}};
    for (const LogEntry& line : bench().log().entries())
        table.rows.push_back({line.time.toString(Qt::ISODate), int(line.severity), line.study, line.text, line.times});
    return table;
}

void LogPanel::attach(OpenStudy&) { }

/// Lays the rows out for the present width; the newest line stays in view.
void LogPanel::wrapAgain()
{
    const QScrollBar* bar = m_view->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    m_view->doItemsLayout();
    if (atEnd)
        m_view->scrollToBottom();
}

void LogPanel::refresh()
{
    if (m_model->rowCount() == 0)
        return showEmpty(tr("Events and problems are listed here."));
    setScope(tr("%n line(s)", nullptr, m_model->rowCount()));
    showBody();
    if (std::exchange(m_toEnd, false))
        QMetaObject::invokeMethod(m_view, &QTreeView::scrollToBottom, Qt::QueuedConnection);
}

void LogPanel::jump(const QModelIndex& index)
{
    const LogEntry line = m_model->entry(index.row()); // a copy, for another study in view may add lines
    if (!line.study.isEmpty() && !line.about)
        return; // the study is closed, and another one's trial of this number is not meant
    if (auto* study = qobject_cast<OpenStudy*>(line.about.data()); study && (line.trial || !line.field.empty()))
        bench().setCurrent(*study);
    if (line.trial)
        Q_EMIT bench().trialWanted(*line.trial);
    else if (!line.field.empty())
        Q_EMIT bench().fieldWanted(QString::fromStdString(line.field));
}

void LogPanel::copy() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows(LogModel::Text);
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : rows)
        lines << QStringLiteral("%1\t%2\t%3")
                     .arg(row.siblingAtColumn(LogModel::Time).data().toString(), row.siblingAtColumn(LogModel::Kind).data().toString(),
                          row.data().toString());
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace reweigh
