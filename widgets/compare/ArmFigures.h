// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/ArmLines.h"
#include "widgets/compare/ArmRuns.h"

namespace reweigh {

/// Each arm's weight over the loss at its runs' last epoch, mean over seeds, where all of them saw samples.
std::vector<ArmLine> weightLines(const ArmRuns& arms);

/// Each arm's test recall of the classes in `order`: mean over the last epochs, then over seeds. x is the place in `order`.
std::vector<ArmLine> recallLines(const ArmRuns& arms, const std::vector<int>& order);

/// Classes by true training members, the largest first; equals keep their order.
std::vector<int> classesBySize(const std::vector<int>& members);

} // namespace reweigh
