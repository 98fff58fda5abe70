// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

/// Batch norm, the addition of a shortcut and ReLU as one operation, forward, backward and tangent
/// (core/engine/README.md, 3). Activations are [n, C] or [n, C, H, W], channels-last; per-channel tensors are
/// [C], fp32, or fp64 for fp64 activations. fp32 and bf16 on a CPU take vector kernels; everything else
/// takes the ATen composition of NormActComposition.h, which is also what the kernels are tested against.
namespace reweigh {

/// Per channel over batch and space; `variance` is the biased one that normalises.
struct BatchStatistics {
    at::Tensor mean, variance;
};

/// Sums over batch and space, one a channel: of v, and of v times something else.
struct RowSums {
    std::vector<double> sum, product;
};

/// The point at which a pass stands: y = act(scale x̂ + shift + residual), x̂ = (x - mean) inverseStd.
struct NormActPoint {
    at::Tensor x;           ///< what is normalised
    at::Tensor y;           ///< what came out; read only where a residual was added
    at::Tensor mean, inverseStd;
    at::Tensor scale, shift;///< gamma, beta
    bool relu = true;
    bool residual = false;  ///< whether one was added
};

struct NormActGradient {
    at::Tensor x, scale, shift;
    at::Tensor residual;    ///< undefined where there was none
};

BatchStatistics batchStatistics(const at::Tensor& x);

/// y at `point`, whose y is not read; `residual` is undefined where there is none.
at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual);

/// Backward through batch statistics, for the output's derivative dyA + dyB; dyB may be undefined. Taking
/// the two parts of a node that feeds two others saves a pass over memory for their sum.
NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB);

/// Tangent through batch statistics: gamma r (t - mean t - x̂ mean(x̂ t)) + scaleTangent x̂ + shiftTangent +
/// residualTangent, masked, for t = tA + tB. tA, tB and residualTangent may be undefined (zero).
at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB,
                          const at::Tensor& scaleTangent, const at::Tensor& shiftTangent, const at::Tensor& residualTangent);

} // namespace reweigh
