// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/HistoryInfo.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/plots/PlotPanel.h"
#include "widgets/search/FittedLabel.h"
#include "widgets/search/TrialDots.h"

#include <algorithm>
#include <cmath>

namespace reweigh {

/// Ticks of an axis that counts: whole numbers only, without exponents.
class WholeTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, std::ceil(QCPAxisTicker::getTickStep(range))); }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override { return locale.toString(tick, 'f', 0); }
};

/// Shows the course of the search: the value of every trial, the best so far, and the value of the fixed network if it was
/// compared.
class HistoryPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit HistoryPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    const HistoryInfo& info() const { return m_info; }
    const TrialDots& dots() const { return *m_dots; }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    struct Computed {
        HistoryInfo info;
        std::vector<TrialDots::Dot> pruned;
        std::optional<double> fixed; ///< mean validation value of the fixed 1-100-1 variant
        std::int64_t last = 0;       ///< greatest trial number
        Direction direction = Direction::Maximize;
        QString objective;
    };
    void take(Computed computed);
    void drawBest();
    void drawFixed(std::optional<double> value);
    void fitAxes(const Computed& computed, const std::vector<TrialDots::Dot>& dots);
    QString words(const TrialDots::Dot& dot) const;

    HistoryInfo m_info;
    QString m_objective;
    TrialDots* m_dots;
    QCPGraph *m_best, *m_improved, *m_fixed; ///< drawn above the dots
    QCPItemText* m_fixedName;
    FittedLabel* m_valueLabel;
    QAction* m_pruned;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
