// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigField.h"
#include "core/plan/PlanState.h"
#include "tests/support/PlantedVariants.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh::test {

inline constexpr double diverged = std::numeric_limits<double>::quiet_NaN();

/// One object of settings for each combination, the last setting varying fastest; for no setting a single empty one.
inline std::vector<nlohmann::json> grid(const std::vector<std::pair<std::string, std::vector<double>>>& axes)
{
    std::vector<nlohmann::json> cells(1, nlohmann::json::object());
    for (const auto& [key, values] : axes) {
        std::vector<nlohmann::json> longer;
        for (const nlohmann::json& cell : cells)
            for (const double value : values) {
                longer.push_back(cell);
                longer.back()[key] = value;
            }
        cells = std::move(longer);
    }
    return cells;
}

/// A plan and what is stored of it, made by hand. Its cells are called c0, c1, ... and differ by the given settings.
struct MadePlan {
    Plan plan;
    PlanState state;

    MadePlan(const std::vector<std::string>& variants, const std::vector<nlohmann::json>& cells, int seeds = 3)
    {
        plan.name = "made";
        for (const std::string& name : variants)
            plan.variants.push_back({.name = name, .base = findNamedVariant(name) ? name : std::string()});
        for (const nlohmann::json& settings : cells) {
            PlanCell cell;
            cell.name = "c" + std::to_string(plan.cells.size());
            cell.settings = settings;
            cell.hash = "0000000" + std::to_string(plan.cells.size());
            cell.config.search.variantSeeds = seeds;
            for (const auto& [key, value] : settings.items()) {
                (void)findField(key)->set(cell.config, value);
                if (std::ranges::find(plan.gridKeys, key) == plan.gridKeys.end())
                    plan.gridKeys.push_back(key);
            }
            plan.cells.push_back(std::move(cell));
        }
        state.plan = &plan;
        for (const PlanCell& cell : plan.cells) {
            CellState made;
            made.cell = &cell;
            state.cells.push_back(std::move(made));
            for (const std::string& name : variants)
                give(state.cells.size() - 1, name, {});
        }
    }
    MadePlan(const MadePlan&) = delete; // the state points to the plan

    /// Gives a variant of a cell these test accuracies, for seeds from 1; its other metrics follow from them (planted()). A NaN is a run
    /// that diverged. A variant that the cell does not have is added, as one that another cell found.
    PlanVariant& give(std::size_t cell, const std::string& name, const std::vector<double>& accuracies)
    {
        CellState& into = state.cells[cell];
        auto variant = std::ranges::find(into.variants, name, &PlanVariant::name);
        if (variant == into.variants.end())
            variant = into.variants.insert(variant, PlanVariant());
        variant->name = name;
        variant->sameAs.clear();
        variant->resolved = true;
        variant->hash = name;
        VariantResult all = planted(name, accuracies);
        variant->result = all;
        variant->result.runs.clear();
        for (VariantRun& run : all.runs)
            if (std::isnan(run.metrics.at("test.accuracy").last))
                variant->result.failed.push_back({run.seed, {ErrorCode::TrainingFailed, "run", lossNotFinite, {}}});
            else
                variant->result.runs.push_back(std::move(run));
        variant->missing = into.cell->seeds() - int(accuracies.size());
        return *variant;
    }

    /// Makes a variant of a cell the same training as another one there.
    void makeSame(std::size_t cell, const std::string& name, const std::string& as)
    {
        const PlanVariant other = *state.cells[cell].variant(as);
        PlanVariant& variant = give(cell, name, {});
        variant.sameAs = as;
        variant.hash = other.hash;
        variant.result = other.result;
        variant.missing = 0;
    }

    Hypothesis& claim(ClaimKind kind, const std::string& first, const std::string& second, double bound = 0.0)
    {
        plan.hypotheses.push_back({.name = "h" + std::to_string(plan.hypotheses.size()),
                                   .statement = "A sentence.",
                                   .kind = kind,
                                   .first = first,
                                   .second = second,
                                   .bound = bound});
        return plan.hypotheses.back();
    }
};

/// Equal to 1e-9; or both unknown.
inline bool near(double a, double b)
{
    return std::isnan(a) == std::isnan(b) && (std::isnan(a) || a == b || std::abs(a - b) <= 1e-9);
}

} // namespace reweigh::test
