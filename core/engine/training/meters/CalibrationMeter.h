// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace reweigh {

/// Adds up confidence and correct predictions per bin of confidence, batch by batch, and computes the expected calibration error of Guo,
/// Pleiss, Sun and Weinberger (On Calibration of Modern Neural Networks, ICML 2017, equations 3 to 5).
class CalibrationMeter {
public:
    static constexpr std::size_t bins = 15; ///< equal bins ((m - 1) / 15, m / 15] of [0, 1], as many as in the paper's tables

    /// Adds n samples: the largest softmax probability of each, in [0, 1], its label and the predicted class; each span is [n]. n = 0 adds
    /// nothing. Nothing is checked.
    void add(std::span<const float> confidences, std::span<const std::int64_t> labels, std::span<const std::int64_t> predicted);

    /// The sum over bins of (share of the samples in the bin) * |accuracy - mean confidence in the bin|, in [0, 1]. NaN without samples,
    /// or if a confidence is NaN.
    double value() const;

private:
    struct Bin {
        double confidence = 0.0, right = 0.0; ///< sums
    };
    std::array<Bin, bins> m_bins{};
    double m_samples = 0.0;
};

} // namespace reweigh
