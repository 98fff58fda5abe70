// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/ComparedVariants.h"
#include "widgets/compare/VariantLines.h"

namespace reweigh {

/// Each variant's weight over the loss at its runs' last epoch, mean over seeds, where all of them saw samples.
std::vector<VariantLine> weightLines(const ComparedVariants& compared);

/// Each variant's test recall of the classes in `order`: mean over the last epochs, then over seeds. x is the place in `order`.
std::vector<VariantLine> recallLines(const ComparedVariants& compared, const std::vector<int>& order);

/// Classes by true training members, the largest first; equals keep their order.
std::vector<int> classesBySize(const std::vector<int>& members);

} // namespace reweigh
