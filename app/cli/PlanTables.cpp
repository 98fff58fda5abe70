// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PlanTables.h"

#include "app/cli/DataCommand.h"
#include "app/cli/TextTable.h"
#include "app/cli/VariantTable.h"
#include "core/base/NumberText.h"
#include "core/config/ConfigField.h"
#include "core/config/DataSets.h"
#include "core/experiment/RunFacts.h"
#include "core/plan/Hypotheses.h"
#include "core/plan/PhaseMap.h"
#include "core/plan/PlanTable.h"
#include "core/plan/TransferMatrix.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/WeightText.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <ranges>

namespace reweigh {
namespace {

std::string metricTitle(const std::string& metric)
{
    const ComparedMetric* known = findPlanMetric(metric);
    return known ? known->title : metric;
}

/// A difference, with a question mark where nothing is decided.
std::string judgedText(const MeanInterval& interval, bool share, JudgedAs verdict)
{
    return differenceText(interval, share) + (interval.n > 0 && verdict == JudgedAs::CannotTell ? " ?" : "");
}

const CellFigure* figureOf(const PlanRow& row, const char* metric)
{
    const auto found = row.figures.find(metric);
    return found == row.figures.end() ? nullptr : &found->second;
}

std::string seedsText(const PlanRow& row)
{
    std::string text = std::to_string(row.variant->result.runs.size());
    if (row.failed > 0)
        text += ", " + std::to_string(row.failed) + " failed";
    return row.variant->missing > 0 ? text + ", " + std::to_string(row.variant->missing) + " missing" : text;
}

std::string variantName(const PlanVariant& variant)
{
    return variant.sameAs.empty() ? variant.name : variant.name + " (the same as " + variant.sameAs + ")";
}

/// Over how many epochs the test figures of a cell are means.
int epochsCounted(const PlanCell& cell)
{
    return std::min(cell.config.search.objectiveEpochs, cell.config.training.epochs);
}

/// Where one epoch counts, it is the last one, and a mean over it is no other figure.
bool showsEpochs(const PlanCell& cell)
{
    return epochsCounted(cell) > 1;
}

std::string resultsTable(const CellTable& cell)
{
    const bool epochs = showsEpochs(*cell.cell->cell);
    std::vector<std::string> header = {"variant", "seeds", "test accuracy", "balanced", "few", "noise AUROC"};
    if (epochs)
        header.insert(header.begin() + 3, std::initializer_list<std::string>{"last epoch", "best epoch *"});
    TextTable table(header);
    for (const PlanRow& row : cell.rows) {
        std::vector<std::string> texts = {variantName(*row.variant),       seedsText(row),
                                          shareText(row.summary.accuracy), shareText(row.summary.balanced),
                                          shareText(row.summary.few),      aurocText(row.summary.auroc)};
        if (const CellFigure* accuracy = figureOf(row, "test.accuracy"); epochs)
            texts.insert(texts.begin() + 3, std::initializer_list<std::string>{accuracy ? shareText(accuracy->last) : "–",
                                                                               accuracy ? shareText(accuracy->best) : "–"});
        table.add(std::move(texts));
    }
    return table.text();
}

/// A line for each training with weights, where it is known which labels are wrong: "searched: follows class size only".
std::string mechanismLines(const CellTable& cell)
{
    const bool ownLabels = hasOwnLabels(cell.cell->cell->config.data.dataset);
    std::string text;
    for (const PlanRow& row : cell.rows)
        if (row.variant->sameAs.empty() && row.summary.auroc.n > 0)
            text += oneLine(row.variant->name) + ": " + mechanismText(row.summary.mechanism, ownLabels).toStdString() + "\n";
    return text.empty() ? text : "\nwhat the weights do\n" + text;
}

std::string chosenText(const ChosenBy& chosen)
{
    return chosen.variant + ": the best of " + counted(chosen.trials, "trial", "trials") + ", chosen by a validation accuracy of "
           + percent(chosen.chosen) + ";\n  with fresh seeds " + shareText(chosen.fresh) + " on validation, " + shareText(chosen.test)
           + " on test images\n";
}

/// What of a cell is not there, and why where it cannot come; empty where it is done.
std::string missingText(const CellState& cell)
{
    if (cell.failure)
        return "all of it: " + errorText(*cell.failure).toStdString();
    std::string text;
    if (cell.missingTrials > 0)
        text += counted(cell.missingTrials, "trial", "trials");
    if (const int runs = cell.missingRuns() - cell.impossibleRuns(); runs > 0)
        text += (text.empty() ? "" : ", ") + counted(runs, "training", "trainings");
    if (const int runs = cell.impossibleRuns(); runs > 0)
        text += (text.empty() ? "" : "; ") + counted(runs, "training", "trainings")
                + " that cannot be made, as no trial of the search succeeded";
    return text;
}

std::string cellText(const Plan& plan, const CellTable& cell)
{
    std::string text = "\n" + cellTitle(plan, *cell.cell->cell);
    if (!cell.cell->fingerprintCode.empty())
        text += ", fingerprint " + cell.cell->fingerprintCode;
    text += "\n\n" + resultsTable(cell) + figuresText(cell.cell->heldOut);
    for (const ChosenBy& chosen : cell.chosen)
        text += chosenText(chosen);
    text += mechanismLines(cell);
    if (!cell.verdicts.empty())
        text += "\n" + verdictTable(cell.verdicts);
    for (const PlanRow& row : cell.rows)
        if (row.variant->sameAs.empty())
            for (const FailedRun& failure : row.variant->result.failed)
                text += runLine(row.variant->result, failure) + "\n";
    const std::string missing = missingText(*cell.cell);
    return missing.empty() ? text : text + "missing: " + missing + "\n";
}

std::string claimText(const Hypothesis& claim)
{
    const bool share = isShare(claim.metric);
    const std::string metric = ", " + metricTitle(claim.metric);
    const std::string margin = share ? figure(100 * claim.bound, 2) + " points" : figure(claim.bound, 3);
    const std::string limit = share ? percent(claim.bound) : figure(claim.bound, 3);
    const bool turned = isTurned(claim);
    switch (claim.kind) {
    case ClaimKind::Better:
        return (turned ? claim.second : claim.first) + " − " + (turned ? claim.first : claim.second) + " > " + margin + metric;
    case ClaimKind::Equal: return claim.first + " − " + claim.second + " within ± " + margin + metric;
    case ClaimKind::Above: return claim.first + " > " + limit + metric;
    case ClaimKind::Below: return claim.first + " < " + limit + metric;
    }
    return {};
}

std::string hypothesesText(const std::vector<HypothesisRow>& rows)
{
    if (rows.empty())
        return {};
    TextTable table({"hypothesis", "claim", "cells", "runs", "estimate, 95 %", "seeds", "p, Holm", "status"}, 2);
    std::string statements;
    for (const HypothesisRow& row : rows) {
        const Hypothesis& claim = *row.hypothesis;
        std::string runs = std::to_string(row.had) + " of " + std::to_string(row.needed);
        if (row.failed > 0)
            runs += ", " + std::to_string(row.failed) + " failed";
        const auto seeds = row.cells | std::views::transform([](const CellState* cell) { return cell->cell->seeds(); });
        if (const auto [fewest, most] = std::ranges::minmax(seeds); fewest < most)
            statements += oneLine(claim.name) + ": its cells have " + std::to_string(fewest) + " to " + counted(most, "seed", "seeds")
                          + "; those that only some of them have are left out\n";
        if (row.withoutValue > 0)
            statements += oneLine(claim.name) + ": no value in " + std::to_string(row.withoutValue) + " of "
                          + counted(int(row.cells.size()), "cell", "cells") + "\n";
        if (row.otherClasses > 0)
            statements += oneLine(claim.name) + ": in " + std::to_string(row.otherClasses) + " of "
                          + counted(int(row.cells.size()), "cell", "cells")
                          + " the two do not have the same classes of this size with every seed; such seeds are left out\n";
        table.add({claim.name, claimText(claim), std::to_string(row.cells.size()), runs,
                   differenceText(row.estimate, isShare(claim.metric)), std::to_string(row.estimate.n), chanceText(row.adjustedP),
                   nameOf(row.status)});
        statements += claim.statement.empty() ? "" : oneLine(claim.name + ": " + claim.statement) + "\n";
    }
    return "\nHypotheses\n\n" + table.text()
           + "estimate: the difference that the claim is about, or the value − the limit, in points where it is a\n"
             "share; each seed averaged over the cells, then Student-t over seeds\n"
             "status: by p after Holm over this table, at 0.05; the p of a claim with \"within\" is twice the larger\n"
             "of its two one-sided ps, since it may be refuted too\n"
           + statements;
}

/// A value of a setting as cells' names have it: 50, not 50.0.
std::string mapValue(const nlohmann::json& value)
{
    return value.is_number_float() ? numberText(value.get<double>()) : valueText(value);
}

std::string mapText(const Plan& plan, const PhaseMap& map)
{
    std::vector<std::string> header = {map.y.key + " \\ " + map.x.key};
    for (const nlohmann::json& value : map.x.values)
        header.push_back(mapValue(value));
    TextTable table(header);
    const std::size_t width = map.x.values.size();
    for (std::size_t y = 0; y < map.y.values.size(); ++y) {
        std::vector<std::string> row = {mapValue(map.y.values[y])};
        for (std::size_t x = 0; x < width; ++x) {
            const PhaseMap::Cell& cell = map.cells[y * width + x];
            row.push_back(!cell.cell ? "no cell" : cell.same ? "the same" : judgedText(cell.gain, isShare(map.metric), cell.verdict));
        }
        table.add(std::move(row));
    }
    std::string text = "\n" + map.first + " − " + map.second + ", " + metricTitle(map.metric) + "\n\n" + table.text();
    if (map.nextCell)
        text += "a further seed tells most in " + cellTitle(plan, *map.nextCell->cell) + "\n";
    return text;
}

/// The maps of the first variant against each other one, over the first two axes.
std::string mapsText(const PlanState& state)
{
    const Plan& plan = *state.plan;
    const std::vector<PlanAxis> axes = planAxes(plan);
    if (axes.size() < 2 || plan.variants.size() < 2)
        return {};
    std::string text = "\nGain over " + axes[0].key + " and " + axes[1].key + "\n";
    for (std::size_t i = 1; i < plan.variants.size(); ++i)
        text +=
            mapText(plan, phaseMap(state, plan.variants.front().name, plan.variants[i].name, "test.accuracy", axes[0].key, axes[1].key));
    text += "in percentage points, paired by seed, 95 %; ?: not decided, by p after Holm over the map, at 0.05;\n"
            "–: no pair yet; no cell: not in the plan; the same: one training\n"
            "verdicts of a map are adjusted over the map, those of a cell's table over that table, so they may differ\n";
    if (axes.size() > 2) {
        text += "the other settings are at the first of their values:";
        for (std::size_t i = 2; i < axes.size(); ++i)
            text += " " + axes[i].key + "=" + mapValue(axes[i].values.front());
        text += "\n";
    }
    return text;
}

std::string transferText(const PlanState& state)
{
    if (!state.plan->transfers)
        return {};
    const TransferMatrix matrix = transferMatrix(state);
    if (matrix.cells.empty())
        return {};
    std::vector<std::string> header = {"found in \\ trained in"};
    for (const CellState* cell : matrix.cells)
        header.push_back(cellTitle(*state.plan, *cell->cell));
    TextTable table(header);
    for (std::size_t from = 0; from < matrix.cells.size(); ++from) {
        std::vector<std::string> row = {cellTitle(*state.plan, *matrix.cells[from]->cell)};
        for (std::size_t in = 0; in < matrix.cells.size(); ++in)
            row.push_back(from == in              ? "own"
                          : matrix.same[from][in] ? "the same"
                                                  : judgedText(matrix.difference[from][in], true, matrix.verdict[from][in]));
        table.add(std::move(row));
    }
    return "\nTransfer of searched networks\n\n" + table.text()
           + "test accuracy of the foreign network − that of the own one, in points, paired by seed, 95 %;\n"
             "?: not decided; the same: both cells found one network\n";
}

std::string missingText(const PlanState& state)
{
    std::string text;
    for (const CellState& cell : state.cells)
        if (const std::string missing = missingText(cell); !missing.empty())
            text += cellTitle(*state.plan, *cell.cell) + ": " + missing + "\n";
    return text.empty() ? text : "\nMissing\n\n" + text;
}

/// What the test figures are, and which of them the tables mark.
std::string figuresNote(const Plan& plan)
{
    const auto [least, most] = std::ranges::minmax(plan.cells | std::views::transform(epochsCounted));
    std::string text = "\ntest figures: ";
    if (most == 1)
        text += "the last epoch";
    else
        text += "mean of the last " + (least < most ? std::to_string(least) + " to " : std::string()) + std::to_string(most) + " epochs";
    text += ", unless it says otherwise; ± Student-t 95 % over seeds\n";
    if (most > 1)
        text += "*: the epoch was chosen by its test accuracy, so the figure is too good\n";
    return text + verdictNote() + "effect sizes and tests by ranks: reweigh report PLAN --html FILE, or --json\n";
}

} // namespace

std::string oneSeedText(const Plan& plan)
{
    const auto count = std::ranges::count(plan.cells, 1, &PlanCell::seeds);
    if (count == 0)
        return {};
    if (std::size_t(count) == plan.cells.size())
        return "one seed: no intervals and no verdicts\n";
    return counted(int(count), "cell has", "cells have") + " one seed: no intervals and no verdicts there\n";
}

std::string cellTitle(const Plan& plan, const PlanCell& cell)
{
    return oneLine(titleOf(plan, cell));
}

std::string planTables(const PlanState& state)
{
    std::string text = oneLine(state.plan->name) + "\n";
    for (const CellTable& cell : cellTables(state))
        text += cellText(*state.plan, cell);
    text += figuresNote(*state.plan) + oneSeedText(*state.plan);
    return text + hypothesesText(judgeHypotheses(state)) + mapsText(state) + transferText(state) + missingText(state);
}

} // namespace reweigh
