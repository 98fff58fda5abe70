// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

class QTreeView;

namespace reweigh {

class LogModel;

/// What happened, newest last. A double click or Enter goes where a line comes from: its setting, its trial.
class LogPanel : public Panel {
    Q_OBJECT
public:
    explicit LogPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void jump(const QModelIndex& index);
    void copy() const;

    LogModel* m_model;
    QTreeView* m_view;
};

} // namespace reweigh
