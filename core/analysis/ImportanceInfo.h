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

/// The cells on which PED-ANOVA estimates densities of one parameter under one distribution, and these estimates.
/// Numbers have up to 50 cells; a category is a cell each.
class ImportanceGrid {
public:
    explicit ImportanceGrid(const Distribution& distribution);

    int cells() const { return m_cells; }
    int cellOf(double internal) const;

    /// Pearson divergence of the density of `good` trials from that of all, both given as counts by cell, not all 0.
    double divergence(std::span<const int> good, std::span<const int> all) const;

private:
    std::vector<double> density(std::span<const int> counts) const;
    void addCategories(std::span<const int> counts, std::vector<double>& density) const;
    void addNumbers(std::span<const int> counts, std::vector<double>& density) const;

    bool m_categorical = false, m_log = false;
    double m_low = 0.0, m_width = 1.0; ///< of a cell, on the distribution's scale
    int m_cells = 1;
    std::vector<double> m_prior; ///< probability of each cell
};


/// How much each parameter decides whether a trial is among the best: PED-ANOVA (Watanabe et al. 2023; conditional parameters: its
/// extension to regimes, 2026), number for number that of Optuna 5.0.0's PedAnovaImportanceEvaluator with its defaults (the best
/// tenth against all trials), with a bootstrap spread, because users got different answers from one estimate.
struct ImportanceInfo {
    struct Entry {
        std::string name;
        double importance = 0.0; ///< sums to 1 over the entries
        double low = 0.0, high = 0.0; ///< 5 % and 95 % quantile over bootstraps of the trials; the estimate may lie outside
    };
    std::vector<Entry> entries; ///< most important first
    int trials = 0;             ///< complete trials used
    int good = 0;               ///< of them among the best
    int bootstraps = 0;
    bool enough = false;        ///< false: fewer than 2 good trials, or all are alike: nothing can be said, no entries
};

/// `seed` of the bootstraps.
ImportanceInfo importanceInfo(const TrialRefs& trials, Direction direction, int bootstraps = 200, std::uint64_t seed = 0);

} // namespace reweigh
