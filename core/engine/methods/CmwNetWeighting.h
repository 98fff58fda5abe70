// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/methods/MetaWeightNetWeighting.h"

#include <cstdint>
#include <span>
#include <vector>

namespace reweigh {

/// Clusters the K classes by size: k-means on the one-dimensional `counts` [K], the number of samples of each class, by dynamic
/// programming, so that the sum of squared distances to the clusters' means is the least there is (Wang and Song 2011, Ckmeans.1d.dp).
/// Returns the cluster of each class, [K]; cluster 0 has the smallest classes. Classes of equal size share a cluster, so there are fewer
/// than `clusters` clusters where there are fewer different sizes. clusters >= 1.
std::vector<std::int64_t> sizeClusters(std::span<const std::int64_t> counts, int clusters);

/// CMW-Net: a Meta-Weight-Net whose hidden layers are shared by all samples, with a head for every cluster of classes of similar size, so
/// that large and small classes get weight functions of their own (Shu et al. 2023, CMW-Net: Learning a Class-Aware Sample Weighting
/// Mapping for Robust Deep Learning). A sample's cluster is that of its observed label. `cmw-clusters` = 1 is MW-Net, bit for bit. Input,
/// hidden layers and optimiser are those of MW-Net. Limits: sizes are counts of observed labels, which label noise makes more alike (or
/// of true ones, with --class-counts true); the paper's balanced or pseudo-clean meta set, its soft labels and its warm-up are not here.
class CmwNetWeighting : public MetaWeightNetWeighting {
public:
    /// Throws std::invalid_argument if the network has no input layer of the name that `options` gives.
    CmwNetWeighting(const TrainOptions& options, const Network& network);

    void begin(Rng& rng, const StepTypes& types, const c10::Device& device) override;
    void epochStarted(const EpochView& view) override;
    WeightingState state() override;
    at::Tensor features(const StepView& view) const override; ///< MW-Net's; with several clusters, the sample's cluster is the last column
    at::Tensor weightsAt(const at::Tensor& features) const override;
    bool seesLossAlone() const override;

    const at::Tensor& clusters() const { return m_clusterOf; } ///< [K], int64, the cluster of each class

protected:
    at::Tensor headOf(const StepView& view) const override;

private:
    int m_heads;
    std::int64_t m_classes;
    at::Tensor m_clusterOf;
};

} // namespace reweigh
