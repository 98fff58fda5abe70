// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataChanges.h"
#include "core/experiment/VariantResult.h"
#include "core/plan/Plan.h"
#include "core/storage/StudyFolder.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// What is stored of a search: a cell's own, or its random one.
struct SearchState {
    int finished = 0;             ///< trials that have ended
    int failed = 0;               ///< of these, the ones that failed: they were no candidates for the best
    std::optional<Proposal> best; ///< none while no trial is complete
    std::int64_t bestNumber = -1;
    double bestValue = 0.0; ///< mean validation accuracy that made the best trial the best; NaN without one
};

/// What is stored of one variant in one cell.
struct PlanVariant {
    std::string name;        ///< as in the plan; "searched@CELL" for a network that another cell found
    std::string sameAs;      ///< the variant of this cell whose training is the same, if there is one: it is trained once
    bool impossible = false; ///< it waits for a search that has ended, in which no trial succeeded
    bool resolved = false;   ///< false: it waits for a search that has not ended, or that found nothing
    std::string hash;        ///< ResolvedVariant::hash; empty unless resolved
    VariantResult result;    ///< its runs of the plan's seeds, found by the hash; without any if there are none. Of a variant that is the
                             ///< same as another: the other's
    int missing = 0;         ///< seeds that have neither run nor diverged; 0 where sameAs is set
};

/// What is stored of one cell.
struct CellState {
    const PlanCell* cell = nullptr;
    bool begun = false;                ///< whether its study exists
    std::optional<Error> failure;      ///< why its study cannot be used: then nothing of it is known, and nothing can be trained in it
    bool beingWritten = false;         ///< another process runs it now, or this one
    std::string fingerprintCode;       ///< of its data; empty until it has begun
    HeldOutLabels heldOut;             ///< what its figures stand on; empty until it has begun
    bool labelsUnknown = false;        ///< its labels are from a file that is not there: whether it would have the same now is unknown
    SearchState search;                ///< finished = 0 where no variant needs a search
    SearchState random;                ///< the same of the random search
    std::vector<PlanVariant> variants; ///< in the plan's order, then those that other cells found
    int missingTrials = 0;             ///< of searches that variants need

    int missingRuns() const;    ///< trainings of variants that are not there
    int impossibleRuns() const; ///< of these, those that cannot be made: all where its study cannot be used
    bool isOver(const SearchState& one) const { return one.finished >= cell->config.search.trials; } ///< of a search of this cell
    bool foundNothing(const SearchState& one) const { return isOver(one) && !one.best; }             ///< no trial of it succeeded
    bool foundNetwork(const SearchState& one) const { return isOver(one) && one.best; }              ///< no further trial replaces it
    /// Trials of a search of this cell beyond those that the plan asks for: its network was chosen from more than another cell's.
    int trialsBeyond(const SearchState& one) const { return std::max(0, one.finished - cell->config.search.trials); }
    bool isDone() const { return missingTrials == 0 && missingRuns() == 0 && !failure; }
    const PlanVariant* variant(const std::string& name) const; ///< null if there is none
};

/// What is stored of a plan.
struct PlanState {
    const Plan* plan = nullptr;
    std::vector<CellState> cells;                 ///< one for each cell, in the plan's order
    std::vector<std::filesystem::path> strangers; ///< folders of cells that the plan has no more, since it was changed

    const CellState* cell(const std::string& name) const; ///< null if there is none
    bool isDone() const;
};

/// The networks that the cells' own searches have found, by the cell's name; without those of searches that have not ended.
std::map<std::string, Proposal> foundNetworks(const std::vector<CellState>& cells);

/// The variants of a cell: those of the plan and, if the cell takes part in transfers, the networks that the other cells found so far,
/// as variants with the settings of their architecture and meta rate. `found`: as foundNetworks().
std::vector<Variant> cellVariants(const Plan& plan, const PlanCell& cell, const std::map<std::string, Proposal>& found);

/// Whether an error is of what a cell names, its data, recipe or study, so that the others can be read and trained: all that the user
/// gave.
bool isCellsOwn(ErrorCode code);

/// Reads what is stored of a plan, without writing or training anything: it works on read-only media and while others write.
/// A cell whose study cannot be used says why (CellState::failure), and the others are read: errors of SqlStorage::open, StudyStorage and
/// storedVariants; StudyOtherSpace or StudyOtherData where its study was made with other settings than the plan's (its folder was copied
/// or edited, or the plan's pruner, by which cells are not told apart, and a variant needs the search), or with other labels than the file that the plan names has now; FileUnreadable where its folder may not be read.
/// Errors: those of resolveVariant; those of a cell that are not its own (isCellsOwn); FileUnreadable where the plan's folder may not be
/// read. `plan` must outlive the state.
Result<PlanState> readPlanState(const Plan& plan);

} // namespace reweigh
