// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/FeatureProbe.h"

#include "core/base/Rng.h"
#include "core/engine/training/HostValues.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>

namespace reweigh {

PrincipalAxes principalAxes(const at::Tensor& features)
{
    const at::Tensor values = features.detach().to(at::kCPU, at::kDouble);
    if (!values.isfinite().all().item<bool>())
        return {};
    const at::Tensor centred = values - values.mean(0, true);
    const auto [variances, axes] = at::linalg_eigh(centred.t().mm(centred) / double(values.size(0))); // ascending
    const double whole = variances.sum().item<double>();

    const std::int64_t width = values.size(1);
    std::array<std::vector<float>, 2> components;
    PrincipalAxes result;
    for (std::int64_t k = 0; k < 2; ++k) {
        if (k == width) {
            components[std::size_t(k)].assign(std::size_t(values.size(0)), 0.0f);
            continue;
        }
        const at::Tensor axis = axes.select(1, width - 1 - k);
        const bool reversed = axis[axis.abs().argmax()].item<double>() < 0.0;
        components[std::size_t(k)] = hostFloats(centred.mv(reversed ? -axis : axis));
        if (whole > 0.0)
            result.explained[std::size_t(k)] = std::max(0.0, variances[width - 1 - k].item<double>() / whole);
    }
    result.first = std::move(components[0]);
    result.second = std::move(components[1]);
    return result;
}

FeatureProbe::FeatureProbe(const DataPlan& plan, const TrainOptions& options)
{
    std::vector<std::uint32_t> all(plan.train.size());
    std::iota(all.begin(), all.end(), 0u);
    Rng rng(options.trainSeed, "feature-map");
    rng.shuffle(std::span(all));
    all.resize(std::min(all.size(), std::size_t(featureMapPoints)));
    std::ranges::sort(all);
    m_positions = std::move(all);
    for (const std::uint32_t position : m_positions)
        m_wrong.push_back(plan.trueLabel[position] != plan.observedLabel[position]);
}

std::optional<FeatureMap> FeatureProbe::map(const ProbedModel& model, const BatchSource& batches, const std::stop_token& stop) const
{
    const auto& [network, w, running, loss, context, weighting] = model;
    if (weighting.seesLossAlone())
        return FeatureMap{};
    constexpr std::size_t batchSize = 128;
    std::vector<at::Tensor> parts;
    for (std::size_t begin = 0; begin < m_positions.size(); begin += batchSize) {
        if (stop.stop_requested())
            return std::nullopt;
        const Batch batch = batches.unaltered(std::span(m_positions).subspan(begin, std::min(batchSize, m_positions.size() - begin)));
        Activations saved;
        const at::Tensor logits = network.forward(w, running, batch.images, PassMode::Evaluate, &saved);
        const SampleLosses outcome = loss.evaluate(logits, batch.labels, context);
        const at::Tensor features = weighting.features({.network = network,
                                                        .activations = saved,
                                                        .logits = logits,
                                                        .losses = outcome.losses,
                                                        .probabilities = outcome.probabilities,
                                                        .labels = batch.labels});
        if (!features.defined())
            return FeatureMap{};
        parts.push_back(features);
    }
    const at::Tensor input = at::cat(parts);
    const PrincipalAxes axes = principalAxes(input);
    if (axes.first.empty())
        return FeatureMap{};
    return FeatureMap{.first = axes.first,
                      .second = axes.second,
                      .weight = hostFloats(weighting.weightsAt(input)),
                      .wrong = m_wrong,
                      .explained = axes.explained};
}

} // namespace reweigh
