// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <limits>

namespace reweigh {

/// Number, mean and centred sum of squares of the values of one cell, in one pass (Welford 1962, Technometrics 4, 419-420): values that
/// are all equal have squares of exactly 0.
struct AnovaCell {
    double n = 0.0;
    double mean = 0.0;    ///< 0 without values
    double squares = 0.0; ///< sum of (value - mean)^2

    /// `value` must be finite.
    void add(double value)
    {
        n += 1.0;
        const double away = value - mean;
        mean += away / n;
        squares += away * (value - mean);
    }
};

/// One line of a table of analysis of variance. What is not defined is NaN.
struct AnovaEffect {
    double squares = std::numeric_limits<double>::quiet_NaN(); ///< sum of squares
    int degrees = 0;                                           ///< of freedom; 0: the cells do not tell this effect, and all else is NaN
    double f = std::numeric_limits<double>::quiet_NaN();       ///< infinite if there is an effect and no residual
    double p = std::numeric_limits<double>::quiet_NaN();
    double share = std::numeric_limits<double>::quiet_NaN(); ///< of the sum of all lines' squares, in [0, 1]
};

struct TwoWayAnova {
    AnovaEffect rows, columns, interaction;
    AnovaEffect residual; ///< without F and p; its squares are 0 where it has no degree of freedom
    double total = 0.0;   ///< sum of squares about the mean of all values
};

inline constexpr std::size_t anovaRows = 2, anovaColumns = 3;
using AnovaCells = std::array<std::array<AnovaCell, anovaColumns>, anovaRows>;

/// Two-way analysis of variance of 2 x 3 cells with interaction, with sums of squares of type II: those of a main effect are what it adds
/// to the model with the other main effect, those of the interaction what it adds to both (Langsrud 2003, Statistics and Computing 13,
/// 163-167). Where cells differ in size, squares of type II do not add up to the total, since rows and columns explain a part together; shares
/// are of the lines' own sum, so that they add up to 1 and an effect that is all there is has the share 1. Equals statsmodels' anova_lm(ols('y ~ C(row)*C(column)'), typ=2)
/// where no cell is empty.
///
/// With empty cells the same models are compared, and degrees of freedom count what the cells tell (ranks of the models). So without
/// values in one row, rows and interaction are NaN and columns is a one-way analysis; and the other way round. Main effects that never
/// meet in a column, as where each column has values in one row only, are told apart within rows alone: `rows` is NaN then. Without
/// values everything is NaN, and the total 0. F is NaN where a residual has no degree of freedom, or where it and the effect are 0.
TwoWayAnova twoWayAnova(const AnovaCells& cells);

} // namespace reweigh
