// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/HistoryInfo.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/plots/FittedLabel.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/search/DotsPanel.h"

#include <optional>
#include <vector>

namespace reweigh {

/// Shows the course of the search: the value of every trial, the best so far, and the value of the fixed network if it was
/// compared. In place of the value another column of the table can be chosen, and time in place of the trials' numbers.
class HistoryPanel : public DotsPanel {
    Q_OBJECT
public:
    explicit HistoryPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    const HistoryInfo& info() const { return m_info; }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    QString words(const TrialDots::Dot& dot) const override;

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
        bool untimed = false;        ///< an evaluated trial has y and no place on x, as it does not say when it began
        QString objective;
    };
    static Computed compute(const StudySnapshot& study, const AxisChoice::Wish& x, const AxisChoice::Wish& y);
    void take(Computed computed);
    void showNothing(const Computed& computed);
    void drawBest();
    void drawFixed(std::optional<double> value);
    void placeFixedName();
    void fitAxes(const Computed& computed, const std::vector<TrialDots::Dot>& dots);
    void fitValues(const Computed& computed, const std::vector<TrialDots::Dot>& dots);
    QString valueWords(double value) const;

    HistoryInfo m_info;
    std::vector<double> m_at; ///< Computed::at
    double m_unit = 1.0;      ///< seconds that 1 on the axis of time stands for
    ParameterAxis m_xAxis, m_yAxis;
    bool m_directed = false;
    QString m_objective; ///< name of what y shows
    AxisChoice m_x, m_y;
    QCPGraph *m_best = nullptr, *m_improved = nullptr, *m_fixed = nullptr; ///< drawn above the dots
    QCPItemText* m_fixedName = nullptr;                                    ///< above them all
    FittedLabel* m_valueLabel;
    QAction* m_pruned;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
