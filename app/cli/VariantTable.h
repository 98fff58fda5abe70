// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/VariantResult.h"

#include <string>
#include <vector>

namespace reweigh {

/// The compared variants as two Markdown tables: each variant's network and test results over seeds, with intervals from two seeds up;
/// and the verdicts on the paired differences (judgeVariants), with the results of the tests and how many more pairs a verdict needs.
/// Below the tables: seeds without a pair, failed runs, and runs that were trained with a smaller batch.
std::string variantTable(const std::vector<VariantResult>& variants);

/// The same as JSON: {"variants": [...], "verdicts": [...]}.
nlohmann::json comparisonJson(const std::vector<VariantResult>& variants);

/// An architecture as a short text: input, widths of the hidden layers, activation; "standardised stage3+label 64-16 relu".
std::string architectureText(const MetaNetSpec& spec);

} // namespace reweigh
