// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotCursor.h"
#include "widgets/watch/WeightCurveInfo.h"

#include <array>
#include <memory>

namespace reweigh {

/// Draws a WeightCurveInfo: the weight over the loss, under it and beside it where clean and noisy samples lie. The pointer, or
/// the arrow keys, read it at a loss.
class WeightCurvePlot : public Plot {
    Q_OBJECT
public:
    explicit WeightCurvePlot(QWidget* parent = nullptr);

    void setInfo(std::shared_ptr<const WeightCurveInfo> info);

    /// A low plot keeps its curves and lets go of words that the panel's title says as well. Done by itself on the screen.
    void adaptTo(int height);

    /// What is said of a loss: its weight, and how many samples are near.
    QString wordsAt(double loss) const;
    PlotCursor& pointer() { return *m_pointer; }

    QCPGraph* chosenCurve() const { return m_chosen; }
    QCPGraph* unseenCurve() const { return m_unseenCurve; }
    QCPGraph* unseenGround() const { return m_ground; }
    const std::array<QCPGraph*, earlierCurves>& earlier() const { return m_earlier; }
    QString countText(bool noisy) const { return (noisy ? m_noisyText : m_cleanText)->text(); }

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
    QCPGraph *m_clean, *m_noisy, *m_noisyHatch; ///< the two of noisy share their data
    QCPCurve *m_cleanWeights, *m_noisyWeights, *m_noisyWeightsHatch;
    QCPItemText *m_note, *m_cleanText, *m_noisyText;
    QCPItemTracer* m_dot;
    PlotCursor* m_pointer;
};

} // namespace reweigh
