// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/experiment/VariantResult.h"

#include <span>

namespace reweigh {

/// What variants can be compared by; titles are marked for translation in the context "Variants".
struct ComparedMetric {
    const char* key;   ///< of VariantRun::metrics
    const char* title; ///< "test accuracy"
    bool share = true; ///< a share in [0, 1], shown in percent and points; false: as it is
};

/// The one list; the first is what differences are judged by.
std::span<const ComparedMetric> comparedMetrics();

/// One row of the table of verdicts: a paired difference of two variants, or of one from what chance gives.
struct JudgedRow {
    const VariantResult* first = nullptr;
    const VariantResult* second = nullptr; ///< null: `chance` is what the first is held against
    std::string metric;
    double chance = 0.0;
    int unpaired = 0; ///< seeds that only one of them has
    Judgement judgement;

    /// "searched - fixed", or "searched, AUROC among the few - 0.5".
    std::string text() const;
};

/// The table that command line, report and window show, judged together (one Holm adjustment): the first variant against each
/// other; the searched input alone, and the searched layers alone, against the fixed network; whether the first one's weights
/// tell wrong labels from rare classes (AUROC of 1 - weight among the classes with fewest images, against 0.5). Results that
/// were overtaken by a better trial are not judged. Rows without a pair are left out. `results` must outlive the rows.
std::vector<JudgedRow> judgeVariants(const std::vector<VariantResult>& results);

nlohmann::json toJson(const std::vector<JudgedRow>& rows);

} // namespace reweigh
