// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "widgets/plots/FittedLabel.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/search/DotsPanel.h"

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

/// Shows the effect of one parameter, or of another column of the table: the value of every trial by category or along the axis, with
/// medians.
class SlicePanel : public DotsPanel {
    Q_OBJECT
public:
    explicit SlicePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    const SliceInfo& info() const { return m_info; }
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    QString words(const TrialDots::Dot& dot) const override;

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

    SliceInfo m_info;
    AxisChoice m_parameter;
    QCPCurve* m_medians = nullptr; ///< above the dots
    FittedLabel* m_upright;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
