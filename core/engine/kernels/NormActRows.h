// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/NormAct.h"
#include "core/engine/simd/PixelRows.h"

#include <memory>

/// The passes of NormAct.h for a batch norm that follows a convolution by ConvolutionKernels.h. They use sums that the convolution
/// has already taken, and they give the convolution its dy pixel by pixel, so that it is never stored. fp32 and bf16 on a CPU,
/// channels-last, not empty, under KernelChoice::Fast; the caller makes sure of that, nothing is checked.
namespace reweigh {

/// Batch statistics [C], fp32, from sums over `count` >= 1 values per channel: `sum` of v, `product` of v v.
BatchStatistics statisticsFrom(const RowSums& sums, double count);

/// normActTangent() for a tangent t of x whose `sums` are known: of t, and of t (x - mean). t is like point.x; scaleTangent and
/// shiftTangent are [C]; residualTangent is like point.x and may be undefined (zero). Returns a tensor like point.x.
at::Tensor normActTangentOf(const NormActPoint& point, const at::Tensor& t, const RowSums& sums, const at::Tensor& scaleTangent,
                            const at::Tensor& shiftTangent, const at::Tensor& residualTangent);

/// normActBackward() in two parts: the constructor computes the derivatives by scale, shift and residual; write() computes the
/// derivative by x, pixel by pixel, when somebody reads it.
class NormActBackwardRows : public PixelRows {
public:
    /// Arguments as of normActBackward(). The tensor point.x must outlive the object.
    NormActBackwardRows(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB);
    ~NormActBackwardRows() override;

    /// Writes the derivative by x at some pixels, C values each, in the dtype of point.x; arguments as of PixelRows::write().
    void write(std::int64_t first, int width, int rows, void* to, std::ptrdiff_t step) const override;

    const at::Tensor& scale() const;    ///< [C], fp32
    const at::Tensor& shift() const;    ///< [C], fp32
    const at::Tensor& residual() const; ///< like point.x; undefined if there was no residual

private:
    class Parts;
    template <typename T> class PartsOf;
    std::shared_ptr<const Parts> m_parts;
};

} // namespace reweigh
