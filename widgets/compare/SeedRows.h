// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/CompareText.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/panel/FigureTable.h"

#include <QString>

#include <optional>
#include <set>

namespace reweigh {

/// One row of a table: a variant or trial with its values over seeds.
struct SeedRow {
    QString name;
    QString network;            ///< for files: "stage2+label → 64-16", or a weighting without a network; empty if there is none
    std::vector<double> values; ///< one value per seed
    MeanInterval interval;
    std::optional<MeanInterval>
        minusFirst; ///< paired difference from the first row; none for that row, or without a seed that can be compared
    std::optional<VariantSummary> summary; ///< of a variant; none of a trial
    QString beside;                        ///< the summary as text, besideText(); empty for a trial
};

/// A table of rows whose values share one axis.
struct SeedRows {
    std::vector<SeedRow> rows;
    QString axis;  ///< the metric's name
    QString first; ///< what SeedRow::minusFirst is the difference from, without its network

    bool hasDifferences() const;
    FigureTable table() const;
};

/// One row per variant that has values of `metric`, with the variant's network and its summary, which is the same for every metric.
SeedRows variantRows(const ComparedVariants& compared, const ComparedMetric& metric);

/// One row per given trial that has a value, at most `mostTrialRows`. The value is the search's objective, measured with one seed.
SeedRows trialRows(const StudySnapshot& study, const std::set<std::int64_t>& trials);
inline constexpr int mostTrialRows = 40;

} // namespace reweigh
