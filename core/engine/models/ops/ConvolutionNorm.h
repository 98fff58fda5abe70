// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/ops/BatchNorm.h"
#include "core/engine/models/ops/Convolution.h"

namespace reweigh {

/// Convolution of its first input, then batch norm, the addition of its second input, if it has one, and ReLU. Where
/// our own kernels do the convolution, each pass reads what lies between the two once less: the convolution sums what the
/// normalisation needs, and the normalisation's derivative is computed where the convolution's reads it.
/// Saves the normalised values, then what BatchNorm saves.
class ConvolutionNorm : public NetworkOp {
public:
    ConvolutionNorm(const Convolution& convolution, const BatchNorm& norm) : m_convolution(convolution), m_norm(norm) {}

    at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const override;
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;
    at::Tensor reference(const Tensors& parameters, const Tensors& in) const override;
    bool hasParameters() const override { return true; }

private:
    Convolution m_convolution;
    BatchNorm m_norm;
};

} // namespace reweigh
