// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Distribution.h"

#include <span>
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

} // namespace reweigh
