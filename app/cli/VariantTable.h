// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/VariantResult.h"

#include <string>
#include <vector>

namespace reweigh {

/// The compared variants as two Markdown tables: what weighs each variant's samples and its results over seeds (VariantSummary), with
/// intervals from two seeds up; and the verdicts on the paired differences (judgeVariants), with the results of the tests and how many
/// more pairs a verdict needs. Between the tables: a line for each variant that says what its weights do to wrong labels. Below them:
/// seeds without a pair, failed runs, and runs that were trained with a smaller batch. `ownLabels`: StudySnapshot::ownLabels().
std::string variantTable(const std::vector<VariantResult>& variants, bool ownLabels);

/// The same as JSON: {"variants": [...], "summaries": [...], "verdicts": [...]}.
nlohmann::json comparisonJson(const std::vector<VariantResult>& variants);

/// An architecture as a short text: input, widths of the hidden layers, activation; "standardised stage3+label 64-16 relu".
std::string architectureText(const MetaNetSpec& spec);

/// What weighs the samples: the architecture of MW-Net alone, "cmw-net, stage3+label 64-16 relu", the name of a weighting without a
/// network, or "none".
std::string weightingText(const WeightSource& source);

} // namespace reweigh
