// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/ops/BatchNorm.h"
#include "core/engine/models/ops/Convolution.h"

namespace reweigh {

/// Convolution of the first input, then batch norm, then the addition of the second input, if there is one, then ReLU. Input
/// [n, in, H, W]; second input and output [n, out, H', W']. Where the project's own kernels do the convolution, each pass reads the
/// convolution's output from memory once less: the convolution takes the sums that batch norm needs, and in the backward pass the
/// derivative of batch norm is computed pixel by pixel where the convolution's backward pass reads it.
/// Saves the convolution's output, then what BatchNorm saves.
class ConvolutionNorm : public NetworkOp {
public:
    ConvolutionNorm(const Convolution& convolution, const BatchNorm& norm)
        : m_convolution(convolution)
        , m_norm(norm)
    {
    }

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
