// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/NormAct.h"

/// The functions of NormAct.h in plain LibTorch operations, for any device, memory layout and float dtype: same shapes, same
/// results. bf16 is computed in fp32 and rounded at the end. Shapes that do not fit throw c10::Error.
namespace reweigh::composition {

BatchStatistics batchStatistics(const at::Tensor& x);
at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual);
NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB);
at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB, const at::Tensor& scaleTangent,
                          const at::Tensor& shiftTangent, const at::Tensor& residualTangent);

} // namespace reweigh::composition
