// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/NormAct.h"
#include "core/engine/models/NetworkOp.h"

namespace reweigh {

/// Batch norm (Ioffe and Szegedy 2015; epsilon 1e-5, momentum 0.1, unbiased running variance, as in PyTorch), then the addition of the
/// second input, if there is one, then ReLU, in one pass over memory. Inputs and output have one shape, [n, C] or [n, C, H, W]. Saves
/// mean and 1 / sqrt(variance + epsilon), [C], fp32 (fp64 for fp64).
class BatchNorm : public NetworkOp {
public:
    static constexpr double epsilon = 1e-5;
    static constexpr double momentum = 0.1;

    struct Slots {
        int scale, shift;   ///< slots of the parameters
        int mean, variance; ///< slots of the buffers
    };

    explicit BatchNorm(const Slots& slots)
        : m_slots(slots)
    {
    }

    at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const override;
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;
    at::Tensor reference(const Tensors& parameters, const Tensors& in) const override;
    bool hasParameters() const override { return true; }

    /// forward() for an in[0] whose batch statistics are already `known`; null: they are computed. Mode Evaluate does not read them.
    at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, const BatchStatistics* known,
                       Tensors& saved) const;

    /// The values of NormAct.h's operation in a pass.
    NormActPoint pointAt(const OpContext& at) const;
    const Slots& slots() const { return m_slots; }

private:
    static at::Tensor view(const ParamSet& set, int slot) { return set.views[static_cast<std::size_t>(slot)]; }

    Slots m_slots;
};

} // namespace reweigh
