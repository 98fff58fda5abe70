// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/CompareText.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/panel/FigureTable.h"

#include <QString>

#include <optional>
#include <set>

namespace reweigh {

/// A name and its values over seeds.
struct SeedRow {
    QString name;
    QString network;             ///< "stage2+label → 64-16"; empty without one
    std::vector<double> values; ///< one a seed
    MeanInterval interval;
    std::optional<MeanInterval> minusFirst; ///< paired; none for the first row, or without a common seed
};

/// A table of rows that one axis serves.
struct SeedRows {
    std::vector<SeedRow> rows;
    QString axis; ///< the metric's name

    FigureTable table() const;
};

/// The variants that have this metric; each with the network it was of.
SeedRows variantRows(const ComparedVariants& compared, const ComparedMetric& metric);

/// Trials side by side, by what the search saw of them: its objective, one seed each. At most `mostTrialRows`.
SeedRows trialRows(const StudySnapshot& study, const std::set<std::int64_t>& trials);
inline constexpr int mostTrialRows = 40;

} // namespace reweigh
