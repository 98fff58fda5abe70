// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"
#include "core/experiment/ComparisonTable.h"
#include "core/experiment/VariantResult.h"

#include <string>
#include <vector>

namespace reweigh {

/// The compared variants as three Markdown tables: what weighs each variant's samples and its results over seeds (VariantSummary), with
/// intervals from two seeds up; the verdicts on the paired differences (judgeVariants), with the results of the tests and how many more
/// pairs a verdict needs; and the sizes of the effects. After the first table: a line for each variant that says what its weights do to wrong labels. Below them:
/// seeds without a pair, failed runs, and runs that were trained with a smaller batch. `ownLabels`: StudySnapshot::ownLabels().
std::string variantTable(const std::vector<VariantResult>& variants, bool ownLabels);

/// The same as JSON: {"variants": [...], "summaries": [...], "verdicts": [...]}.
nlohmann::json comparisonJson(const std::vector<VariantResult>& variants);

/// The verdicts alone, as a Markdown table, and what its columns are. Effect sizes and tests by ranks have a table of their own in
/// variantTable().
std::string verdictTable(const std::vector<JudgedRow>& rows);
std::string verdictNote();

/// A training that has ended, as a line: "searched, seed 2: test accuracy 81.3 %", or why it failed.
std::string runLine(const VariantResult& variant, const VariantRun& run);
std::string runLine(const VariantResult& variant, const FailedRun& failure);

std::string shareText(const MeanInterval& interval); ///< "81.3 ± 0.9 %"; only the mean where there is a single seed
std::string aurocText(const MeanInterval& interval); ///< "0.912 ± 0.020"; the same
/// A difference with its sign: "+1.20 ± 0.50" in percentage points where it is of a share, else "+0.391 ± 0.020"; only the mean where there
/// is a single pair, "–" where there is none.
std::string differenceText(const MeanInterval& interval, bool share);
std::string chanceText(double p); ///< a p value: "0.0312", "< 0.0001"; "–" for NaN

/// An architecture as a short text: input, widths of the hidden layers, activation; "standardised stage3+label 64-16 relu".
std::string architectureText(const MetaNetSpec& spec);

/// What weighs the samples: the architecture of MW-Net alone, "cmw-net, stage3+label 64-16 relu", the name of a weighting without a
/// network, or "none".
std::string weightingText(const WeightSource& source);

} // namespace reweigh
