// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanTable.h"

#include "core/base/Choice.h"
#include "core/plan/CellValues.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr ComparedMetric metrics[] = {
    {"test.accuracy", QT_TRANSLATE_NOOP("Variants", "test accuracy")},
    {"test.balanced_accuracy", QT_TRANSLATE_NOOP("Variants", "balanced test accuracy")},
    {"test.many", QT_TRANSLATE_NOOP("Variants", "test accuracy, classes with many images")},
    {"test.medium", QT_TRANSLATE_NOOP("Variants", "test accuracy, classes of medium size")},
    {"test.few", QT_TRANSLATE_NOOP("Variants", "test accuracy, classes with few images")},
    {"test.loss", QT_TRANSLATE_NOOP("Variants", "test loss (negative log-likelihood)")},
    {"test.calibration_error", QT_TRANSLATE_NOOP("Variants", "expected calibration error, test")},
    {"detection.auroc", QT_TRANSLATE_NOOP("Variants", "noise AUROC")},
    {"detection.auroc_few", QT_TRANSLATE_NOOP("Variants", "noise AUROC, classes with few images")},
    {"detection.average_precision", QT_TRANSLATE_NOOP("Variants", "noise average precision")},
    {"validation.accuracy", QT_TRANSLATE_NOOP("Variants", "validation accuracy")},
};

CellFigure figureOf(const VariantResult& result, const std::string& metric)
{
    std::vector<double> lastEpochs, last, best;
    const auto add = [](std::vector<double>& values, double value) {
        if (std::isfinite(value))
            values.push_back(value);
    };
    for (const VariantRun& run : result.runs) {
        const auto found = run.metrics.find(metric);
        if (found == run.metrics.end())
            continue;
        add(lastEpochs, found->second.meanOfLast);
        add(last, found->second.last);
        add(best, found->second.best);
    }
    return {.lastEpochs = meanInterval(lastEpochs), .last = meanInterval(last), .best = meanInterval(best)};
}

PlanRow rowOf(const CellState& cell, const PlanVariant& variant)
{
    const VariantResult& result = resultOf(cell, variant);
    PlanRow row;
    row.cell = &cell;
    row.variant = &variant;
    row.summary = summarise(result);
    for (const ComparedMetric& metric : metrics)
        row.figures.emplace(metric.key, figureOf(result, metric.key));
    row.failed = int(result.failed.size());
    row.fewSeeds = result.runs.size() < 2;
    return row;
}

/// The results that the cell's verdicts are about: of the plan's variants that have runs, each training once, the first variant's first.
/// None without that one, so that the table never changes what it compares with.
std::vector<const VariantResult*> judgedResults(const CellState& cell, const Plan& plan)
{
    std::vector<const VariantResult*> results;
    for (const Variant& asked : plan.variants) {
        const PlanVariant* variant = cell.variant(asked.name);
        const VariantResult* result = variant ? &resultOf(cell, *variant) : nullptr;
        const bool hasRuns = result && !result->runs.empty() && !result->earlier;
        if (&asked == &plan.variants.front() && !hasRuns)
            return {};
        if (hasRuns && std::ranges::find(results, result) == results.end())
            results.push_back(result);
    }
    return results;
}

void addChosen(CellTable& table, const char* name, const SearchState& search)
{
    const PlanVariant* variant = table.cell->variant(name);
    if (!variant || !search.best)
        return;
    const VariantResult& result = resultOf(*table.cell, *variant);
    table.chosen.push_back({.variant = name,
                            .chosen = search.bestValue,
                            .trials = search.finished - search.failed,
                            .fresh = meanInterval(valuesOf(result, "validation.accuracy")),
                            .test = meanInterval(valuesOf(result, "test.accuracy"))});
}

} // namespace

std::span<const ComparedMetric> planMetrics()
{
    return metrics;
}

const ComparedMetric* findPlanMetric(const std::string& key)
{
    const auto found = std::ranges::find_if(metrics, [&](const ComparedMetric& metric) { return metric.key == key; });
    return found == std::end(metrics) ? nullptr : &*found;
}

CellTable cellTable(const PlanState& state, const CellState& cell)
{
    CellTable table;
    table.cell = &cell;
    for (const PlanVariant& variant : cell.variants)
        table.rows.push_back(rowOf(cell, variant));
    table.verdicts = judgeResults(judgedResults(cell, *state.plan));
    addChosen(table, searchedVariant, cell.search);
    addChosen(table, randomVariant, cell.random);
    return table;
}

std::vector<CellTable> cellTables(const PlanState& state)
{
    std::vector<CellTable> tables;
    for (const CellState& cell : state.cells)
        tables.push_back(cellTable(state, cell));
    return tables;
}

} // namespace reweigh
