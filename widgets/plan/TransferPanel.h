// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/TransferMatrix.h"
#include "widgets/plan/PlanPanel.h"
#include "widgets/state/LatestJob.h"

namespace reweigh {

class GainGridView;

/// Shows how networks that the search of one cell found do in the others.
class TransferPanel : public PlanPanel {
    Q_OBJECT
public:
    explicit TransferPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    bool hasContent() const override { return !m_shown.matrix.cells.empty(); }
    void paintFigure(QPainter& painter, const QRect& target) override;
    int figureHeight(int width) const override;

protected:
    void refresh() override;

private:
    /// A matrix and the snapshot that its cells belong to.
    struct Computed {
        std::shared_ptr<const PlanSnapshot> plan;
        TransferMatrix matrix;
    };

    void take(Computed computed);
    void clear();

    GainGridView* m_view;
    Computed m_shown;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
