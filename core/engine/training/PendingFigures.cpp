// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/PendingFigures.h"

#include "core/engine/training/meters/ClassMeter.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reweigh {

PackedFigures::PackedFigures(const StepOutcome& outcome)
    : m_samples(std::size_t(outcome.losses.size(0)))
    , m_weighted(outcome.weights.defined())
    , m_meta(outcome.metaGradientNorm.defined())
{
    std::vector<at::Tensor> parts{outcome.losses.to(at::kDouble), outcome.probabilities.argmax(1).to(at::kDouble)};
    if (m_weighted)
        parts.push_back(outcome.weights.to(at::kDouble));
    if (m_meta)
        parts.push_back(outcome.metaGradientNorm.to(at::kDouble).view({1}));
    m_values = at::cat(parts);
}

PackedFigures PackedFigures::copied() const
{
    PackedFigures copy = *this;
    copy.m_values = m_values.clone();
    return copy;
}

SampleFigures PackedFigures::unpacked(const double* values) const
{
    const double* at = values;
    const auto next = [&](auto& into) {
        into.assign(at, at + m_samples);
        at += m_samples;
    };
    SampleFigures figures;
    next(figures.losses);
    next(figures.predicted);
    if (m_weighted)
        next(figures.weights);
    if (m_meta)
        figures.metaGradientNorm = *at;
    return figures;
}

namespace {

/// Steps between two transfers from a device. Few enough that a training stops soon after its values are no longer finite.
constexpr std::size_t deviceInterval = 32;

bool allFinite(std::span<const float> values)
{
    return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

} // namespace

PendingFigures::PendingFigures(const DataPlan& plan, int classes, const c10::Device& device)
    : m_plan(plan)
    , m_classes(classes)
    , m_interval(device.is_cpu() ? 1 : deviceInterval)
{
}

void PendingFigures::add(std::span<const std::uint32_t> positions, PackedFigures figures)
{
    m_waiting.push_back({{positions.begin(), positions.end()}, std::move(figures)});
}

bool PendingFigures::settle(RunState& state)
{
    if (m_waiting.empty())
        return true;
    std::vector<at::Tensor> parts;
    for (const Step& step : m_waiting)
        parts.push_back(step.figures.values());
    const at::Tensor all = (parts.size() == 1 ? parts.front() : at::cat(parts)).to(at::kCPU);
    const double* values = all.const_data_ptr<double>();
    bool finite = true;
    for (const Step& step : m_waiting) {
        finite = finite && settle(step, step.figures.unpacked(values), state);
        values += step.figures.values().numel();
    }
    m_waiting.clear();
    return finite;
}

bool PendingFigures::settle(const Step& step, const SampleFigures& figures, RunState& state)
{
    const std::size_t n = step.positions.size();
    std::vector<std::int64_t> labels;
    for (std::size_t i = 0; i < n; ++i) {
        labels.push_back(m_plan.observedLabel[step.positions[i]]);
        state.losses[step.positions[i]] = figures.losses[i];
    }
    m_batchLoss = std::accumulate(figures.losses.begin(), figures.losses.end(), 0.0) / double(n);
    ClassMeter meter(m_classes);
    meter.setSums(std::move(state.trainSums));
    meter.add(figures.losses, labels, figures.predicted);
    state.trainSums = meter.sums();
    if (!state.weights.empty()) // in such a run, a step without weights counts as one with weights of 1
        for (std::size_t i = 0; i < n; ++i) {
            state.weights[step.positions[i]] = figures.weights.empty() ? 1.0f : figures.weights[i];
            state.predicted[step.positions[i]] = std::int32_t(figures.predicted[i]);
        }
    const double norm = figures.metaGradientNorm.value_or(0.0);
    state.metaGradientSum += norm;
    return allFinite(figures.losses) && allFinite(figures.weights) && std::isfinite(norm);
}

} // namespace reweigh
