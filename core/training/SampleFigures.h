// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reweighting/MetaStep.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace reweigh {

/// What a step saw of its samples, in the processor's memory.
struct SampleFigures {
    std::vector<float> losses;
    std::vector<std::int64_t> predicted;    ///< class of the largest probability
    std::vector<float> weights;             ///< empty: every weight is 1
    std::optional<double> metaGradientNorm; ///< where the step took a meta batch
};

/// The same where the step left it, in one tensor, so that any number of steps is read from a device in one transfer. The order
/// in the tensor is nobody else's business.
class PackedFigures {
public:
    PackedFigures() = default;
    explicit PackedFigures(const StepOutcome& outcome);

    const at::Tensor& values() const { return m_values; } ///< [size], fp64
    PackedFigures copied() const;

    /// `values`: those of values(), in the processor's memory.
    SampleFigures unpacked(const double* values) const;

private:
    at::Tensor m_values;
    std::size_t m_samples = 0;
    bool m_weighted = false, m_meta = false;
};

} // namespace reweigh
