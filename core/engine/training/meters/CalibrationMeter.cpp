// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/meters/CalibrationMeter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {

void CalibrationMeter::add(std::span<const float> confidences, std::span<const std::int64_t> labels,
                           std::span<const std::int64_t> predicted)
{
    for (std::size_t i = 0; i < confidences.size(); ++i) {
        // The upper end belongs to the bin. NaN goes to the first one, and makes its sum NaN.
        const double end = confidences[i] > 0.0f ? std::ceil(double(confidences[i]) * double(bins)) : 1.0;
        Bin& bin = m_bins[std::size_t(std::clamp(end, 1.0, double(bins))) - 1];
        bin.confidence += confidences[i];
        bin.right += labels[i] == predicted[i];
    }
    m_samples += double(confidences.size());
}

double CalibrationMeter::value() const
{
    if (m_samples <= 0.0)
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0.0; // |accuracy - confidence| of a bin times its number of samples is the difference of the two sums
    for (const Bin& bin : m_bins)
        sum += std::abs(bin.right - bin.confidence);
    return sum / m_samples;
}

} // namespace reweigh
