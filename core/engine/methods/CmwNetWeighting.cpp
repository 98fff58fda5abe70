// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/CmwNetWeighting.h"

#include "core/config/Methods.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>

namespace reweigh {
namespace {

int headsOf(const TrainOptions& options)
{
    return int(methodSetting(options, "cmw-clusters"));
}

/// Sums over sizes in ascending order, for the cost of a run of them: the squared distances to their mean.
class RunCosts {
public:
    explicit RunCosts(const std::map<std::int64_t, int>& classesOfSize)
    {
        for (const auto& [size, classes] : classesOfSize) {
            const double n = classes, x = double(size);
            m_sums.push_back({m_sums.back().n + n, m_sums.back().x + n * x, m_sums.back().xx + n * x * x});
        }
    }

    std::size_t sizes() const { return m_sums.size() - 1; }

    /// The cost of the sizes from index `begin` to before `end`, which lies behind it.
    double operator()(std::size_t begin, std::size_t end) const
    {
        const Sums &a = m_sums[begin], &b = m_sums[end];
        return (b.xx - a.xx) - (b.x - a.x) * (b.x - a.x) / (b.n - a.n);
    }

private:
    struct Sums {
        double n = 0.0, x = 0.0, xx = 0.0;
    };
    std::vector<Sums> m_sums{{}};
};

} // namespace

std::vector<std::int64_t> sizeClusters(std::span<const std::int64_t> counts, int clusters)
{
    std::map<std::int64_t, int> classesOfSize;
    for (const std::int64_t count : counts)
        ++classesOfSize[count];
    const RunCosts cost(classesOfSize);
    const std::size_t sizes = cost.sizes(), most = std::min(std::size_t(clusters), sizes);

    // least[k][end]: the least cost of the sizes before `end` in k clusters; begin[k][end]: where the last of these clusters begins.
    constexpr double none = std::numeric_limits<double>::infinity();
    std::vector<std::vector<double>> least(most + 1, std::vector<double>(sizes + 1, none));
    std::vector<std::vector<std::size_t>> begin(most + 1, std::vector<std::size_t>(sizes + 1, 0));
    least[0][0] = 0.0;
    for (std::size_t k = 1; k <= most; ++k)
        for (std::size_t end = k; end <= sizes; ++end)
            for (std::size_t from = k - 1; from < end; ++from)
                if (const double whole = least[k - 1][from] + cost(from, end); whole < least[k][end]) {
                    least[k][end] = whole;
                    begin[k][end] = from;
                }

    std::vector<std::int64_t> clusterOfSize(sizes);
    for (std::size_t k = most, end = sizes; k > 0; end = begin[k--][end])
        std::fill(clusterOfSize.begin() + std::ptrdiff_t(begin[k][end]), clusterOfSize.begin() + std::ptrdiff_t(end), std::int64_t(k) - 1);
    std::vector<std::int64_t> result;
    for (const std::int64_t count : counts)
        result.push_back(clusterOfSize[std::size_t(std::distance(classesOfSize.begin(), classesOfSize.find(count)))]);
    return result;
}

CmwNetWeighting::CmwNetWeighting(const TrainOptions& options, const Network& network)
    : MetaWeightNetWeighting(options, network, headsOf(options))
    , m_heads(headsOf(options))
    , m_classes(network.classes())
{
}

void CmwNetWeighting::begin(Rng& rng, const StepTypes& types, const c10::Device& device)
{
    MetaWeightNetWeighting::begin(rng, types, device);
    m_clusterOf = at::zeros({m_classes}, at::TensorOptions(at::kLong).device(device));
}

void CmwNetWeighting::epochStarted(const EpochView& view)
{
    const at::Tensor& counts = view.classCounts;
    const auto clusters = sizeClusters({counts.const_data_ptr<std::int64_t>(), std::size_t(counts.size(0))}, m_heads);
    m_clusterOf.copy_(at::tensor(clusters, at::kLong));
}

WeightingState CmwNetWeighting::state()
{
    WeightingState all = MetaWeightNetWeighting::state();
    all.tensors.emplace_back("meta.clusters", m_clusterOf);
    return all;
}

at::Tensor CmwNetWeighting::headOf(const StepView& view) const
{
    return m_clusterOf.index_select(0, view.labels);
}

at::Tensor CmwNetWeighting::features(const StepView& view) const
{
    const at::Tensor plain = MetaWeightNetWeighting::features(view);
    return m_heads == 1 ? plain : at::cat({plain, headOf(view).unsqueeze(1).to(plain.scalar_type())}, 1);
}

at::Tensor CmwNetWeighting::weightsAt(const at::Tensor& features) const
{
    if (m_heads == 1)
        return MetaWeightNetWeighting::weightsAt(features);
    const int width = net().inputWidth();
    const at::Tensor input = meta().input.standardised(features.narrow(1, 0, width));
    return net().forward(meta().theta, input, nullptr, features.select(1, width).to(at::kLong));
}

bool CmwNetWeighting::seesLossAlone() const
{
    return m_heads == 1 && MetaWeightNetWeighting::seesLossAlone();
}

} // namespace reweigh
