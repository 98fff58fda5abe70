// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/experiment/VariantResult.h"

#include <span>

namespace reweigh {

/// A metric that variants can be compared by; titles are marked for translation in the context "Variants".
struct ComparedMetric {
    const char* key;   ///< in VariantRun::metrics
    const char* title; ///< "test accuracy"
};

/// All metrics of the comparison table. The first one is the metric that verdicts are based on.
std::span<const ComparedMetric> comparedMetrics();

/// One row of the table of verdicts: the difference between two variants, paired by seed, or between one variant and the chance level.
struct JudgedRow {
    const VariantResult* first = nullptr;
    const VariantResult* second = nullptr; ///< null: `first` is compared with `chance`
    std::string metric;
    double chance = 0.0;
    int unpaired = 0;     ///< seeds that only one of the two has a value for
    int otherClasses = 0; ///< seeds that are not compared (comparableValues()); where all are, the row has no pair
    Judgement judgement;

    /// The row's title: "searched − fixed", or "searched: noise AUROC among the few − 0.5".
    std::string text() const;
};

/// Judges the differences between variants; command line, report and window show this table. All rows share one Holm adjustment. The
/// rows: the first variant against each other one; the fixed network that sees the label, and those of which only the input, or only the
/// layers are searched, against the fixed network; and whether the first variant's weights tell wrong labels from rare classes (AUROC of
/// 1 - weight among the classes with fewest images, against 0.5). Results that a better trial has replaced (`earlier`) are not judged.
/// Rows without a pair are left out, but for those whose seeds are all ones that are not compared (otherClasses); without any run the list
/// is empty. `results` must outlive the rows.
/// `metric`: the key of one of comparedMetrics() by which variants are compared; of all of them more is better. The adjustment knows
/// nothing of other metrics that were looked at.
std::vector<JudgedRow> judgeVariants(const std::vector<VariantResult>& results, const std::string& metric = comparedMetrics().front().key);

/// The same of results that do not lie in one list.
std::vector<JudgedRow> judgeResults(std::span<const VariantResult* const> results,
                                    const std::string& metric = comparedMetrics().front().key);

/// The rows as a JSON list, for reports. What is not finite is null.
nlohmann::json toJson(const std::vector<JudgedRow>& rows);

} // namespace reweigh
