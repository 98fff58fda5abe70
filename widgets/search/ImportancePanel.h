// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ImportanceInfo.h"
#include "widgets/plots/PlotPanel.h"

namespace reweigh {

/// Shows how much each parameter influences the value of trials: one bar per parameter, with its spread.
class ImportancePanel : public PlotPanel {
    Q_OBJECT
public:
    explicit ImportancePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    const ImportanceInfo& info() const { return m_info; }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void take(ImportanceInfo info);
    void draw();

    ImportanceInfo m_info;
    QCPBars* m_bars;
    QCPCurve* m_spread;
    LatestJob<ImportanceInfo> m_job;
};

} // namespace reweigh
