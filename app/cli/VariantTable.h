// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/VariantResult.h"

#include <string>
#include <vector>

namespace reweigh {

/// The compared variants as two Markdown tables: what each is and its test figures over seeds, with intervals where there are enough of
/// them; and the verdicts on their paired differences (judgeVariants), with what each test says and how many pairs are missing. Below
/// them what failed, what was trained with a smaller batch, what has no pair.
std::string variantTable(const std::vector<VariantResult>& variants);

/// {"variants": [...], "verdicts": [...]}: the same for machines.
nlohmann::json comparisonJson(const std::vector<VariantResult>& variants);

/// "stage3+label 64-16 relu": an architecture in a cell.
std::string architectureText(const MetaNetSpec& spec);

} // namespace reweigh
