// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

/// Batch norm (Ioffe and Szegedy 2015), the addition of a shortcut and ReLU as one operation: forward, backward and tangent
/// (core/engine/README.md, section 3). An activation is [n, C] or [n, C, H, W]; a per-channel tensor is [C], fp32, or fp64 for fp64
/// activations. There are vector kernels for a CPU and kernels for a CUDA device: for fp32 and bf16, an x that is not empty and is
/// channels-last (of [n, C]: contiguous). All else is computed by the LibTorch operations of NormActComposition.h, against which the
/// kernels are tested. Other activations than x may have any memory layout. Shapes that do not fit throw c10::Error in the LibTorch
/// operations; the kernels do not check them.
namespace reweigh {

/// Mean and variance per channel over batch and space.
struct BatchStatistics {
    at::Tensor mean, variance; ///< [C] each; the variance is the biased one (divided by the count), with which batch norm normalises
};

/// Sums over batch and space, per channel, [C] each.
struct RowSums {
    std::vector<double> sum, product; ///< of some value v; of v times another value, which the function that gives the sums names
};

/// The values at which a pass is evaluated: y = act(scale x̂ + shift + residual), x̂ = (x - mean) inverseStd.
struct NormActPoint {
    at::Tensor x;                ///< the batch norm's input, [n, C] or [n, C, H, W]
    at::Tensor y;                ///< the output, like x; backward and tangent read it, and only if a residual was added before a ReLU
    at::Tensor mean, inverseStd; ///< [C], the batch's mean and 1 / sqrt(variance + epsilon)
    at::Tensor scale, shift;     ///< [C], gamma and beta, in any float dtype
    bool relu = true;            ///< whether act is ReLU; else it is the identity
    bool residual = false;       ///< whether a residual was added
};

/// The derivatives of a loss by the operation's inputs.
struct NormActGradient {
    at::Tensor x, scale, shift; ///< like the point's x; [C] and [C], fp32 (fp64 for fp64), summed over the batch
    at::Tensor residual;        ///< like x; undefined if there was no residual
};

/// The batch statistics of x, [n, C] or [n, C, H, W]: [C] each, summed in fp64 by the CPU kernels. NaN for an empty x.
BatchStatistics batchStatistics(const at::Tensor& x);

/// The output y at `point`, in the shape and dtype of point.x; point.y is not read. `residual` has the shape and dtype of point.x;
/// undefined means that there is none.
at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual);

/// The backward pass through the batch statistics, for dyA + dyB, the derivative of the loss by y; both are like point.x, and dyB
/// may be undefined (zero). The two parts come from the two readers of a node; the kernels add them on the fly, which saves a pass
/// over memory. In training mode only: mean and inverseStd count as functions of x.
NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB);

/// The tangent of y through the batch statistics, in the shape and dtype of point.x. For t = tA + tB, the tangent of x, and
/// r = inverseStd: gamma r (t - mean t - x̂ mean(x̂ t)) + scaleTangent x̂ + shiftTangent + residualTangent, set to 0 where the ReLU is
/// closed. tA, tB and residualTangent are like point.x and may be undefined (zero), tB alone or both; scaleTangent and shiftTangent
/// are [C] and must be defined. A formula of core/engine/README.md, section 3.
at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB, const at::Tensor& scaleTangent,
                          const at::Tensor& shiftTangent, const at::Tensor& residualTangent);

} // namespace reweigh
