// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

class QListView;

namespace reweigh {

class TrialActions;
class TrialFilterModel;
class TrialSelectionLink;
class TrialTableModel;

/// The trials beside what is watched: one glance each.
class TrialListPanel : public Panel {
    Q_OBJECT
public:
    explicit TrialListPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString scopeText() const;

    TrialTableModel* m_trials;
    TrialFilterModel* m_shown;
    QListView* m_list;
    TrialSelectionLink* m_link;
    TrialActions* m_actions;
};

} // namespace reweigh
