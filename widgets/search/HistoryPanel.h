// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/HistoryInfo.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/plots/PlotPanel.h"
#include "widgets/search/AxisChoice.h"
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
/// compared. In place of the value another column of the table can be chosen, and time in place of the trials' numbers.
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
        std::vector<ParameterAxis> xAxes, yAxes;
        ParameterAxis x, y;
        bool directed = false; ///< y is an objective, of which there is a best
        HistoryInfo info;
        std::vector<double> at; ///< of each point of `info` its place on x
        std::vector<TrialDots::Dot> pruned;
        std::optional<double> fixed; ///< mean validation value of the fixed 1-100-1 variant
        std::int64_t last = 0;       ///< greatest trial number
        int complete = 0;            ///< evaluated trials, with or without a value of y
        QString objective;
    };
    static Computed compute(const StudySnapshot& study, const AxisChoice::Wish& x, const AxisChoice::Wish& y);
    void take(Computed computed);
    void showNothing(int complete);
    void drawBest();
    void drawFixed(std::optional<double> value);
    void placeFixedName();
    void fitAxes(const Computed& computed, const std::vector<TrialDots::Dot>& dots);
    void fitValues(const Computed& computed, const std::vector<TrialDots::Dot>& dots);
    QString valueWords(double value) const;
    QString words(const TrialDots::Dot& dot) const;

    HistoryInfo m_info;
    std::vector<double> m_at; ///< Computed::at
    double m_unit = 1.0;      ///< seconds that 1 on the axis of time stands for
    ParameterAxis m_xAxis, m_yAxis;
    bool m_directed = false;
    QString m_objective; ///< name of what y shows
    AxisChoice m_x, m_y;
    TrialDots* m_dots;
    QCPGraph *m_best, *m_improved, *m_fixed; ///< drawn above the dots
    QCPItemText* m_fixedName;
    FittedLabel* m_valueLabel;
    QAction* m_pruned;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
