// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ImportanceInfo.h"

#include "core/base/Rng.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <unordered_map>

namespace reweigh {
namespace {

constexpr int mostCells = 50;
constexpr double priorWeight = 1.0; // weight of the prior; each trial has weight 1

/// The number of cells, the centres of the first and last cell, and the scale of a numeric distribution.
struct Numbers {
    int cells;
    double low, high;
    bool log;
};

Numbers numbersOf(const FloatDistribution& d)
{
    const int cells = d.step ? int(std::min(std::nearbyint((d.high - d.low) / *d.step) + 1.0, double(mostCells))) : mostCells;
    return {cells, d.low, d.high, d.log};
}

Numbers numbersOf(const IntDistribution& d)
{
    const auto low = double(d.low), high = double(d.high);
    const double cells =
        d.log ? std::ceil(std::log(high - low + 1.0) / std::log(2.0)) + 1.0 : std::nearbyint((high - low) / double(d.step)) + 1.0;
    return {int(std::min(cells, double(mostCells))), low, high, d.log};
}

/// The mass of the standard normal distribution above x.
double upperTail(double x)
{
    return 0.5 * std::erfc(x / std::numbers::sqrt2);
}

/// The width of the kernels in cells by Scott's rule (Scott 1992), from the standard deviation and the quartiles of the counts.
double scottWidth(std::span<const int> counts)
{
    std::vector<int> cells, upTo; // cells with observations, and the number of observations up to each
    double sum = 0.0, total = 0.0;
    for (int cell = 0; cell < int(counts.size()); ++cell)
        if (const int count = counts[std::size_t(cell)]) {
            cells.push_back(cell);
            upTo.push_back(count + (upTo.empty() ? 0 : upTo.back()));
            sum += double(count) * cell;
            total += count;
        }
    const double mean = sum / total;
    double squares = 0.0;
    for (const int cell : cells)
        squares += counts[std::size_t(cell)] * (cell - mean) * (cell - mean);
    const long n = upTo.back();
    const auto lower = std::lower_bound(upTo.begin(), upTo.end(), int(n / 4)) - upTo.begin();
    const auto upper = std::upper_bound(upTo.begin(), upTo.end(), int(n * 3 / 4)) - upTo.begin();
    const int range = cells[std::min(cells.size() - 1, std::size_t(upper))] - cells[std::size_t(lower)];
    const double deviation = std::sqrt(squares / std::max(1.0, total - 1.0));
    constexpr double least = 0.5 / 1.64; // at this width 90 % of a kernel's mass is in its own cell
    return std::max(least, 1.059 * std::min(range / 1.34, deviation) * std::pow(total, -0.2));
}

} // namespace

ImportanceGrid::ImportanceGrid(const Distribution& distribution)
{
    if (const auto* choices = std::get_if<CategoricalDistribution>(&distribution)) {
        m_categorical = true;
        m_cells = int(choices->choices.size());
        m_prior.assign(choices->choices.size(), 1.0 / m_cells);
        return;
    }
    const auto* whole = std::get_if<IntDistribution>(&distribution);
    const Numbers numbers = whole ? numbersOf(*whole) : numbersOf(std::get<FloatDistribution>(distribution));
    m_log = numbers.log;
    m_cells = std::max(1, numbers.cells);
    m_low = m_log ? std::log(numbers.low) : numbers.low;
    const double high = m_log ? std::log(numbers.high) : numbers.high;
    if (!std::isfinite(high - m_low)) // no grid covers a range without an end: all of it is one cell
        m_cells = 1;
    if (m_cells > 1 && high > m_low)
        m_width = (high - m_low) / (m_cells - 1);

    // The prior: a normal distribution in the middle, with the length of the grid as sigma, truncated at its ends.
    const double middle = 0.5 * (m_cells - 1), sigma = m_cells;
    const auto above = [&](double edge) { return upperTail((edge - middle) / sigma); };
    const double within = above(-0.5) - above(m_cells - 0.5);
    for (int cell = 0; cell < m_cells; ++cell)
        m_prior.push_back((above(cell - 0.5) - above(cell + 0.5)) / within);
}

int ImportanceGrid::cellOf(double internal) const
{
    if (m_categorical)
        return std::clamp(int(internal), 0, m_cells - 1);
    const double value = m_log ? std::log(internal) : internal;
    if (m_cells == 1 || std::isnan(value))
        return 0;
    return int(std::clamp(std::ceil((value - m_low) / m_width - 0.5), 0.0, double(m_cells - 1))); // halfway: the lower cell
}

double ImportanceGrid::divergence(std::span<const int> good, std::span<const int> all) const
{
    constexpr double floor = 1e-12;
    const std::vector<double> above = density(good), whole = density(all);
    double sum = 0.0;
    for (std::size_t cell = 0; cell < whole.size(); ++cell) {
        const double ratio = (above[cell] + floor) / (whole[cell] + floor) - 1.0;
        sum += (whole[cell] + floor) * ratio * ratio;
    }
    return sum;
}

std::vector<double> ImportanceGrid::density(std::span<const int> counts) const
{
    std::vector<double> density(m_prior);
    for (double& value : density)
        value *= priorWeight;
    m_categorical ? addCategories(counts, density) : addNumbers(counts, density);
    const double weights = priorWeight + std::accumulate(counts.begin(), counts.end(), 0.0);
    for (double& value : density)
        value /= weights;
    return density;
}

/// Adds a kernel per category with observations: 1 / kernels for every category, plus 1 for its own, normalised.
void ImportanceGrid::addCategories(std::span<const int> counts, std::vector<double>& density) const
{
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    const double kernels = double(std::ranges::count_if(counts, [](int count) { return count > 0; })) + 1.0;
    const double share = priorWeight / kernels, sum = 1.0 + share * m_cells;
    for (std::size_t cell = 0; cell < density.size(); ++cell)
        density[cell] += (counts[cell] + total * share) / sum;
}

/// Adds a kernel per cell with observations: a normal distribution of the same width for all, truncated at the grid's ends.
void ImportanceGrid::addNumbers(std::span<const int> counts, std::vector<double>& density) const
{
    const double sigma = scottWidth(counts);
    std::vector<double> tail; // [distance]: mass of a kernel beyond the far edge of the cell that is `distance` cells away
    for (int distance = 0; distance < m_cells; ++distance)
        tail.push_back(upperTail((distance + 0.5) / sigma));
    for (int mu = 0; mu < m_cells; ++mu) {
        if (counts[std::size_t(mu)] == 0)
            continue;
        const double scale = counts[std::size_t(mu)] / (1.0 - tail[std::size_t(mu)] - tail[std::size_t(m_cells - 1 - mu)]);
        density[std::size_t(mu)] += scale * (1.0 - 2.0 * tail[0]);
        for (int cell = 0; cell < m_cells; ++cell)
            if (const auto distance = std::size_t(std::abs(cell - mu)))
                density[std::size_t(cell)] += scale * (tail[distance - 1] - tail[distance]);
    }
}

namespace {

/// The trials that have the parameter with one and the same distribution. A distribution of a single value is not informative.
struct Regime {
    Distribution distribution;
    ImportanceGrid grid;
    bool single;
    int begin; ///< index of its first cell when the cells of all regimes are counted in a row
};

/// One parameter and the cell of every trial.
struct Column {
    std::string name;
    std::vector<Regime> regimes;
    std::vector<int> cells; ///< per trial in order of rank, counted over all regimes; -1: the trial lacks the parameter

    int size() const { return regimes.empty() ? 0 : regimes.back().begin + regimes.back().grid.cells(); }

    int cellOf(const Parameter& parameter)
    {
        auto regime = std::ranges::find(regimes, parameter.distribution, &Regime::distribution);
        if (regime == regimes.end()) {
            const ImportanceGrid grid(parameter.distribution);
            regime = regimes.insert(regime, {parameter.distribution, grid, isSingle(parameter.distribution) || grid.cells() == 1, size()});
        }
        return regime->begin + regime->grid.cellOf(parameter.value);
    }
};

/// The trials in the form in which the estimate needs them, computed once; a bootstrap changes only how often each one counts.
class RankedTrials {
public:
    RankedTrials(const TrialRefs& trials, Direction direction)
    {
        TrialRefs ranked;
        for (const FrozenTrial* trial : trials)
            if (isComplete(*trial)) {
                for (const Parameter& parameter : trial->parameters)
                    if (m_places.emplace(parameter.name, m_columns.size()).second)
                        m_columns.push_back({parameter.name, {}, {}});
                if (std::isfinite(*trial->value))
                    ranked.push_back(trial);
            }
        std::ranges::stable_sort(ranked,
                                 [&](const FrozenTrial* a, const FrozenTrial* b) { return isBetter(*a->value, *b->value, direction); });
        for (Column& column : m_columns)
            column.cells.assign(ranked.size(), -1);
        for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
            m_values.push_back(*ranked[rank]->value);
            for (const Parameter& parameter : ranked[rank]->parameters) {
                Column& column = m_columns[m_places.at(parameter.name)];
                column.cells[rank] = column.cellOf(parameter);
            }
        }
    }

    std::size_t trials() const { return m_values.size(); }
    const std::vector<Column>& columns() const { return m_columns; }

    /// How many trials the best tenth holds, by number alone.
    long tenth() const { return long(std::ceil(0.1 * double(trials()))); }

    /// The end of the good ranks if each trial counts `times` times (the sum is trials()): the best tenth, and trials whose value
    /// equals that of its last one.
    std::size_t goodRanks(std::span<const int> times) const
    {
        const long wanted = tenth();
        std::size_t end = 0;
        for (long taken = 0; end < trials() && taken < wanted; ++end)
            taken += times[end];
        while (end > 0 && end < trials() && m_values[end] == m_values[end - 1])
            ++end;
        return end;
    }

    /// The importance of each column; they sum to 1, and are all equal if every divergence is 0.
    std::vector<double> importances(std::span<const int> times) const
    {
        const std::size_t goodEnd = goodRanks(times);
        const double goodTrials = std::accumulate(times.begin(), times.begin() + std::ptrdiff_t(goodEnd), 0.0);
        std::vector<double> result;
        for (const Column& column : m_columns)
            result.push_back(importance(column, times, goodEnd, goodTrials));
        const double sum = std::accumulate(result.begin(), result.end(), 0.0);
        for (double& value : result)
            value = sum > 0.0 ? value / sum : 1.0 / double(result.size());
        return result;
    }

private:
    /// The importance of `column` before normalisation.
    double importance(const Column& column, std::span<const int> times, std::size_t goodEnd, double goodTrials) const
    {
        constexpr int leastTrials = 2; // per regime
        std::vector<int> good(std::size_t(column.size()));
        const auto count = [&](std::vector<int>& into, std::size_t from, std::size_t to) {
            for (std::size_t rank = from; rank < to; ++rank)
                if (column.cells[rank] >= 0)
                    into[std::size_t(column.cells[rank])] += times[rank];
        };
        count(good, 0, goodEnd);
        std::vector<int> all = good;
        count(all, goodEnd, trials());
        double sum = 0.0;
        for (const Regime& regime : column.regimes) {
            const auto own = [&](const std::vector<int>& counts) {
                return std::span(counts).subspan(std::size_t(regime.begin), std::size_t(regime.grid.cells()));
            };
            const auto total = [](std::span<const int> counts) { return std::accumulate(counts.begin(), counts.end(), 0); };
            const int goodHere = total(own(good)), allHere = total(own(all));
            if (regime.single || allHere < leastTrials || goodHere == 0)
                continue;
            const double goodShare = goodHere / goodTrials, share = allHere / double(trials());
            sum += goodShare * goodShare / share * regime.grid.divergence(own(good), own(all));
        }
        return sum;
    }

    std::vector<double> m_values; ///< best first
    std::vector<Column> m_columns;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// The p-quantile of `sorted`, not empty, interpolated between the two nearest values.
double quantile(const std::vector<double>& sorted, double p)
{
    const double at = p * double(sorted.size() - 1);
    const auto below = std::size_t(at);
    return std::lerp(sorted[below], sorted[std::min(below + 1, sorted.size() - 1)], at - double(below));
}

} // namespace

ImportanceInfo importanceInfo(const TrialRefs& trials, Direction direction, int bootstraps, std::uint64_t seed)
{
    const RankedTrials ranked(trials, direction);
    const std::vector<int> once(ranked.trials(), 1);
    ImportanceInfo info{.trials = int(ranked.trials()), .good = int(ranked.goodRanks(once))};
    info.tooFew = ranked.tenth() < 2;
    info.enough = !info.tooFew && info.good < info.trials && !ranked.columns().empty();
    if (!info.enough)
        return info;
    info.bootstraps = bootstraps;

    const std::vector<double> estimate = ranked.importances(once);
    std::vector<std::vector<double>> spread(estimate.size());
    Rng rng(seed, "importance");
    for (int bootstrap = 0; bootstrap < bootstraps; ++bootstrap) {
        std::vector<int> times(ranked.trials(), 0);
        for (std::size_t draw = 0; draw < times.size(); ++draw)
            ++times[rng.below(times.size())];
        const std::vector<double> importances = ranked.importances(times);
        for (std::size_t i = 0; i < spread.size(); ++i)
            spread[i].push_back(importances[i]);
    }
    for (std::size_t i = 0; i < estimate.size(); ++i) {
        std::vector<double>& values = spread[i];
        std::ranges::sort(values);
        info.entries.push_back({ranked.columns()[i].name, estimate[i], values.empty() ? estimate[i] : quantile(values, 0.05),
                                values.empty() ? estimate[i] : quantile(values, 0.95)});
    }
    std::ranges::stable_sort(info.entries, std::greater<>(), &ImportanceInfo::Entry::importance);
    return info;
}

} // namespace reweigh
