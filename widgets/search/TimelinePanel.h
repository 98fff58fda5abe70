// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TimelineInfo.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/plots/PlotPanel.h"
#include "widgets/search/FittedLabel.h"
#include "widgets/search/TrialDots.h"

#include <array>

namespace reweigh {

/// Shows when each trial ran, as bars over time in as many lanes as trials ran at once, and so which workers waited.
class TimelinePanel : public PlotPanel {
    Q_OBJECT
public:
    explicit TimelinePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasContent() const override { return !m_info.bars.empty(); }
    const TimelineInfo& info() const { return m_info; }
    const TrialDots& dots() const { return *m_dots; }

    /// The unit of an axis of time that reaches `end` seconds, and the axis' label.
    struct Unit {
        double seconds = 1.0;
        QString label;
    };
    static Unit unitFor(double end);

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void mark();
    void fitBars();
    QString words(const TrialDots::Dot& dot) const;

    TimelineInfo m_info;
    double m_unit = 1.0; ///< seconds that 1 on the time axis stands for
    TrialDots* m_dots;   ///< at the end of each bar
    QCPCurve* m_faint;
    std::array<QCPCurve*, 4> m_bars; ///< by state
    FittedLabel* m_laneLabel;
};

} // namespace reweigh
