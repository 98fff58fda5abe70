// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/ColumnMemory.h"

#include "widgets/theme/Theme.h"

#include <QAbstractItemModel>
#include <QCryptographicHash>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>

#include <algorithm>

namespace reweigh {
namespace {

/// The most that a column takes of itself.
int widest()
{
    return Theme::instance().grid(26);
}

} // namespace

ColumnMemory::ColumnMemory(QTableView& view, const QString& key, QStringList firstHidden)
    : QObject(&view)
    , m_view(view)
    , m_header(*view.horizontalHeader())
    , m_key(key)
    , m_firstHidden(std::move(firstHidden))
{
    m_header.setSectionsMovable(true);
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu;
        fill(menu);
        menu.exec(m_header.mapToGlobal(at));
    });
    connect(&m_header, &QHeaderView::sectionMoved, this, &ColumnMemory::save);
    connect(&m_header, &QHeaderView::sectionResized, this, &ColumnMemory::resized);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ColumnMemory::grow);
    connect(&m_header, &QHeaderView::sortIndicatorChanged, this, [this] {
        m_view.scrollTo(m_view.currentIndex());
        save();
    });
}

/// Each set of columns has a settings key of its own, because the state of one does not fit another: the SHA-1 of their names, which is
/// the same in every version of Qt.
QString ColumnMemory::settingsKey(const QString& what) const
{
    const QByteArray sum = QCryptographicHash::hash(m_columns.join('\n').toUtf8(), QCryptographicHash::Sha1);
    return QStringLiteral("view/%1/%2-%3").arg(m_key, what, QString::fromLatin1(sum.toHex()));
}

/// The key of versions before 0.2, under which a state is still read.
QString ColumnMemory::earlierKey() const
{
    return QStringLiteral("view/%1/columns-%2").arg(m_key, QString::number(qHash(m_columns.join('\n'), 0), 16));
}

bool ColumnMemory::restore(const QStringList& keys, const QString& sortBy, Qt::SortOrder order)
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_columns = keys;
    follow();
    m_header.setResizeContentsPrecision(100); // looks at 100 rows only, of possibly thousands
    const QSettings settings;
    m_sized = settings.value(settingsKey(QStringLiteral("sized"))).toStringList();
    for (const QString& key : {settingsKey(), earlierKey()})
        if (m_header.restoreState(settings.value(key).toByteArray())) {
            m_view.sortByColumn(m_header.sortIndicatorSection(), m_header.sortIndicatorOrder());
            m_view.scrollTo(m_view.currentIndex());
            m_soon.start();
            return true;
        }
    m_sized.clear();
    m_view.resizeColumnsToContents();
    for (int column = 0; column < int(keys.size()); ++column) {
        m_header.resizeSection(column, std::min(widest(), m_header.sectionSize(column)));
        m_header.setSectionHidden(column, m_firstHidden.contains(keys[column]));
    }
    m_view.sortByColumn(std::max(0, int(keys.indexOf(sortBy))), order);
    m_view.scrollTo(m_view.currentIndex());
    return false;
}

void ColumnMemory::save()
{
    if (m_restoring || m_columns.isEmpty())
        return;
    QSettings settings;
    settings.setValue(settingsKey(), m_header.saveState());
    settings.setValue(settingsKey(QStringLiteral("sized")), m_sized);
}

void ColumnMemory::resized(int column, int before, int now)
{
    const QString key = m_columns.value(column);
    if (!m_restoring && before > 0 && now > 0 && !key.isEmpty() && !m_sized.contains(key)) // else it was hidden or shown
        m_sized << key;
    save();
}

/// Rows come and fill after the columns were fitted: a study begins with none, and its comparison comes last.
void ColumnMemory::follow()
{
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_view.model(), &QAbstractItemModel::rowsInserted, &m_soon, soon, Qt::UniqueConnection);
    connect(m_view.model(), &QAbstractItemModel::dataChanged, &m_soon, soon, Qt::UniqueConnection);
}

void ColumnMemory::grow()
{
    const QAbstractItemView& view = m_view; // where the hint is public
    for (int column = 0; column < int(m_columns.size()); ++column)
        if (!m_header.isSectionHidden(column))
            widen(column, std::min(widest(), std::max(view.sizeHintForColumn(column), m_header.sectionSizeHint(column))));
}

void ColumnMemory::widen(int column, int width)
{
    const QScopedValueRollback growing(m_restoring, true);
    if (m_header.sectionSize(column) < width && !m_sized.contains(m_columns.value(column)))
        m_header.resizeSection(column, width);
}

void ColumnMemory::fill(QMenu& menu)
{
    const int current = m_view.currentIndex().column();
    if (current >= 0) {
        const QString title = m_view.model()->headerData(current, Qt::Horizontal).toString();
        const auto sort = [this, current](Qt::SortOrder order) { return [this, current, order] { m_view.sortByColumn(current, order); }; };
        menu.addAction(tr("Sort by %1, smallest first").arg(title), this, sort(Qt::AscendingOrder));
        menu.addAction(tr("Sort by %1, largest first").arg(title), this, sort(Qt::DescendingOrder));
        menu.addAction(tr("Move %1 left").arg(title), this, [this] { moveCurrent(-1); });
        menu.addAction(tr("Move %1 right").arg(title), this, [this] { moveCurrent(1); });
        menu.addSeparator();
    }
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        QAction* action = menu.addAction(m_view.model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        action->setEnabled(m_header.isSectionHidden(column) || m_header.hiddenSectionCount() + 1 < m_header.count());
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_header.setSectionHidden(column, !shown);
            save();
            m_soon.start();
        });
    }
}

void ColumnMemory::moveCurrent(int by)
{
    const int from = m_header.visualIndex(m_view.currentIndex().column());
    int to = from + by;
    while (to >= 0 && to < m_header.count() && m_header.isSectionHidden(m_header.logicalIndex(to)))
        to += by;
    if (to >= 0 && to < m_header.count())
        m_header.moveSection(from, to);
}

} // namespace reweigh
