// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/CustomPlot.h"
#include "widgets/plots/PlotPanel.h"
#include "widgets/search/FittedLabel.h"
#include "widgets/search/TrialDots.h"

#include <memory>
#include <vector>

namespace reweigh {

/// Shows what each trial reported while it ran, step by step: how the good ones differ early, and what pruning cut off. It needs nothing
/// but the study, so that it shows studies of other programs too.
class IntermediatePanel : public PlotPanel {
    Q_OBJECT
public:
    explicit IntermediatePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasContent() const override { return !m_shown.empty(); }
    const TrialDots& dots() const { return *m_dots; }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void mark();
    void fitAxes();
    QString words(const TrialDots::Dot& dot) const;

    std::vector<std::shared_ptr<const StudyTrial>> m_shown; ///< the newest that reported something, by number
    std::size_t m_reported = 0;                             ///< trials that reported something
    TrialDots* m_dots;                                      ///< at the last report of each trial
    QCPCurve *m_faint, *m_plain, *m_chosen;                 ///< outside the filter, within it, selected
    FittedLabel* m_valueLabel;
};

} // namespace reweigh
