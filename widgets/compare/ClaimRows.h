// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "widgets/compare/ArmRuns.h"
#include "widgets/panel/FigureTable.h"
#include "widgets/theme/Theme.h"

#include <QString>

#include <vector>

namespace reweigh {

/// A claim, what was seen of it, and what follows.
struct ClaimRow {
    QString statement;  ///< "searched beats fixed 1-100-1"
    QString seen;       ///< "+1.36 [0.71, 2.01] points over 6 seeds"
    Judgement claim;

    Role role() const;
    QString verdict() const; ///< "✓ supported": mark and word
    QString chance() const;  ///< "p 0.004"; after Holm
    QString need() const;    ///< "5 more seeds (8 in all) for 80 % power"; empty once decided
    QString details() const; ///< for a tool tip
};

/// The project's claims, judged together on test accuracy (means of the last epochs, paired over seeds); whether weights
/// separate wrong from rare labels on the tail's AUROC.
std::vector<ClaimRow> claimRows(const ArmRuns& arms);

FigureTable claimTable(const std::vector<ClaimRow>& rows);

/// What the exact signed-rank test cannot do with as few seeds as these; empty where it can.
QString signedRankNote(const std::vector<ClaimRow>& rows);

} // namespace reweigh
