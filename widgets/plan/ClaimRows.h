// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/plan/PlanSnapshot.h"
#include "widgets/panel/FigureTable.h"

#include <QString>

#include <string>
#include <vector>

namespace reweigh {

/// A hypothesis as it is drawn: words, and an interval on the scale of its estimate, first - second or first - limit.
struct ClaimRow {
    QString name;      ///< "H1"
    QString claim;     ///< "searched − ce > 1.00 points, test accuracy"
    QString statement; ///< the user's sentence; may be empty
    QString seen;      ///< "+1.36 ± 0.65 points, 6 seeds · p 0.004 after Holm · 60 of 60 runs"
    QString status;    ///< "✓ supported", "? cannot tell, provisional"
    QString tip;
    ClaimStatus verdict = ClaimStatus::CannotTell;
    bool provisional = false; ///< runs are missing
    bool hasMean = false, hasInterval = false;
    double mean = 0.0, halfWidth = 0.0;
    double low = 0.0, high = 0.0; ///< the estimates that the claim allows; infinite where they have no end
    std::string unit;             ///< rows of one unit share a scale: "points", or the metric

    /// The largest magnitude among what is drawn.
    double reach() const;
};

std::vector<ClaimRow> claimRows(const PlanSnapshot& plan);

/// The hypotheses with untranslated column names, for CSV files.
FigureTable claimTable(const PlanSnapshot& plan);

} // namespace reweigh
