// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotPanel.h"
#include "widgets/search/TrialDots.h"

namespace reweigh {

/// A plot of a study's trials, with a dot for each. A change of the study draws it anew, one of the selection or its filter only marks
/// what is drawn.
class DotsPanel : public PlotPanel {
public:
    using PlotPanel::PlotPanel;

    const TrialDots& dots() const { return *m_dots; }

protected:
    /// Makes the dots; called once. What is added to the plot before lies below them, what is added later above.
    void addDots()
    {
        m_dots = new TrialDots(plot(), [this](const TrialDots::Dot& dot) { return words(dot); });
        connect(m_dots, &TrialDots::picked, this, [this](qint64 trial, bool extend) { pick(study().selection(), trial, extend); });
    }

    void attach(OpenStudy& study) override
    {
        const auto follow = [this] { isVisible() ? mark() : scheduleRefresh(); };
        connect(&study, &OpenStudy::snapshotChanged, this, &DotsPanel::scheduleRefresh);
        connect(&study, &OpenStudy::selectionChanged, this, follow);
        connect(&study, &OpenStudy::filterChanged, this, follow);
    }

    /// Shows the selection and its filter in what is drawn, m_dots too; here in these alone.
    virtual void mark() { m_dots->mark(study().selection()); }
    /// What a dot's tool tip says.
    virtual QString words(const TrialDots::Dot& dot) const = 0;

    TrialDots* m_dots = nullptr;
};

} // namespace reweigh
