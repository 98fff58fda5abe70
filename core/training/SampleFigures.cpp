// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/SampleFigures.h"

#include <ATen/ATen.h>

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

} // namespace reweigh
