// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/panel/ViewSettings.h"
#include "widgets/search/ParallelPlot.h"

class QMenu;

namespace reweigh {

/// Shows which trials are similar and what the best have in common, by parallel coordinates. Its brushes set the filter of all
/// views.
class ParallelPanel : public Panel {
    Q_OBJECT
public:
    explicit ParallelPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    int figureHeight(int width) const override { return m_plot->figureHeight(width); }
    void paintFigure(QPainter& painter, const QRect& target) override { m_plot->paint(painter, target); }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void take(std::shared_ptr<const ParallelInfo> info);
    void offerColumns();
    void filterChanged();
    void brushBest();
    void tellScope();

    QWidget* m_column;
    ParallelPlot* m_plot;
    QMenu* m_columns;
    ViewOption<QStringList> m_chosenColumns; ///< names of the columns that have an axis
    std::optional<Selection::Trials> m_published;
    LatestJob<std::shared_ptr<const ParallelInfo>> m_job;
};

} // namespace reweigh
