// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"
#include "widgets/plots/Plot.h"

#include <array>

namespace reweigh {

/// What a feature-fed V sees: samples on the first two principal components of its input, coloured by their weight; discs are
/// right labels, crosses wrong ones.
class FeaturePlot : public Plot {
    Q_OBJECT
public:
    explicit FeaturePlot(QWidget* parent = nullptr);

    /// `weights`: what the colours span; the same over all epochs, so that a replay keeps them.
    void setMap(const FeatureMap& map, const QCPRange& weights);

    int pointsShown(bool wrong) const;

private:
    /// QCustomPlot colours a whole graph: weights are drawn in so many steps of the ramp.
    static constexpr int colours = 24;

    void restyle();

    std::array<std::array<QCPGraph*, colours>, 2> m_points{}; ///< [label wrong][step of the weight]
    QCPColorScale* m_scale;
    QCPTextElement* m_key;
};

} // namespace reweigh
