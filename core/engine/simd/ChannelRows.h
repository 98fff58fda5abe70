// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The vector kernels of NormAct.h on a CPU. They see a channels-last activation as a contiguous matrix [rows, channels] with one row
/// per pixel, and work on the rows [begin, end), so that the caller decides how to divide the work among threads. Pointers to matrices
/// point to row 0; per-channel arrays are [channels]. T is float, or std::uint16_t holding the bits of a bfloat16. Arithmetic is in
/// fp32, sums over many rows are fp64. The instruction set (SSE2 to AVX-512) is chosen at run time. begin = end is allowed.
namespace reweigh::rows {

/// Where the derivative of the ReLU comes from.
enum class Mask {
    None,   ///< there is no ReLU
    Output, ///< the ReLU is open where y > 0
    Input,  ///< the ReLU is open where scale (x - mean) + shift > 0, so that y need not be read
};

/// What every pass reads: batch norm's input x and its map per channel, y = scale (x - mean) + shift.
template <typename T> struct Primal {
    const T* x = nullptr; ///< [rows, channels]
    const T* y = nullptr; ///< [rows, channels], read only for Mask::Output
    std::int64_t channels = 0;
    const float* mean = nullptr;
    const float* scale = nullptr; ///< gamma / sqrt(var + eps)
    const float* shift = nullptr; ///< beta
    Mask mask = Mask::None;
};

/// Writes the mean and the sum of squared deviations from the mean of each channel over the rows [begin, end); 0 and 0 for no rows.
template <typename T> void moments(const T* x, std::int64_t channels, std::int64_t begin, std::int64_t end, double* mean, double* squares);

/// Writes y = scale (x - mean) + shift + residual, and max(0, y) if `relu`; NaN stays NaN. residual and y are [rows, channels]; a null
/// residual means zero.
template <typename T> void normalise(const Primal<T>& primal, const T* residual, bool relu, T* y, std::int64_t begin, std::int64_t end);

/// Adds per channel, over the rows [begin, end), g to sum[c] and g (x - mean) to product[c], for g = a + b, masked. a, b and `stored`
/// are [rows, channels]. A null b means zero. g is also written to `stored`, unless that is null.
template <typename T>
void project(const Primal<T>& primal, const T* a, const T* b, T* stored, std::int64_t begin, std::int64_t end, double* sum,
             double* product);

/// The coefficients per channel, [channels], of out = ofG g + ofX (x - mean) + constant.
struct Coefficients {
    const float* ofG = nullptr;
    const float* ofX = nullptr;
    const float* constant = nullptr;
};

/// For the backward pass: writes out = ofG g' + ofX (x - mean) + constant, where g' is g, masked. g and out are [rows, channels].
template <typename T>
void combineMasked(const Primal<T>& primal, const Coefficients& k, const T* g, T* out, std::int64_t begin, std::int64_t end);

/// For the tangent pass: writes out = ofG g + ofX (x - mean) + constant + residual, masked. g, residual and out are [rows, channels]; a
/// null residual means zero.
template <typename T>
void combineThenMask(const Primal<T>& primal, const Coefficients& k, const T* g, const T* residual, T* out, std::int64_t begin,
                     std::int64_t end);

} // namespace reweigh::rows
