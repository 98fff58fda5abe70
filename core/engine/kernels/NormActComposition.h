// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/NormAct.h"

/// NormAct.h in plain ATen operations: any device, any floating type.
namespace reweigh::composition {

BatchStatistics batchStatistics(const at::Tensor& x);
at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual);
NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB);
at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB,
                          const at::Tensor& scaleTangent, const at::Tensor& shiftTangent, const at::Tensor& residualTangent);

} // namespace reweigh::composition
