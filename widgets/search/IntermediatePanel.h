// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/CustomPlot.h"
#include "widgets/plots/FittedLabel.h"
#include "widgets/search/DotsPanel.h"

#include <memory>
#include <vector>

namespace reweigh {

/// Shows what each trial reported while it ran, step by step: how the good ones differ early, and what pruning cut off. It needs nothing
/// but the study, so that it shows studies of other programs too.
/// A trial's dot is at its last report.
class IntermediatePanel : public DotsPanel {
    Q_OBJECT
public:
    explicit IntermediatePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasContent() const override { return !m_shown.empty(); }

protected:
    void refresh() override;
    void mark() override;
    QString words(const TrialDots::Dot& dot) const override;

private:
    void fitAxes();

    std::vector<std::shared_ptr<const StudyTrial>> m_shown;               ///< the newest that reported something, by number
    std::size_t m_reported = 0;                                           ///< trials that reported something
    QCPCurve *m_faint = nullptr, *m_plain = nullptr, *m_chosen = nullptr; ///< outside the filter, within it, selected
    FittedLabel* m_valueLabel;
};

} // namespace reweigh
