// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/state/RunLog.h"

#include <QAbstractTableModel>

class QTreeView;

namespace reweigh {

/// The log as a table: time, severity (mark and word), text. New lines are added at the end.
class LogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Kind, Text, ColumnCount };

    explicit LogModel(RunLog& log, QObject* parent = nullptr);

    const LogEntry& entry(int row) const { return m_log.entries().at(std::size_t(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    RunLog& m_log;
    int m_rows;
};

/// Shows the log, newest line last, each in full. A double click or Enter shows the setting or the trial to which a line belongs.
class LogPanel : public Panel {
    Q_OBJECT
public:
    explicit LogPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

protected:
    bool isOfStudy() const override { return false; }
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void jump(const QModelIndex& index);
    void copy() const;
    void wrapAgain();

    bool m_toEnd = false; ///< the newest line is to be seen once the view is drawn
    LogModel* m_model;
    QTreeView* m_view;
};

} // namespace reweigh
