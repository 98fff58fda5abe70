// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/ColumnMemory.h"

#include "widgets/theme/Theme.h"

#include <QCryptographicHash>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>

#include <algorithm>

namespace reweigh {

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
    for (const auto signal : {&QHeaderView::sectionMoved, &QHeaderView::sectionResized})
        connect(&m_header, signal, this, &ColumnMemory::save);
    connect(&m_header, &QHeaderView::sortIndicatorChanged, this, [this] {
        m_view.scrollTo(m_view.currentIndex());
        save();
    });
}

/// Each set of columns has a settings key of its own, because the state of one does not fit another: the SHA-1 of their names, which is
/// the same in every version of Qt.
QString ColumnMemory::settingsKey() const
{
    const QByteArray sum = QCryptographicHash::hash(m_columns.join('\n').toUtf8(), QCryptographicHash::Sha1);
    return QStringLiteral("view/%1/columns-%2").arg(m_key, QString::fromLatin1(sum.toHex()));
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
    const QSettings settings;
    for (const QString& key : {settingsKey(), earlierKey()})
        if (m_header.restoreState(settings.value(key).toByteArray())) {
            m_view.sortByColumn(m_header.sortIndicatorSection(), m_header.sortIndicatorOrder());
            m_view.scrollTo(m_view.currentIndex());
            return true;
        }
    m_header.setResizeContentsPrecision(100); // looks at 100 rows only, of possibly thousands
    m_view.resizeColumnsToContents();
    const int widest = Theme::instance().grid(26);
    for (int column = 0; column < int(keys.size()); ++column) {
        m_header.resizeSection(column, std::min(widest, m_header.sectionSize(column)));
        m_header.setSectionHidden(column, m_firstHidden.contains(keys[column]));
    }
    m_view.sortByColumn(std::max(0, int(keys.indexOf(sortBy))), order);
    m_view.scrollTo(m_view.currentIndex());
    return false;
}

void ColumnMemory::save()
{
    if (!m_restoring && !m_columns.isEmpty())
        QSettings().setValue(settingsKey(), m_header.saveState());
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
