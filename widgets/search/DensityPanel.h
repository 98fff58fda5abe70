// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/DensityInfo.h"
#include "widgets/plots/PlotPanel.h"
#include "widgets/search/AxisChoice.h"

namespace reweigh {

/// Explains where TPE samples the next trial: where the density of good trials is high and that of the other trials is low. The sampler
/// knows every trial, so that the filter changes nothing here; while there is one, the scope says so.
class DensityPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit DensityPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    void paintFigure(QPainter& painter, const QRect& target) override;
    const DensityInfo& info() const { return m_info; }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    /// What TPE learns from.
    struct Knowledge {
        int startup = 0;             ///< finished trials that it must know
        int finished = 0, known = 0; ///< complete and pruned trials, and those of them that the next trial knows
        int lag = 0;
    };
    struct Computed {
        std::vector<ParameterAxis> axes;
        DensityInfo info;
        bool anyTrial = false;
        Knowledge knowledge;
    };
    void take(Computed computed);
    void tellScope();
    /// Why TPE has not begun.
    QString waitText() const;
    void drawCurves();
    void drawCategories();
    QCPGraph* addCurve(const std::vector<double>& values, const QPen& pen, const QString& name);
    QCPBars* addBars(const std::vector<double>& values, const QBrush& brush, double width, const QString& name, QCPBarsGroup* group);
    std::vector<double> ratio() const;
    QString goodName() const;
    QString restName() const;

    DensityInfo m_info;
    Knowledge m_knowledge;
    AxisChoice m_parameter;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
