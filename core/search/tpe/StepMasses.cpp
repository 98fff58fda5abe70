// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/StepMasses.h"

#include <cmath>
#include <limits>

namespace reweigh {

std::vector<double>* StepMasses::row(const NumericKernels& kernels, double value)
{
    constexpr std::size_t observationsForLeast = 98;
    constexpr double mostSteps = 1024.0; // 8 MB an axis
    const NumericAxis& axis = kernels.axis;
    const double steps = std::floor((axis.highest - axis.lowest) / axis.step + 1.5);
    if (kernels.mu.size() <= observationsForLeast || steps > mostSteps)
        return nullptr;
    Rows& rows = m_rows[{axis.lowest, axis.highest, axis.step, axis.log}];
    return &rows.try_emplace(value, static_cast<std::size_t>(steps), std::numeric_limits<double>::quiet_NaN()).first->second;
}

} // namespace reweigh
