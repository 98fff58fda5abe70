// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QHeaderView;
class QMenu;
class QTableView;

namespace reweigh {

/// Which columns of a table are shown, in which order, how wide and sorted by which: remembered from one start to the next
/// for each set of columns. Also what a keyboard needs to do the same: a menu.
class ColumnMemory : public QObject {
    Q_OBJECT
public:
    /// `key` names the table in the settings; `firstHidden` are keys of columns that only those see who ask for them.
    ColumnMemory(QTableView& view, const QString& key, QStringList firstHidden);

    /// The columns are others now; `keys` are the same in every language. False: nothing was remembered of these, and they
    /// are as wide as what they hold.
    bool restore(const QStringList& keys, const QString& sortBy, Qt::SortOrder order);

    /// Fills `menu` when it is about to be shown: a switch for each column, sort by the current one, move it.
    void fill(QMenu& menu);

private:
    void save();
    void moveCurrent(int by);
    QString settingsKey() const;

    QTableView& m_view;
    QHeaderView& m_header;
    QString m_key;
    QStringList m_firstHidden;
    QStringList m_columns;
    bool m_restoring = false;
};

} // namespace reweigh
