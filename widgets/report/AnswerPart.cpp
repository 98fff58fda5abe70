// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/ReportParts.h"
#include "widgets/report/ReportText.h"
#include "widgets/text/DataText.h"
#include "widgets/text/FigureText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct AnswerPartWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

/// A bound with its unit: "1.0 percentage points", "50.0 %", "0.500".
QString boundText(const Hypothesis& hypothesis, bool asDifference)
{
    const bool share = isShare(hypothesis.metric);
    const double bound = share ? 100.0 * hypothesis.bound : hypothesis.bound; // somebody's claim, which rounding to 0 would change
    const QString text = shownFigure(std::abs(bound), share ? 1 : 3), number = bound < 0 ? QChar(0x2212) + text : text;
    const QString unit = unitText(hypothesis.metric, asDifference);
    return unit.isEmpty() ? number : number + QChar(0x00A0) + unit;
}

/// What the hypothesis claims, as a formula in words: "searched − fixed > 0.0 percentage points, test accuracy".
QString claimText(const Hypothesis& hypothesis)
{
    const QString first = printable(hypothesis.first), second = printable(hypothesis.second), metric = metricText(hypothesis.metric);
    switch (hypothesis.kind) {
    case ClaimKind::Better:
        return AnswerPartWords::tr("%1 better than %2 by more than %3, %4").arg(first, second, boundText(hypothesis, true), metric);
    case ClaimKind::Equal: return AnswerPartWords::tr("%1 within %3 of %2, %4").arg(first, second, boundText(hypothesis, true), metric);
    case ClaimKind::Above: return AnswerPartWords::tr("%1 above %2, %3").arg(first, boundText(hypothesis, false), metric);
    case ClaimKind::Below: return AnswerPartWords::tr("%1 below %2, %3").arg(first, boundText(hypothesis, false), metric);
    }
    return {};
}

/// "+1.4 ± 0.6": the difference, or the level itself.
QString estimateText(const HypothesisRow& row)
{
    const bool share = isShare(row.hypothesis->metric);
    if (isDifference(*row.hypothesis))
        return differenceText(row.estimate, share);
    MeanInterval level = row.estimate;
    level.mean += row.hypothesis->bound;
    return intervalText(level, share);
}

/// "no value in 2 of 4 cells", as where no label is wrong and the metric is about wrong labels, or that variants cannot be compared; empty
/// where every cell has a value.
QString withoutValueText(const HypothesisRow& row)
{
    QStringList parts;
    if (row.withoutValue > 0)
        parts << AnswerPartWords::tr("no value in %1 of %n cell(s)", nullptr, int(row.cells.size())).arg(row.withoutValue);
    if (row.otherClasses > 0)
        parts << AnswerPartWords::tr("not the same classes of this size in %1 of %n cell(s)", nullptr, int(row.cells.size()))
                     .arg(row.otherClasses);
    return parts.join(QStringLiteral(", "));
}

/// "Searching helps: supported. searched better than fixed by more than 0.0 percentage points, test accuracy: +1.4 ± 0.6 ..."
QString sentenceOf(const HypothesisRow& row)
{
    const Hypothesis& hypothesis = *row.hypothesis;
    QString statement = printable(hypothesis.statement.empty() ? hypothesis.name : hypothesis.statement);
    if (statement.endsWith(QLatin1Char('.')))
        statement.chop(1);
    const QString unit = unitText(hypothesis.metric, isDifference(hypothesis));
    const QString estimate = unit.isEmpty() ? estimateText(row) : estimateText(row) + QChar(0x00A0) + unit;
    QString seen;
    if (row.estimate.n == 0)
        seen = !withoutValueText(row).isEmpty() ? withoutValueText(row) : AnswerPartWords::tr("no seed has all the runs that it needs");
    else if (row.estimate.n == 1)
        seen = AnswerPartWords::tr("%1, one seed: no interval", "estimate").arg(estimate);
    else
        seen = AnswerPartWords::tr("%1, %n seed(s), p %2 after Holm", "estimate, p value", row.estimate.n)
                   .arg(estimate, chanceText(row.adjustedP));
    QString sentence = QStringLiteral("%1 — %2. %3: %4.").arg(statement, variantWords(nameOf(row.status)), claimText(hypothesis), seen);
    if (row.had < row.needed)
        sentence += QLatin1Char(' ') + AnswerPartWords::tr("%1 of %n run(s) are made.", nullptr, row.needed).arg(row.had);
    return sentence;
}

int countOf(const std::vector<HypothesisRow>& rows, ClaimStatus status)
{
    return int(std::ranges::count(rows, status, &HypothesisRow::status));
}

QString cellsOf(const HypothesisRow& row, const PlanState& state)
{
    if (row.cells.size() == state.cells.size())
        return AnswerPartWords::tr("all", "cells");
    QStringList names;
    for (const CellState* cell : row.cells)
        names << cellText(*cell);
    return names.size() <= 3 ? names.join(QStringLiteral("; ")) : AnswerPartWords::tr("%1 of %2").arg(names.size()).arg(state.cells.size());
}

ReportTable hypothesisTable(const PlanState& state, const std::vector<HypothesisRow>& rows)
{
    ReportTable table{
        .title = AnswerPartWords::tr("Hypotheses"),
        .columns = QStringLiteral("lllrrrrrs"),
        .header = {AnswerPartWords::tr("name"), AnswerPartWords::tr("claim"), AnswerPartWords::tr("cells"), AnswerPartWords::tr("runs"),
                   AnswerPartWords::tr("estimate ± 95 %"), AnswerPartWords::tr("seeds"), QStringLiteral("p"),
                   AnswerPartWords::tr("p, Holm"), AnswerPartWords::tr("status")},
        .note = AnswerPartWords::tr("Each seed is averaged over the cells first, without those that only some of the cells have; seeds are "
                                    "tested by Student's t, two-sided, against the "
                                    "margin or the limit, “within” by two one-sided tests. A status needs p after Holm over this table "
                                    "below 0.05. The p of “within” is twice the larger of the two one-sided ones, since it may be refuted "
                                    "too. Estimates are in the direction of the claim: of losses and calibration errors, of which less is "
                                    "better, they say by how much the first variant is lower. Runs: made of those planned. Differences of "
                                    "shares are in percentage points.")};
    for (const HypothesisRow& row : rows) {
        QString runs = QStringLiteral("%1/%2").arg(row.had).arg(row.needed);
        if (row.failed > 0)
            runs += QStringLiteral(", ") + AnswerPartWords::tr("%n failed", nullptr, row.failed);
        if (!withoutValueText(row).isEmpty())
            runs += QStringLiteral(", ") + withoutValueText(row);
        table.rows.push_back({printable(row.hypothesis->name), claimText(*row.hypothesis), cellsOf(row, state), runs, estimateText(row),
                              QString::number(row.estimate.n), chanceText(row.p), chanceText(row.adjustedP), statusText(row.status)});
    }
    return table;
}

/// The estimates of each hypothesis in each of its cells; nothing where all are about one cell.
void addByCell(Blocks& blocks, const std::vector<HypothesisRow>& rows)
{
    ReportTable table{.title = AnswerPartWords::tr("The same in each cell alone, for the eye: no claim of its own"),
                      .columns = QStringLiteral("llrr"),
                      .header = {AnswerPartWords::tr("name"), AnswerPartWords::tr("cell"), AnswerPartWords::tr("estimate ± 95 %"),
                                 AnswerPartWords::tr("seeds")}};
    for (const HypothesisRow& row : rows)
        for (std::size_t i = 0; row.cells.size() > 1 && i < row.cells.size() && i < row.byCell.size(); ++i) {
            HypothesisRow alone = row;
            alone.estimate = row.byCell[i];
            table.rows.push_back(
                {printable(row.hypothesis->name), cellText(*row.cells[i]), estimateText(alone), QString::number(alone.estimate.n)});
        }
    if (!table.rows.empty())
        blocks.push_back(std::move(table));
}

/// That there are few test images: of the cell with fewest, where others have more.
QString fewTestsText(const PlanState& state)
{
    HeldOutLabels least;
    for (const CellState& cell : state.cells)
        if (cell.heldOut.testImages > 0 && (least.testImages == 0 || cell.heldOut.testImages < least.testImages))
            least = cell.heldOut;
    QString text = fewTestText(least);
    if (!text.isEmpty())
        text = text.at(0).toUpper() + text.sliced(1) + QLatin1Char('.');
    return text;
}

} // namespace

void addAnswer(Blocks& blocks, const PlanState& state, const std::vector<HypothesisRow>& rows)
{
    blocks.push_back(ReportHeading{AnswerPartWords::tr("Answer"), 1});
    if (const QString few = fewTestsText(state); !few.isEmpty())
        blocks.push_back(ReportParagraph{few});
    if (rows.empty()) {
        blocks.push_back(ReportParagraph{AnswerPartWords::tr("The plan states no hypothesis; what follows is what its runs show.")});
        return;
    }
    QString sum = AnswerPartWords::tr("Of %n hypothesis(es), written down before the runs:", nullptr, int(rows.size())) + QLatin1Char(' ')
                  + AnswerPartWords::tr("%1 supported, %2 refuted, %3 undecided.")
                        .arg(countOf(rows, ClaimStatus::Supported))
                        .arg(countOf(rows, ClaimStatus::Refuted))
                        .arg(countOf(rows, ClaimStatus::CannotTell));
    if (!state.isDone())
        sum += QLatin1Char(' ') + AnswerPartWords::tr("The plan has not ended; the answer may change.");
    blocks.push_back(ReportParagraph{sum});
    ReportList list;
    for (const HypothesisRow& row : rows)
        list.items << sentenceOf(row);
    blocks.push_back(std::move(list));
    blocks.push_back(hypothesisTable(state, rows));
    addByCell(blocks, rows);
}

} // namespace reweigh
