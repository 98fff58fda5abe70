// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QHeaderView;
class QMenu;
class QTableView;

namespace reweigh {

/// Remembers which columns of a table are shown, their order, their widths and the sorting, from one start of the program to the
/// next and separately for each set of columns. Also fills a menu with which the same can be changed by keyboard.
class ColumnMemory : public QObject {
    Q_OBJECT
public:
    /// `key` names the table in the settings; `firstHidden` are the keys of columns that are hidden until the user shows them.
    ColumnMemory(QTableView& view, const QString& key, QStringList firstHidden);

    /// Restores the remembered state after the columns changed. `keys` name the columns, independently of the language. If nothing
    /// was remembered for them, returns false, fits their widths to their contents and sorts by column `sortBy` in `order`.
    bool restore(const QStringList& keys, const QString& sortBy, Qt::SortOrder order);

    /// Adds the entries to `menu`, which is about to be shown: sort by the current column, move it, and show or hide each column.
    void fill(QMenu& menu);

private:
    void save();
    void moveCurrent(int by);
    QString settingsKey() const;
    QString earlierKey() const;

    QTableView& m_view;
    QHeaderView& m_header;
    QString m_key;
    QStringList m_firstHidden;
    QStringList m_columns;
    bool m_restoring = false;
};

} // namespace reweigh
