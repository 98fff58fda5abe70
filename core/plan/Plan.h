// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/config/Variant.h"

#include <filesystem>
#include <string>
#include <vector>

namespace reweigh {

/// Selects cells of a plan by their settings: a cell is selected if each named setting has the given value, or one of the given list.
struct CellSelector {
    nlohmann::json settings = nlohmann::json::object(); ///< key of ConfigField to a value or a list of values; empty: every cell
    int leastSeeds = 0;                                 ///< only cells with at least so many seeds

    friend bool operator==(const CellSelector&, const CellSelector&) = default;
};

/// One combination of settings in which a plan compares its variants. It is a study of its own, in a folder of its own.
struct PlanCell {
    std::string name;        ///< "noise-rate=0.4 imbalance-factor=50": the settings that tell the cells of the plan apart; unique; "all"
                             ///< of the only cell of a plan
    nlohmann::json settings; ///< the same as an object: keys of ConfigField
    ExperimentConfig config; ///< every setting; outDir is the cell's folder, and variantSeeds its number of seeds
    std::string hash;        ///< 8 hexadecimal digits of a hash of all settings that decide a result of the cell, those of its search too;
                             ///< it does not depend on the number of trials or seeds, nor on the variants

    int seeds() const { return config.search.variantSeeds; }
};

/// What a hypothesis claims about a metric, on average over the cells that it is about.
enum class ClaimKind {
    Better, ///< first - second > margin; of losses and calibration errors, of which less is better, second - first > margin
    Equal,  ///< |first - second| < margin: two one-sided tests (Schuirmann 1987)
    Above,  ///< first > limit
    Below,  ///< first < limit
};

/// "better", "equal", "above" or "below", as plan files say it.
const char* nameOf(ClaimKind kind);

/// A statement about variants, written down before the runs that decide it.
struct Hypothesis {
    std::string name;      ///< short, unique in its plan
    std::string statement; ///< a sentence, the user's own
    ClaimKind kind = ClaimKind::Better;
    std::string first;                    ///< name of a variant of the plan
    std::string second;                   ///< the same; empty for Above and Below
    std::string metric = "test.accuracy"; ///< a key of runMetrics()
    double bound = 0.0;                   ///< margin (>= 0; > 0 for Equal) or limit, in the metric's own unit
    CellSelector cells;                   ///< what it is about
};

/// An experiment that is written down before it runs: every variant in every cell, with as many fresh seeds as the cell says.
struct Plan {
    std::string name;              ///< of the file, without its extension, unless the file says another
    std::filesystem::path file;    ///< the plan file
    std::filesystem::path folder;  ///< where the cells' studies lie
    std::vector<PlanCell> cells;   ///< at least one; in the order of the file, the last setting of a grid varying fastest
    std::vector<Variant> variants; ///< at least one; the first is what tables compare the others with
    std::vector<Hypothesis> hypotheses;
    bool transfers = false;            ///< whether networks found in one cell are trained in the others
    CellSelector transferCells;        ///< which cells take part in that
    std::vector<std::string> gridKeys; ///< the settings that "cells" names, in the order of the file
};

/// Whether a path means a plan file, rather than a study or the folder of one: it ends in .json, in capitals or not, and is no folder.
bool isPlanFile(const std::filesystem::path& given);

/// Reads a plan file, at most 1 MiB. `folder`: where the cells' studies lie; empty: a folder beside the file, named like it without its
/// extension (for a file without one, with "-studies" after its name). A cell's study lies in cells/NAME-HASH of it, or in a folder there
/// that another name of the cell left, as its hash says: the name changes when further settings come to tell the cells apart. The file
/// is a JSON object:
///
///   "name"        optional
///   "settings"    what all cells share, as a configuration file says it ("preset" included), but "out" and "study"
///   "cells"       a grid, {"noise-rate": [0, 0.4], "imbalance-factor": [1, 50]}: one cell for each combination; or a list of grids,
///                 in which a single value counts as a list of one. Without it: one cell
///   "seeds"       fresh seeds per cell: a number, or a list of {"cells": SELECTOR, "seeds": N} in which the last that fits counts,
///                 {"seeds": N} alone being for all
///   "variants"    as `reweigh compare` reads them: names, or {"name", "base", "settings"}; default: those that it compares
///   "hypotheses"  list of {"name", "statement", KIND, "metric", "margin", "cells": SELECTOR}, KIND being one of
///                 "better": [first, second], "equal": [first, second], "above": [variant, limit], "below": [variant, limit]
///   "transfer"    true, or a SELECTOR of the cells whose searched networks are trained in each other's cells
///
/// A SELECTOR is an object of settings with a value or a list of values; "least-seeds" may be among them, but in "seeds". A cell in
/// which a setting has no effect is not selected by it. In grids and selectors a setting that is a list itself ("hidden") is one value;
/// several are a list of lists.
/// On the processor a cell's trainings have one thread unless the settings name a number, so that results do not depend on how many
/// run at once.
/// objective-epochs that neither settings nor grids have is at most a cell's epochs.
/// Errors, which name the file where they are about what it says: those of readFile, PlanNotJson, UnknownKey (a setting; with the
/// nearest), those of applyJson and fitUnwritten, of parsing variants and making them in each cell (resolveVariant), SettingUnused (a
/// grid's setting that has no effect in a cell), VariantsEqual (an own variant that is the same training as another in every cell), and
/// PlanInvalid (where = file, detail = the member and what was found,
/// hint = what it must be): a member that is unknown, or that stands twice, a grid without values, two cells with the same settings, a
/// setting that decides no result as a grid's (but data-dir and labels: where files lie), a selector that selects no cell, more than
/// `mostCells` cells, members of another form, and hypotheses that no run could decide: about no variant or metric that there is, a number
/// of samples, a metric of weights of a variant without weights, a margin or limit beyond what the metric can be.
Result<Plan> readPlan(const std::filesystem::path& file, const std::filesystem::path& folder = {});

/// The error of a plan that was asked to stop: what there is lies in its folder, which is not named where nothing was written yet.
Error interruptedPlan(const Plan& plan);

inline constexpr std::size_t mostCells = 10000;

/// The folder of a new cell's study within a plan's folder: "cells/NAME-HASH", the name with characters that are safe in a file name.
/// readPlan() sets config.outDir to it, or to the folder that the study has already.
std::filesystem::path cellFolder(const std::filesystem::path& planFolder, const PlanCell& cell);

/// What to call a cell in tables and messages: its name, or the plan's where the plan has only one cell.
inline const std::string& titleOf(const Plan& plan, const PlanCell& cell)
{
    return plan.cells.size() == 1 ? plan.name : cell.name;
}

/// Whether `selector` selects `cell`. A number matches if it is equal as a number.
bool selects(const CellSelector& selector, const PlanCell& cell);

/// The cells that `selector` selects, in the plan's order. The pointers are to cells of `plan`.
std::vector<const PlanCell*> selectedCells(const Plan& plan, const CellSelector& selector);

/// Whether a cell takes part in transfers: the networks of the others that do are trained in it, and its own in them.
bool isTransferring(const Plan& plan, const PlanCell& cell);

/// How many searches a cell has, all alike: its own and the random one, as far as variants are made from what they find.
int searchesPerCell(const Plan& plan);

/// The settings that differ between cells, and the values that each takes, in the order of the cells: the axes of tables and maps.
struct PlanAxis {
    std::string key;                    ///< of ConfigField
    std::vector<nlohmann::json> values; ///< at least two
};
std::vector<PlanAxis> planAxes(const Plan& plan);

} // namespace reweigh
