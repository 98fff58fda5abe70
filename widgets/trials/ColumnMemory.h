// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

class QHeaderView;
class QMenu;
class QTableView;

namespace reweigh {

/// Remembers which columns of a table are shown, their order, their widths and the sorting, from one start of the program to the
/// next and separately for each set of columns. Also fills a menu with which the same can be changed by keyboard. Columns whose width the
/// user has not set grow with what comes to stand in them.
class ColumnMemory : public QObject {
    Q_OBJECT
public:
    /// `key` names the table in the settings; `firstHidden` are the keys of columns that are hidden until the user shows them.
    ColumnMemory(QTableView& view, const QString& key, QStringList firstHidden);

    /// Restores the remembered state after the columns changed. `keys` name the columns, independently of the language. If nothing
    /// was remembered for them, returns false, fits their widths to their contents and sorts by column `sortBy` in `order`.
    bool restore(const QStringList& keys, const QString& sortBy, Qt::SortOrder order);

    /// Makes the column at least `width` wide, unless the user has set its width.
    void widen(int column, int width);

    /// Adds the entries to `menu`, which is about to be shown: sort by the current column, move it, and show or hide each column.
    void fill(QMenu& menu);

private:
    void save();
    void resized(int column, int before, int now);
    void follow();
    void grow();
    void moveCurrent(int by);
    QString settingsKey(const QString& what = QStringLiteral("columns")) const;
    QString earlierKey() const;

    QTableView& m_view;
    QHeaderView& m_header;
    QString m_key;
    QStringList m_firstHidden;
    QStringList m_columns;
    QStringList m_sized; ///< keys of the columns whose width the user has set
    QTimer m_soon;       ///< grow() when the present event is over
    bool m_restoring = false;
};

} // namespace reweigh
