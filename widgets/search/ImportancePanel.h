// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ImportanceInfo.h"
#include "widgets/plots/PlotPanel.h"

#include <optional>

namespace reweigh {

/// Shows how much each parameter influences the value of the trials that pass the filter: one bar per parameter, with its spread.
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
    struct Computed {
        ImportanceInfo info;
        std::optional<int> all; ///< complete trials with a finite value, in and outside the filter; none: there is no filter
    };
    void take(Computed computed);
    void draw();
    QString wordsAt(const QPointF& place) const;
    QString kept() const;

    ImportanceInfo m_info;
    std::optional<int> m_all; ///< Computed::all
    QCPBars* m_bars;
    QCPCurve* m_spread;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
