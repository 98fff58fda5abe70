// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "widgets/plots/PlotPanel.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/search/FittedLabel.h"
#include "widgets/search/TrialDots.h"

#include <vector>

namespace reweigh {

/// Values of complete trials along one axis, and their median in each part of the axis.
struct SliceInfo {
    struct Point {
        double at = 0.0; ///< value of the axis
        double value = 0.0;
        std::int64_t trial = 0;
    };
    struct Part {
        double low = 0.0, high = 0.0; ///< for a category both are its index
        double median = 0.0;
        int n = 0; ///< > 0
    };
    ParameterAxis axis;
    std::vector<Point> points; ///< ordered by trial number
    std::vector<Part> parts;   ///< every category with a trial, or those of 9 parts of equal size on the axis' scale that have a trial
};

/// Collects the complete trials among `trials` that have a value on `axis`; without one, points and parts are empty.
SliceInfo sliceInfo(const TrialRefs& trials, const ParameterAxis& axis);

/// A shift in [-1, 1) that depends only on the trial's number and is evenly spread over trials. It separates dots that would
/// overlap.
double jitter(std::int64_t trial);

/// Shows the effect of one parameter, or of another column of the table: the value of every trial by category or along the axis, with
/// medians.
class SlicePanel : public PlotPanel {
    Q_OBJECT
public:
    explicit SlicePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    const SliceInfo& info() const { return m_info; }
    const TrialDots& dots() const { return *m_dots; }
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    struct Computed {
        std::vector<ParameterAxis> axes;
        SliceInfo info;
        bool anyComplete = false;
    };
    void take(Computed computed);
    void drawCategories();
    void drawNumbers();
    void drawMedians();
    void fitValues(QCPAxis& axis) const;
    QString words(const TrialDots::Dot& dot) const;

    SliceInfo m_info;
    AxisChoice m_parameter;
    TrialDots* m_dots;
    QCPCurve* m_medians;
    FittedLabel* m_upright;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
