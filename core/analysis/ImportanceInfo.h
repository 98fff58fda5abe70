// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Distribution.h"
#include "core/search/Observation.h"
#include "core/study/TrialRefs.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

/// A grid of cells over one distribution, on which PED-ANOVA estimates the densities of a parameter.
/// Numbers have up to 50 cells, a range without an end has one; each category is a cell.
class ImportanceGrid {
public:
    explicit ImportanceGrid(const Distribution& distribution);

    int cells() const { return m_cells; }
    /// The cell, from 0, of an internal value (for a category: its index).
    int cellOf(double internal) const;

    /// The Pearson divergence of the density of good trials from that of all trials. Both spans hold cells() counts, not all 0.
    double divergence(std::span<const int> good, std::span<const int> all) const;

private:
    std::vector<double> density(std::span<const int> counts) const;
    void addCategories(std::span<const int> counts, std::vector<double>& density) const;
    void addNumbers(std::span<const int> counts, std::vector<double>& density) const;

    bool m_categorical = false, m_log = false;
    double m_low = 0.0, m_width = 1.0; ///< centre of the first cell and width of a cell, on the distribution's scale
    int m_cells = 1;
    std::vector<double> m_prior; ///< probability of each cell
};

/// How much each parameter decides whether a trial is among the best tenth: PED-ANOVA (Watanabe et al. 2023; conditional
/// parameters: its extension to regimes, 2026). The values equal those of Optuna 5.0.0's PedAnovaImportanceEvaluator with its
/// defaults, but for a parameter whose range has no end: it has none here, and no meaningful one there. Quantiles over bootstraps show how
/// uncertain a single estimate is.
struct ImportanceInfo {
    struct Entry {
        std::string name;
        double importance = 0.0;      ///< in [0, 1]; sums to 1 over the entries
        double low = 0.0, high = 0.0; ///< 5 % and 95 % quantiles over bootstraps of the trials; `importance` may lie outside
    };
    std::vector<Entry> entries; ///< most important first
    int trials = 0;             ///< complete trials used
    int good = 0;               ///< how many of them are among the best
    int bootstraps = 0;
    bool tooFew = true;  ///< the best tenth holds fewer than 2 trials, however many equal its last one: up to 10 trials
    bool enough = false; ///< false, without entries: too few trials, all trials good, or no parameters
};

/// Computes the importances; `seed` is that of the `bootstraps` bootstraps. Trials that are not complete are ignored.
ImportanceInfo importanceInfo(const TrialRefs& trials, Direction direction, int bootstraps = 200, std::uint64_t seed = 0);

} // namespace reweigh
