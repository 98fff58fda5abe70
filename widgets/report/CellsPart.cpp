// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/DataSets.h"
#include "core/plan/CellValues.h"
#include "core/plan/TransferMatrix.h"
#include "widgets/report/ReportParts.h"
#include "widgets/report/ReportText.h"
#include "widgets/text/FigureText.h"
#include "widgets/text/WeightText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct CellsPartWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

/// A column of a cell's table: a metric, and which of its three figures.
struct FigureColumn {
    QString title;
    const char* metric;
    MeanInterval CellFigure::*figure = &CellFigure::lastEpochs;
};

const CellFigure* figureOf(const PlanRow& row, const char* metric)
{
    const auto found = row.figures.find(metric);
    return found == row.figures.end() ? nullptr : &found->second;
}

/// Over how many epochs the means of the last epochs are; 0 if there is no run.
int lastEpochs(const CellTable& table)
{
    for (const PlanRow& row : table.rows)
        for (const VariantRun& run : resultOf(*table.cell, *row.variant).runs)
            if (const auto metric = run.metrics.find("test.accuracy"); metric != run.metrics.end())
                return metric->second.meanEpochs;
    return 0;
}

/// A table with a row for each variant; columns that no variant has are left out. Empty rows if none is left.
ReportTable figureTable(const CellTable& table, const QString& title, const std::vector<FigureColumn>& columns, bool withRuns)
{
    ReportTable made{.title = title, .columns = QStringLiteral("l"), .header = {CellsPartWords::tr("variant")}};
    if (withRuns) {
        made.columns += QLatin1Char('r');
        made.header << CellsPartWords::tr("runs");
    }
    std::vector<const FigureColumn*> shown;
    for (const FigureColumn& column : columns)
        if (std::ranges::any_of(table.rows, [&](const PlanRow& row) {
                const CellFigure* figure = figureOf(row, column.metric);
                return figure && (figure->*column.figure).n > 0;
            })) {
            shown.push_back(&column);
            made.columns += QLatin1Char('r');
            made.header << column.title;
        }
    if (shown.empty() && !withRuns)
        return made;
    for (const PlanRow& row : table.rows) {
        QStringList texts = {variantText(*row.variant)};
        if (withRuns) {
            const QString runs = QString::number(resultOf(*table.cell, *row.variant).runs.size());
            texts << (row.failed > 0 ? runs + QStringLiteral(", ") + CellsPartWords::tr("%n failed", nullptr, row.failed) : runs);
        }
        for (const FigureColumn* column : shown) {
            const CellFigure* figure = figureOf(row, column->metric);
            texts << (figure ? intervalText(figure->*column->figure, isShare(column->metric)) : QStringLiteral("–"));
        }
        made.rows.push_back(std::move(texts));
    }
    return made;
}

void addFigureTables(Blocks& blocks, const CellTable& table)
{
    const int k = lastEpochs(table);
    ReportTable accuracy =
        figureTable(table, CellsPartWords::tr("Test accuracy, %"),
                    {{k > 0 ? CellsPartWords::tr("last %n epoch(s)", nullptr, k) : CellsPartWords::tr("last epochs"), "test.accuracy"},
                     {CellsPartWords::tr("last epoch"), "test.accuracy", &CellFigure::last},
                     {CellsPartWords::tr("best epoch*"), "test.accuracy", &CellFigure::best},
                     {CellsPartWords::tr("balanced"), "test.balanced_accuracy"}},
                    true);
    accuracy.note =
        CellsPartWords::tr("Mean over seeds ± Student-t 95 % half-width; one seed has no interval. * The best epoch is chosen by this very "
                           "figure and is too good by its nature; no verdict uses it.");
    blocks.push_back(std::move(accuracy));
    ReportTable sizes = figureTable(table, CellsPartWords::tr("By class size, and calibration on test images"),
                                    {{CellsPartWords::tr("many, %"), "test.many"},
                                     {CellsPartWords::tr("medium, %"), "test.medium"},
                                     {CellsPartWords::tr("few, %"), "test.few"},
                                     {CellsPartWords::tr("ECE, %"), "test.calibration_error"},
                                     {CellsPartWords::tr("NLL"), "test.loss"}},
                                    false);
    sizes.note = CellsPartWords::tr(
        "Many, medium, few: recall in the thirds of the classes with the most, the middle and the fewest training images. "
        "ECE: expected calibration error; NLL: negative log-likelihood, in nats. All over the last epochs.");
    if (!sizes.rows.empty())
        blocks.push_back(std::move(sizes));
}

/// What the weights of a training do, in words: to wrong labels, then about rare classes too, where that says more.
QString weightsText(const PlanRow& row, bool ownLabels)
{
    const QString name = printable(row.variant->name);
    const QString wrong = weightVerdictText(row.summary.weights, weightSource(resultOf(*row.cell, *row.variant), ownLabels));
    switch (row.summary.mechanism.effect) {
    case MechanismEffect::NoWeights:
    case MechanismEffect::Flat:
    case MechanismEffect::Unknown: break;
    case MechanismEffect::SeparatesBoth:
    case MechanismEffect::FollowsLoss:
    case MechanismEffect::FollowsClassSize:
    case MechanismEffect::Mixed:
        return CellsPartWords::tr("%1: %2; %3", "a variant, what its weights do to wrong labels, and about rare classes too")
            .arg(name, wrong, mechanismText(row.summary.mechanism, ownLabels));
    }
    return CellsPartWords::tr("%1: %2", "a variant, what its weights do").arg(name, wrong);
}

/// A column of the tables of weights: a metric of runMetrics(), shown in percent if `share`.
struct WeightColumn {
    QString title;
    const char* metric;
    bool share = false;
};

/// A row for each training with weights of which a column is known; no rows if there is none.
ReportTable weightTable(const CellTable& table, const QString& title, const std::vector<WeightColumn>& columns)
{
    ReportTable made{
        .title = title, .columns = QLatin1Char('l') + QString(qsizetype(columns.size()), 'r'), .header = {CellsPartWords::tr("variant")}};
    for (const WeightColumn& column : columns)
        made.header << column.title;
    for (const PlanRow& row : table.rows) {
        QStringList texts = {printable(row.variant->name)};
        bool isKnown = false;
        for (const WeightColumn& column : columns) {
            const MeanInterval mean = meanInterval(valuesOf(resultOf(*table.cell, *row.variant), column.metric));
            isKnown |= mean.n > 0;
            texts << intervalText(mean, column.share);
        }
        if (row.variant->sameAs.empty() && isKnown)
            made.rows.push_back(std::move(texts));
    }
    return made;
}

/// On what the words about weights stand: what decides the weights, and what samples of each class size weigh.
void addWeightTables(Blocks& blocks, const CellTable& table, bool ownLabels)
{
    const auto title = [&](const QString& known, const QString& changed) { return ownLabels ? changed : known; };
    ReportTable shares =
        weightTable(table, CellsPartWords::tr("What decides the weights"),
                    {{title(CellsPartWords::tr("wrongness, %"), CellsPartWords::tr("change, %")), "weights.share_wrongness", true},
                     {CellsPartWords::tr("class size, %"), "weights.share_size", true},
                     {CellsPartWords::tr("both together, %"), "weights.share_interaction", true}});
    shares.note = title(
        CellsPartWords::tr(
            "Shares of the variance of the weights' logits (of the logarithms of weights beyond 1) by whether a label is wrong, "
            "by the size of its class, and by their interaction. Over the last epochs."),
        CellsPartWords::tr("Shares of the variance of the weights' logits (of the logarithms of weights beyond 1) by whether a label was "
                           "changed, by the size of its class, and by their interaction. Over the last epochs."));
    if (!shares.rows.empty())
        blocks.push_back(std::move(shares));
    const QString score =
        title(CellsPartWords::tr("1 − weight as a score for wrong labels"), CellsPartWords::tr("1 − weight as a score for changed labels"));
    ReportTable auroc = weightTable(table, score,
                                    {{CellsPartWords::tr("AUROC"), "detection.auroc"},
                                     {CellsPartWords::tr("AUROC, many"), "detection.auroc_many"},
                                     {CellsPartWords::tr("AUROC, medium"), "detection.auroc_medium"},
                                     {CellsPartWords::tr("AUROC, few"), "detection.auroc_few"}});
    ReportTable precision = weightTable(table, CellsPartWords::tr("Average precision of that score"),
                                        {{CellsPartWords::tr("all"), "detection.average_precision"},
                                         {CellsPartWords::tr("many"), "detection.average_precision_many"},
                                         {CellsPartWords::tr("medium"), "detection.average_precision_medium"},
                                         {CellsPartWords::tr("few"), "detection.average_precision_few"}});
    precision.note =
        title(CellsPartWords::tr("A score that knows nothing has an AUROC of 0.5, and as its average precision the share of wrong "
                                 "labels. Many, medium, few: within classes of one size. Over the last epochs."),
              CellsPartWords::tr("A score that knows nothing has an AUROC of 0.5, and as its average precision the share of "
                                 "changed labels. Many, medium, few: within classes of one size. Over the last epochs."));
    for (ReportTable* made : {&auroc, &precision})
        if (!made->rows.empty())
            blocks.push_back(std::move(*made));
    ReportTable means =
        weightTable(table, CellsPartWords::tr("Mean weights"),
                    {{title(CellsPartWords::tr("right, many"), CellsPartWords::tr("other, many")), "weights.right_many"},
                     {title(CellsPartWords::tr("right, medium"), CellsPartWords::tr("other, medium")), "weights.right_medium"},
                     {title(CellsPartWords::tr("right, few"), CellsPartWords::tr("other, few")), "weights.right_few"},
                     {title(CellsPartWords::tr("wrong, many"), CellsPartWords::tr("changed, many")), "weights.wrong_many"},
                     {title(CellsPartWords::tr("wrong, medium"), CellsPartWords::tr("changed, medium")), "weights.wrong_medium"},
                     {title(CellsPartWords::tr("wrong, few"), CellsPartWords::tr("changed, few")), "weights.wrong_few"}});
    if (!means.rows.empty())
        blocks.push_back(std::move(means));
}

/// What the weights of each variant do, in words and figures.
void addWeights(Blocks& blocks, const CellTable& table)
{
    const bool ownLabels = hasOwnLabels(table.cell->cell->config.data.dataset);
    ReportList list;
    for (const PlanRow& row : table.rows)
        if (row.variant->sameAs.empty() && row.summary.weights.effect != WeightEffect::NoWeights)
            list.items << weightsText(row, ownLabels);
    if (list.items.isEmpty())
        return;
    blocks.push_back(ReportHeading{CellsPartWords::tr("What the weights do"), 3});
    blocks.push_back(std::move(list));
    addWeightTables(blocks, table, ownLabels);
}

QString effectText(const EffectSize& effect)
{
    if (!std::isfinite(effect.g))
        return QStringLiteral("–");
    return withInterval(decimalText(effect.g, 2), decimalText(effect.low, 2), decimalText(effect.high, 2))
        .replace(QLatin1Char(' '), QChar(0x00A0));
}

QString neededText(const Judgement& judgement)
{
    if (judgement.verdict != JudgedAs::CannotTell)
        return {};
    if (judgement.pairsMissing > 0)
        return QLocale().toString(judgement.pairsMissing);
    return judgement.test.interval.n < 2 ? CellsPartWords::tr("at least 2 pairs")
                                         : CellsPartWords::tr("unknown", "how many more seeds it takes");
}

void addVerdicts(Blocks& blocks, const CellTable& table)
{
    if (table.verdicts.empty())
        return;
    ReportTable made{
        .title = CellsPartWords::tr("Differences and their verdicts"),
        .columns = QStringLiteral("lrrrrrrsr"),
        .header = {CellsPartWords::tr("difference"), CellsPartWords::tr("pairs"), CellsPartWords::tr("mean ± 95 %"),
                   CellsPartWords::tr("Hedges' g, 95 %"), QStringLiteral("p"), CellsPartWords::tr("p, Holm"),
                   CellsPartWords::tr("signed rank"), CellsPartWords::tr("verdict"), CellsPartWords::tr("seeds missing")},
        .note = CellsPartWords::tr("Test accuracy, in percentage points, paired by seed; AUROC as it is. p: Student's t; verdict: p after "
                                   "Holm over this table below 0.05; signed rank: Wilcoxon's, exact. Seeds missing: further ones for 80 % "
                                   "power at the level that Holm leaves the row, if the difference is as large as seen.")};
    for (const JudgedRow& row : table.verdicts) {
        const Judgement& judged = row.judgement;
        QString what = row.second ? CellsPartWords::tr("%1 − %2", "the difference of two variants")
                                        .arg(printable(row.first->name()), printable(row.second->name()))
                                  : CellsPartWords::tr("%1: %2 − %3", "a variant, a metric, the chance level")
                                        .arg(printable(row.first->name()), metricText(row.metric), decimalText(row.chance, 1));
        if (row.unpaired > 0)
            what += QStringLiteral(" (") + CellsPartWords::tr("%n seed(s) without a pair", nullptr, row.unpaired) + QLatin1Char(')');
        made.rows.push_back({what, QString::number(judged.test.interval.n), differenceText(judged.test.interval, isShare(row.metric)),
                             effectText(judged.effect), chanceText(judged.test.p), chanceText(judged.adjustedP),
                             chanceText(judged.test.signedRankP), verdictText(judged.verdict), neededText(judged)});
    }
    blocks.push_back(std::move(made));
}

} // namespace

void addCells(Blocks& blocks, const PlanState& state, const std::vector<CellTable>& tables)
{
    blocks.push_back(ReportHeading{CellsPartWords::tr("Cells"), 1});
    for (const CellTable& table : tables) {
        if (state.cells.size() > 1 || !table.cell->cell->settings.empty())
            blocks.push_back(ReportHeading{cellText(*table.cell), 2});
        const bool hasRuns = std::ranges::any_of(
            table.rows, [&](const PlanRow& row) { return !resultOf(*table.cell, *row.variant).runs.empty() || row.failed > 0; });
        if (!hasRuns) {
            blocks.push_back(ReportParagraph{CellsPartWords::tr("No run of this cell has ended.")});
            continue;
        }
        addFigureTables(blocks, table);
        addWeights(blocks, table);
        addVerdicts(blocks, table);
    }
}

void addChosen(Blocks& blocks, const std::vector<CellTable>& tables)
{
    ReportTable made{.title = CellsPartWords::tr("What searched variants were chosen by, and what they are worth, accuracy in %"),
                     .columns = QStringLiteral("llrrrrr"),
                     .header = {CellsPartWords::tr("cell"), CellsPartWords::tr("variant"), CellsPartWords::tr("trials"),
                                CellsPartWords::tr("validation that chose it"), CellsPartWords::tr("validation, fresh seeds"),
                                CellsPartWords::tr("seeds"), CellsPartWords::tr("test, fresh seeds")},
                     .note = CellsPartWords::tr(
                         "The best of many trials looks too good (the winner's curse): only the figures with fresh seeds say what "
                         "it is worth.")};
    for (const CellTable& table : tables)
        for (const ChosenBy& chosen : table.chosen)
            made.rows.push_back({cellText(*table.cell), printable(chosen.variant), QLocale().toString(chosen.trials),
                                 percentText(chosen.chosen), intervalText(chosen.fresh, true), QString::number(chosen.fresh.n),
                                 intervalText(chosen.test, true)});
    if (!made.rows.empty())
        blocks.push_back(std::move(made));
}

void addTransfers(Blocks& blocks, const PlanState& state)
{
    if (!state.plan->transfers)
        return;
    const TransferMatrix matrix = transferMatrix(state);
    ReportTable made{
        .title = CellsPartWords::tr("Networks found in one cell and trained in another"),
        .columns = QStringLiteral("llrrs"),
        .header = {CellsPartWords::tr("found in"), CellsPartWords::tr("trained in"), CellsPartWords::tr("difference ± 95 %"),
                   CellsPartWords::tr("pairs"), CellsPartWords::tr("verdict")},
        .note = CellsPartWords::tr("Test accuracy of the foreign network minus that of the cell's own, in percentage points, paired by "
                                   "seed; verdicts after Holm over the matrix.")};
    for (std::size_t i = 0; i < matrix.cells.size(); ++i)
        for (std::size_t j = 0; j < matrix.cells.size(); ++j)
            if (const MeanInterval& difference = matrix.difference[i][j]; i != j && difference.n > 0) {
                const bool same = matrix.same[i][j];
                made.rows.push_back(
                    {cellText(*matrix.cells[i]), cellText(*matrix.cells[j]),
                     same ? CellsPartWords::tr("the same", "two variants that are one training") : differenceText(difference, true),
                     QString::number(difference.n), same ? QStringLiteral("–") : verdictText(matrix.verdict[i][j])});
            }
    if (made.rows.empty())
        blocks.push_back(
            ReportParagraph{CellsPartWords::tr("Networks found in one cell are to be trained in others; none of these runs has ended.")});
    else
        blocks.push_back(std::move(made));
}

} // namespace reweigh
