// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/tpe/Kernels.h"

#include <map>
#include <tuple>
#include <unordered_map>

namespace reweigh {

/// Keeps log masses of steps under kernels from one suggestion to the next. From 98 observations on the least
/// width is the same for good, so a kernel on a step has at another step what it had before, and parameters with
/// one axis share it.
class StepMasses {
public:
    /// Log masses of the step at `value`, by the place of the kernel of least width; NaN where not known yet. Null
    /// where nothing can be kept.
    std::vector<double>* row(const NumericKernels& kernels, double value);

private:
    using Axis = std::tuple<double, double, double, bool>;
    using Rows = std::unordered_map<double, std::vector<double>>;

    std::map<Axis, Rows> m_rows;
};

} // namespace reweigh
