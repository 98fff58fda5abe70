// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"
#include "widgets/plots/Plot.h"

#include <array>

namespace reweigh {

/// Shows the input of an MW-Net (V) that reads features: samples over the first two principal components of the input, coloured by
/// their weight. Discs are samples with right labels, crosses those with wrong ones; of a user's own images, those whose labels came as
/// they are, and those whose labels the recipe changed.
class FeaturePlot : public Plot {
    Q_OBJECT
public:
    explicit FeaturePlot(QWidget* parent = nullptr);

    /// `weights`: the range of weights that the colours span. Pass the same range for all epochs, so that colours are comparable
    /// during a replay.
    void setMap(const FeatureMap& map, const QCPRange& weights, bool ownLabels = false);

    /// Number of samples drawn with wrong (or with right) labels.
    int pointsShown(bool wrong) const;

private:
    /// Number of colours: QCustomPlot gives a whole graph one colour, so each step of the colour ramp is a graph of its own.
    static constexpr int colours = 24;

    void restyle();

    std::array<std::array<QCPGraph*, colours>, 2> m_points{}; ///< [label wrong][step of the weight]
    QCPColorScale* m_scale;
    QCPTextElement* m_key;
};

} // namespace reweigh
