// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TimelineInfo.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/plots/FittedLabel.h"
#include "widgets/search/DotsPanel.h"

#include <array>

namespace reweigh {

/// Shows when each trial ran, as bars over time in as many lanes as trials ran at once, and so which workers waited. A trial's dot
/// is at the end of its bar.
class TimelinePanel : public DotsPanel {
    Q_OBJECT
public:
    explicit TimelinePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasContent() const override { return !m_info.bars.empty(); }
    const TimelineInfo& info() const { return m_info; }

    /// The unit of an axis of time that reaches `end` seconds, and the axis' label.
    struct Unit {
        double seconds = 1.0;
        QString label;
    };
    static Unit unitFor(double end);

protected:
    void refresh() override;
    void mark() override;
    QString words(const TrialDots::Dot& dot) const override;

private:
    void fitBars();

    TimelineInfo m_info;
    double m_unit = 1.0; ///< seconds that 1 on the time axis stands for
    QCPCurve* m_faint;
    std::array<QCPCurve*, 4> m_bars; ///< by state
    FittedLabel* m_laneLabel;
};

} // namespace reweigh
