// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "widgets/plots/FittedLabel.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/search/DotsPanel.h"

#include <optional>
#include <vector>

namespace reweigh {

/// Shows complete trials over two chosen quantities, coloured by their rank: where the best tenth lies, whatever the values are. Values
/// that differ by powers of ten, or that are infinite, do not drown the others as they do where colour is the value. Of a study with
/// several objectives, which has no ranks, it shows the Pareto front (paretoFront()).
class RankPanel : public DotsPanel {
    Q_OBJECT
public:
    explicit RankPanel(Workbench& bench, QWidget* parent = nullptr);

    struct Point {
        double x = 0.0, y = 0.0; ///< values on the axes
        double value = 0.0;      ///< NaN with several objectives
        double share = 0.0;      ///< rankShares(); with several objectives 1 on the Pareto front and 0 beside it
        std::int64_t trial = 0;
    };
    /// Evaluated trials that have both quantities, by number.
    const std::vector<Point>& points() const { return m_points; }

    QString summary() const override;
    FigureTable table() const override;
    bool hasContent() const override { return !m_points.empty(); }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    QString words(const TrialDots::Dot& dot) const override;

private:
    struct Computed {
        std::vector<ParameterAxis> axes;
        ParameterAxis x, y;
        std::vector<Point> points;
        int complete = 0;
        bool several = false;                ///< objectives
        std::optional<Direction> frontAlong; ///< direction of x where the front is a line: the two axes are the study's two objectives
    };
    void take(Computed computed);
    void drawFront(std::optional<Direction> along);
    qsizetype onFront() const;

    ParameterAxis m_xAxis, m_yAxis;
    std::vector<Point> m_points;
    bool m_several = false; ///< Computed::several
    AxisChoice m_x, m_y;
    QCPGraph* m_front; ///< below the dots
    FittedLabel* m_upright;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
