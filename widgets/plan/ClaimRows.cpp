// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/ClaimRows.h"

#include "widgets/plan/PlanText.h"
#include "widgets/text/FigureText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

struct ClaimWords {
    Q_DECLARE_TR_FUNCTIONS(Claims)
};

constexpr double endless = std::numeric_limits<double>::infinity();

/// Sets the estimates that the claim allows.
void allow(ClaimRow& row, const Hypothesis& claim)
{
    row.low = -endless;
    row.high = endless;
    switch (claim.kind) {
    case ClaimKind::Better: row.low = claim.bound; break; // the estimate has the claim's direction
    case ClaimKind::Equal:
        row.low = -claim.bound;
        row.high = claim.bound;
        break;
    case ClaimKind::Above: row.low = 0.0; break; // the estimate is what is left above the limit
    case ClaimKind::Below: row.high = 0.0; break;
    }
}

QString estimateText(const HypothesisRow& row, bool share)
{
    if (row.estimate.n == 0 && row.otherClasses > 0)
        return ClaimWords::tr("not compared: the two do not have the same classes of this size");
    if (row.estimate.n == 0)
        return ClaimWords::tr("no seed has run everywhere yet");
    const QString gain = gainText(row.estimate, share);
    return share ? ClaimWords::tr("%1 points, %n seed(s)", "estimate and half-width", row.estimate.n).arg(gain)
                 : ClaimWords::tr("%1, %n seed(s)", "estimate and half-width", row.estimate.n).arg(gain);
}

QString tipText(const ClaimRow& shown, const HypothesisRow& row, const Plan& plan, bool share)
{
    constexpr std::size_t mostCells = 12;
    QStringList lines = {shown.claim};
    if (!shown.statement.isEmpty())
        lines << shown.statement;
    lines << shown.seen;
    if (std::isfinite(row.p))
        lines << ClaimWords::tr("Student t over seeds: %1, after Holm over the hypotheses %2").arg(pText(row.p), pText(row.adjustedP));
    if (row.failed > 0)
        lines << ClaimWords::tr("%n run(s) failed", nullptr, row.failed);
    if (row.otherClasses > 0)
        lines << ClaimWords::tr("In %n cell(s) the two do not have the same classes of this size with every seed; such seeds are left out.",
                                nullptr, row.otherClasses);
    if (shown.provisional)
        lines << ClaimWords::tr("Runs are missing: the level of 5 % holds for one look, at all of them.");
    for (std::size_t i = 0; i < std::min(mostCells, row.cells.size()); ++i)
        lines << ClaimWords::tr("%1: %2", "cell, estimate").arg(cellName(plan, *row.cells[i]->cell), gainText(row.byCell[i], share));
    if (row.cells.size() > mostCells)
        lines << ClaimWords::tr("and %n cell(s) more", nullptr, int(row.cells.size() - mostCells));
    return lines.join(QLatin1Char('\n'));
}

ClaimRow claimRow(const HypothesisRow& row, const Plan& plan)
{
    const Hypothesis& claim = *row.hypothesis;
    const bool share = isShare(claim.metric);
    ClaimRow shown{.name = QString::fromStdString(claim.name),
                   .claim = claimText(claim),
                   .statement = QString::fromStdString(claim.statement),
                   .status = claimStatusText(row.status),
                   .verdict = row.status,
                   .provisional = row.had<row.needed, .hasMean = row.estimate.n> 0,
                   .hasInterval = row.estimate.n > 1 && std::isfinite(row.estimate.halfWidth),
                   .mean = row.estimate.mean,
                   .halfWidth = row.estimate.halfWidth,
                   .unit = share ? "points" : claim.metric};
    allow(shown, claim);
    QStringList seen = {estimateText(row, share)};
    if (std::isfinite(row.adjustedP))
        seen << ClaimWords::tr("%1 after Holm", "p value").arg(pText(row.adjustedP));
    seen << ClaimWords::tr("%1 of %n run(s)", "runs that have ended", row.needed).arg(QLocale().toString(row.had));
    shown.seen = seen.join(QStringLiteral(" · "));
    if (shown.provisional)
        shown.status = ClaimWords::tr("%1, provisional", "status of a hypothesis").arg(shown.status);
    shown.tip = tipText(shown, row, plan, share);
    return shown;
}

} // namespace

double ClaimRow::reach() const
{
    double most = 0.0;
    for (const double end : {low, high})
        if (std::isfinite(end))
            most = std::max(most, std::abs(end));
    if (hasMean)
        most = std::max(most, std::abs(mean) + (hasInterval ? halfWidth : 0.0));
    return most;
}

std::vector<ClaimRow> claimRows(const PlanSnapshot& plan)
{
    std::vector<ClaimRow> rows;
    for (const HypothesisRow& row : plan.hypotheses)
        rows.push_back(claimRow(row, *plan.plan));
    return rows;
}

FigureTable claimTable(const PlanSnapshot& plan)
{
    FigureTable table;
    for (const char* column : {"name", "claim", "first", "second", "metric", "bound", "cells", "runs_had", "runs_needed", "runs_failed",
                               "estimate", "half_width_95", "seeds", "p", "p_holm", "status"})
        table.header << QString::fromLatin1(column);
    for (const HypothesisRow& row : plan.hypotheses) {
        const Hypothesis& claim = *row.hypothesis;
        table.rows.push_back({QString::fromStdString(claim.name), QString::fromLatin1(nameOf(claim.kind)),
                              QString::fromStdString(claim.first), QString::fromStdString(claim.second),
                              QString::fromStdString(claim.metric), claim.bound, int(row.cells.size()), row.had, row.needed, row.failed,
                              row.estimate.mean, row.estimate.halfWidth, row.estimate.n, row.p, row.adjustedP,
                              QString::fromLatin1(nameOf(row.status))});
    }
    return table;
}

} // namespace reweigh
