// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/search/LandscapeMap.h"

namespace reweigh {

/// Shows where the good architectures are: a map of the study's complete trials over two chosen quantities.
class LandscapePanel : public Panel {
    Q_OBJECT
public:
    explicit LandscapePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    int figureHeight(int width) const override { return m_map->figureHeight(width); }
    void paintFigure(QPainter& painter, const QRect& target) override { m_map->paint(painter, target); }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    struct Computed {
        std::vector<ParameterAxis> axes;
        std::optional<LandscapeView> view; ///< none with fewer than two axes
        int trials = 0;
    };
    void take(Computed computed);
    void mark() { isVisible() ? m_map->mark(study().selection()) : scheduleRefresh(); }
    Selection::Trials trialsOf(int cell) const;

    LandscapeMap* m_map;
    AxisChoice m_x, m_y;
    QString m_objective;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
