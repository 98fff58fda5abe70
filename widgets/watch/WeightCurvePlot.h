// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotCursor.h"
#include "widgets/watch/WeightCurveInfo.h"

#include <array>
#include <memory>

namespace reweigh {

/// Draws a WeightCurveInfo: the weight over the loss, below it the density of right and wrong samples over the loss, and beside it
/// their density over the weight. The pointer or the arrow keys show the values at one loss.
class WeightCurvePlot : public Plot {
    Q_OBJECT
public:
    explicit WeightCurvePlot(QWidget* parent = nullptr);

    void setInfo(std::shared_ptr<const WeightCurveInfo> info);

    /// Hides texts if the plot is low, so that the curves have enough room; the panel's title says the same. Called when the widget
    /// is resized; call it for other heights, such as that of an exported figure.
    void adaptTo(int height);
    /// The least height in pixels at which the plot says which colour is of right labels and which of wrong ones.
    static int heightWithCounts();

    /// The text for one loss: its weight, and how many samples are near it.
    QString wordsAt(double loss) const;
    PlotCursor& pointer() { return *m_pointer; }

    QCPGraph* chosenCurve() const { return m_chosen; }
    QCPGraph* unseenCurve() const { return m_unseenCurve; }
    QCPGraph* unseenGround() const { return m_ground; }
    const std::array<QCPGraph*, earlierCurves>& earlier() const { return m_earlier; }
    QString countText(bool wrong) const { return (wrong ? m_wrongText : m_rightText)->text(); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void restyle();
    void fillDensities();
    void fillSide();
    void placeNote();
    void placeDot();

    std::shared_ptr<const WeightCurveInfo> m_info;

    QCPAxisRect *m_density, *m_side;
    QCPGraph *m_ground, *m_chosen, *m_unseenCurve;
    std::array<QCPGraph*, earlierCurves> m_earlier{};
    QCPGraph *m_right, *m_wrong, *m_wrongHatch; ///< m_wrong and m_wrongHatch share their data
    QCPCurve *m_rightWeights, *m_wrongWeights, *m_wrongWeightsHatch;
    QCPItemText *m_note, *m_rightText, *m_wrongText;
    QCPItemTracer* m_dot;
    PlotCursor* m_pointer;
};

} // namespace reweigh
