// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The vector kernels under NormAct: they see a channels-last activation as a matrix [rows, channels],
/// one row a pixel, and work on the rows [begin, end), so that the caller decides how to share out the
/// work. T is float, or std::uint16_t holding the bits of a bfloat16; arithmetic is fp32, sums over
/// many rows are fp64. The instruction set (SSE2 to AVX-512) is chosen at run time.
namespace reweigh::rows {

/// Where the derivative of the ReLU comes from.
enum class Mask {
    None,   ///< there is no ReLU
    Output, ///< open where y > 0
    Input,  ///< open where scale (x - mean) + shift > 0: y need not be read
};

/// What every pass reads: the normalisation's input and its map per channel, y = scale (x - mean) + shift.
template <typename T>
struct Primal {
    const T* x = nullptr;
    const T* y = nullptr; ///< for Mask::Output
    std::int64_t channels = 0;
    const float* mean = nullptr;
    const float* scale = nullptr; ///< gamma / sqrt(var + eps)
    const float* shift = nullptr; ///< beta
    Mask mask = Mask::None;
};

/// mean[c], squares[c] = mean and sum of squared deviations of channel c over the rows.
template <typename T>
void moments(const T* x, std::int64_t channels, std::int64_t begin, std::int64_t end, double* mean, double* squares);

/// y = max(0, scale (x - mean) + shift + residual); residual may be null.
template <typename T>
void normalise(const Primal<T>& primal, const T* residual, bool relu, T* y, std::int64_t begin, std::int64_t end);

/// g = (a + b) masked; sum[c] += sum g, product[c] += sum g (x - mean). b and stored may be null; g is
/// written to `stored`.
template <typename T>
void project(const Primal<T>& primal, const T* a, const T* b, T* stored, std::int64_t begin, std::int64_t end,
             double* sum, double* product);

/// What `combine` adds up per channel: out = ofG g + ofX (x - mean) + constant.
struct Coefficients {
    const float* ofG = nullptr;
    const float* ofX = nullptr;
    const float* constant = nullptr;
};

/// Backward: the mask is laid on g.
template <typename T>
void combineMasked(const Primal<T>& primal, const Coefficients& k, const T* g, T* out, std::int64_t begin, std::int64_t end);

/// Tangent: `residual` (may be null) is added, then the mask is laid on the sum.
template <typename T>
void combineThenMask(const Primal<T>& primal, const Coefficients& k, const T* g, const T* residual, T* out,
                     std::int64_t begin, std::int64_t end);

} // namespace reweigh::rows
