// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/theme/Theme.h"
#include "widgets/trials/TrialTableModel.h"

#include <QStyledItemDelegate>

class QListView;

namespace reweigh {

class TrialActions;
class TrialFilterModel;
class TrialSelectionLink;

/// What one entry of the trial list shows.
struct TrialEntry {
    QString mark, number, input, layers, value;
    Role role = Role::Dim; ///< colour of the mark and the line
    bool star = false;
    double progress = -1.0;                      ///< in [0, 1]; below 0: not running
    std::vector<std::pair<int, double>> reports; ///< (epoch, value)
};

/// The entry of the trial in row `row` of `model`.
TrialEntry trialEntry(const TrialTableModel& model, int row);

/// Draws two text lines per trial: mark, number, input and value; then layers and a small curve of the reported values by epoch.
/// The curves of all trials have the same axes, so that they can be compared.
class TrialListDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Draws the reported values as a curve in `target`. `span` gives the range of values and the last epoch; epochs begin at 1.
    static void paintLine(QPainter& painter, const QRectF& target, const std::vector<std::pair<int, double>>& reports,
                          const TrialTableModel::Span& span);
};

/// What stands in place of a list or table of `trials` trials of which the filter keeps none.
QString noneLeftText(int trials);

/// A compact list of the study's trials, shown in the Watch layout.
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
