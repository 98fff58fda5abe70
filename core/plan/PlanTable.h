// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/experiment/ComparisonTable.h"
#include "core/experiment/VariantSummary.h"
#include "core/plan/PlanState.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

/// The mean of a variant's metric over the seeds of a cell, by three ways to take one figure from a run.
struct CellFigure {
    MeanInterval lastEpochs; ///< mean over the last k epochs: what verdicts are based on
    MeanInterval last;       ///< the last epoch
    MeanInterval best;       ///< the best epoch, chosen by this very figure: too good by its nature, and marked so
};

/// One variant in one cell, for tables.
struct PlanRow {
    const CellState* cell = nullptr;
    const PlanVariant* variant = nullptr;
    VariantSummary summary;                    ///< of the last epochs
    std::map<std::string, CellFigure> figures; ///< by metric: all of planMetrics(); n = 0 where no run has it
    int failed = 0;                            ///< runs that failed or diverged
    bool fewSeeds = false;                     ///< fewer than 2 runs, so that there is no interval
};

/// What a searched variant was chosen by, and what it is worth: the winner's curse.
struct ChosenBy {
    std::string variant; ///< "searched" or "random"
    double chosen = 0.0; ///< validation accuracy of the best trial, by which it was chosen
    int trials = 0;      ///< out of how many: complete ones, and those pruned because they were worse
    MeanInterval fresh;  ///< validation accuracy of its runs with fresh seeds
    MeanInterval test;   ///< test accuracy of the same runs
};

/// All tables of one cell.
struct CellTable {
    const CellState* cell = nullptr;
    std::vector<PlanRow> rows;
    /// The first variant against each other one of the plan, with Holm over this table (judgeVariants); each training once. Empty until the
    /// first variant has a run. Networks that other cells found are judged in TransferMatrix.h: they would make this table's tests weaker.
    std::vector<JudgedRow> verdicts;
    std::vector<ChosenBy> chosen;
};

/// The metrics of a plan's tables, keys of runMetrics().
std::span<const ComparedMetric> planMetrics();
/// The one of planMetrics() with this key; null if there is none.
const ComparedMetric* findPlanMetric(const std::string& key);

/// The tables of all cells, in the plan's order, or of one of them. `state` must outlive the tables.
std::vector<CellTable> cellTables(const PlanState& state);
CellTable cellTable(const PlanState& state, const CellState& cell);

} // namespace reweigh
