// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/NormAct.h"
#include "core/engine/models/NetworkOp.h"

namespace reweigh {

/// Batch norm (eps 1e-5, momentum 0.1, running variance unbiased), then the addition of its second
/// input, if it has one, then ReLU: one pass over memory for the three. Saves mean and
/// 1/sqrt(var + eps).
class BatchNorm : public NetworkOp {
public:
    static constexpr double epsilon = 1e-5;
    static constexpr double momentum = 0.1;

    struct Slots {
        int scale, shift;       ///< in the parameters
        int mean, variance;     ///< in the buffers
    };

    explicit BatchNorm(const Slots& slots) : m_slots(slots) {}

    at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const override;
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;
    at::Tensor reference(const Tensors& parameters, const Tensors& in) const override;
    bool hasParameters() const override { return true; }

    /// forward, where the batch statistics of in[0] are known already.
    at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, const BatchStatistics* known, Tensors& saved) const;

    NormActPoint pointAt(const OpContext& at) const;
    const Slots& slots() const { return m_slots; }

private:
    static at::Tensor view(const ParamSet& set, int slot) { return set.views[static_cast<std::size_t>(slot)]; }

    Slots m_slots;
};

} // namespace reweigh
