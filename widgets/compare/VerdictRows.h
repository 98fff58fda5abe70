// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ComparisonTable.h"
#include "widgets/panel/FigureTable.h"
#include "widgets/theme/Theme.h"

#include <QString>

#include <vector>

namespace reweigh {

/// A judged difference in the reader's words: what is compared, what was seen of it, and what follows.
struct VerdictRow {
    QString statement;   ///< "searched − fixed 1-100-1, loss"
    QString seen;        ///< "+1.36 [0.71, 2.01] points over 6 seeds"
    QString first, second, metric; ///< names as the command line writes them; second empty where chance is it
    int unpaired = 0;
    Judgement judgement;

    Role role() const;
    QString verdict() const; ///< "✓ better": mark and word
    QString chance() const;  ///< "p 0.004"; after Holm
    QString need() const;    ///< "5 more seeds, 8 in all, for 80 % power"; empty once decided
    QString effect() const;  ///< "g 1.31 [0.40, 2.18]"; empty below three pairs
    QString details() const; ///< for a tool tip
};

/// The rows of judgeVariants(), which command line and report print too.
std::vector<VerdictRow> verdictRows(const std::vector<VariantResult>& results);

FigureTable verdictTable(const std::vector<VerdictRow>& rows);

/// What the exact signed-rank test cannot do with as few seeds as these; empty where it can.
QString signedRankNote(const std::vector<VerdictRow>& rows);

} // namespace reweigh
