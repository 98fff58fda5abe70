// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/AxisChoice.h"
#include "widgets/landscape/FittedLabel.h"
#include "widgets/landscape/SliceInfo.h"
#include "widgets/landscape/TrialDots.h"
#include "widgets/plots/PlotPanel.h"

namespace reweigh {

/// What does one parameter do? Every trial's value, by category or along the axis, with medians.
class SlicePanel : public PlotPanel {
    Q_OBJECT
public:
    explicit SlicePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    const SliceInfo& info() const { return m_info; }
    const TrialDots& dots() const { return *m_dots; }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    struct Computed {
        std::vector<ParameterAxis> axes;
        SliceInfo info;
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
