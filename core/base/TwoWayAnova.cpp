// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TwoWayAnova.h"

#include <boost/math/distributions/fisher_f.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace reweigh {
namespace {

/// A mean of n values that all count alike, or a difference that has this weight.
struct Weighted {
    double n = 0.0, value = 0.0;
};

/// The sum of n (value - mean)^2 over a list. From differences of pairs, so that it is exactly 0 where all values are equal.
double scatter(std::span<const Weighted> list)
{
    double n = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            squares += list[i].n * list[j].n * (list[i].value - list[j].value) * (list[i].value - list[j].value);
        n += list[i].n;
    }
    return squares / n;
}

/// The difference between the two rows in each column that has values in both.
std::vector<Weighted> rowDifferences(const AnovaCells& cells)
{
    std::vector<Weighted> list;
    for (std::size_t column = 0; column < anovaColumns; ++column) {
        const AnovaCell &first = cells[0][column], &second = cells[1][column];
        if (first.n > 0.0 && second.n > 0.0)
            list.push_back({first.n * second.n / (first.n + second.n), second.mean - first.mean});
    }
    return list;
}

/// What the rows add to a model of the columns: the square of their mean difference within columns, over its variance factor.
double rowSquares(std::span<const Weighted> differences)
{
    double n = 0.0, sum = 0.0;
    for (const Weighted& difference : differences) {
        n += difference.n;
        sum += difference.n * difference.value;
    }
    return sum * sum / n;
}

/// What the columns add to a model of the rows: Q' C^- Q, with the columns' sums Q about the means of the rows and their information
/// matrix C, which has this rank (Searle 1971, Linear Models, chapter 7). C^- by elimination, the largest diagonal element first.
double columnSquares(const AnovaCells& cells, int rank)
{
    std::array<double, anovaColumns> q{};
    std::array<std::array<double, anovaColumns>, anovaColumns> c{};
    for (const auto& row : cells) {
        double n = 0.0;
        for (const AnovaCell& cell : row)
            n += cell.n;
        if (n <= 0.0)
            continue;
        for (std::size_t j = 0; j < anovaColumns; ++j)
            for (std::size_t k = 0; k < anovaColumns; ++k) {
                if (k == j)
                    continue;
                const double both = row[j].n * row[k].n / n;
                q[j] += both * (row[j].mean - row[k].mean); // of differences, so that a common part is never there to be lost
                c[j][j] += both;
                c[j][k] -= both;
            }
    }
    double squares = 0.0;
    std::array<bool, anovaColumns> done{};
    for (int step = 0; step < rank; ++step) {
        std::size_t p = anovaColumns;
        for (std::size_t j = 0; j < anovaColumns; ++j)
            if (!done[j] && (p == anovaColumns || c[j][j] > c[p][p]))
                p = j;
        done[p] = true;
        squares += q[p] * q[p] / c[p][p];
        for (std::size_t j = 0; j < anovaColumns; ++j) {
            if (done[j])
                continue;
            const double factor = c[j][p] / c[p][p];
            q[j] -= factor * q[p];
            for (std::size_t k = 0; k < anovaColumns; ++k)
                if (!done[k])
                    c[j][k] -= factor * c[p][k];
        }
    }
    return squares;
}

AnovaEffect effect(double squares, int degrees, const AnovaEffect& residual)
{
    if (degrees <= 0)
        return {};
    AnovaEffect found{.squares = squares, .degrees = degrees};
    if (residual.degrees <= 0)
        return found;
    found.f = squares / degrees / (residual.squares / residual.degrees); // 0/0 is NaN
    if (std::isinf(found.f))
        found.p = 0.0;
    else if (!std::isnan(found.f))
        found.p = boost::math::cdf(boost::math::complement(boost::math::fisher_f(degrees, residual.degrees), found.f));
    return found;
}

} // namespace

TwoWayAnova twoWayAnova(const AnovaCells& cells)
{
    std::vector<Weighted> filled;
    double within = 0.0, n = 0.0;
    int rows = 0, columns = 0;
    for (const auto& row : cells) {
        const std::size_t before = filled.size();
        for (const AnovaCell& cell : row) {
            if (cell.n <= 0.0)
                continue;
            filled.push_back({cell.n, cell.mean});
            within += cell.squares;
            n += cell.n;
        }
        rows += filled.size() > before;
    }
    for (std::size_t column = 0; column < anovaColumns; ++column)
        columns += cells[0][column].n > 0.0 || cells[1][column].n > 0.0;
    TwoWayAnova table;
    if (filled.empty())
        return table;
    table.total = scatter(filled) + within;
    table.residual.squares = within;
    table.residual.degrees = int(n) - int(filled.size());

    const std::vector<Weighted> differences = rowDifferences(cells);
    const int shared = int(differences.size());
    // Rows and columns hang together if a column has values in both rows; if not, each row is a part of its own.
    const int parts = rows == 2 && shared == 0 ? 2 : 1, columnDegrees = columns - parts;
    table.rows = effect(rowSquares(differences), std::min(shared, 1), table.residual);
    table.columns = effect(columnSquares(cells, columnDegrees), columnDegrees, table.residual);
    table.interaction = effect(scatter(differences), shared - 1, table.residual);
    double all = 0.0;
    for (const AnovaEffect* line : {&table.rows, &table.columns, &table.interaction, &table.residual})
        all += std::isnan(line->squares) ? 0.0 : line->squares;
    for (AnovaEffect* line : {&table.rows, &table.columns, &table.interaction, &table.residual})
        line->share = line->squares / all; // NaN / x and 0/0 are NaN
    return table;
}

} // namespace reweigh
