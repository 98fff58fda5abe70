// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/NormAct.h"
#include "core/engine/simd/PixelRows.h"

#include <memory>

/// NormAct's passes where one of ConvolutionKernels.h stands before the normalisation: what that already summed is not
/// read again, and what it will read next is not written first. fp32 and bf16 on a CPU.
namespace reweigh {

/// Statistics of `count` rows from the sums of v and v v.
BatchStatistics statisticsFrom(const RowSums& sums, double count);

/// normActTangent for t whose sums of t and t (x - mean) are known.
at::Tensor normActTangentOf(const NormActPoint& point, const at::Tensor& t, const RowSums& sums, const at::Tensor& scaleTangent,
                            const at::Tensor& shiftTangent, const at::Tensor& residualTangent);

/// normActBackward of which the derivative by x is left to be computed pixel by pixel, where it is read.
class NormActBackwardRows : public PixelRows {
public:
    NormActBackwardRows(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB);
    ~NormActBackwardRows() override;

    void write(std::int64_t first, int width, int rows, void* to, std::ptrdiff_t step) const override;

    const at::Tensor& scale() const;
    const at::Tensor& shift() const;
    const at::Tensor& residual() const; ///< undefined where there was none

private:
    class Parts;
    template <typename T>
    class PartsOf;
    std::shared_ptr<const Parts> m_parts;
};

} // namespace reweigh
