// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace reweigh {

/// V on given losses, where its input is the loss alone.
using WeightFunction = std::function<std::vector<float>(const std::vector<float>& loss)>;

/// The learned weight over the loss, in 100 bins from 0 to the largest loss seen. `weightAt` gives the weight at the
/// bins' centres; where it is empty, they hold the mean weight of the samples in them. NaN weights were not seen.
WeightCurve weightCurve(std::span<const float> loss, std::span<const float> weight, std::span<const std::uint8_t> wrong,
                        const WeightFunction& weightAt);

} // namespace reweigh
