// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ImportanceInfo.h"

#include "core/analysis/ImportanceGrid.h"
#include "core/base/Rng.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace reweigh {
namespace {

/// Trials that have the parameter under one distribution. Where that holds one value only, the regime tells nothing.
struct Regime {
    Distribution distribution;
    ImportanceGrid grid;
    bool single;
    int begin; ///< its first cell among those of all regimes
};

/// One parameter, with every trial's cell.
struct Column {
    std::string name;
    std::vector<Regime> regimes;
    std::vector<int> cells; ///< by rank of the trial, counted through all regimes; -1: it lacks the parameter

    int size() const { return regimes.empty() ? 0 : regimes.back().begin + regimes.back().grid.cells(); }

    int cellOf(const Parameter& parameter)
    {
        auto regime = std::ranges::find(regimes, parameter.distribution, &Regime::distribution);
        if (regime == regimes.end())
            regime = regimes.insert(regime, {parameter.distribution, ImportanceGrid(parameter.distribution), isSingle(parameter.distribution), size()});
        return regime->begin + regime->grid.cellOf(parameter.value);
    }
};

/// All that the estimate needs of a study, once: a bootstrap only counts trials anew.
class Study {
public:
    Study(const TrialRefs& trials, Direction direction)
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
        std::ranges::stable_sort(ranked, [&](const FrozenTrial* a, const FrozenTrial* b) { return isBetter(*a->value, *b->value, direction); });
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

    /// Ranks below this are good when every trial is there `times` (in all as often as there are trials): the best tenth, and
    /// those equal to its last.
    std::size_t goodRanks(std::span<const int> times) const
    {
        const auto wanted = long(std::ceil(0.1 * double(trials())));
        std::size_t end = 0;
        for (long taken = 0; end < trials() && taken < wanted; ++end)
            taken += times[end];
        while (end > 0 && end < trials() && m_values[end] == m_values[end - 1])
            ++end;
        return end;
    }

    /// By column, summing to 1; all alike where nothing tells parameters apart.
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
    /// Up to a factor common to all columns.
    double importance(const Column& column, std::span<const int> times, std::size_t goodEnd, double goodTrials) const
    {
        constexpr int leastTrials = 2; // in a regime
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
            const auto own = [&](const std::vector<int>& counts) { return std::span(counts).subspan(std::size_t(regime.begin), std::size_t(regime.grid.cells())); };
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

/// Between the two nearest of `sorted`, not empty.
double quantile(const std::vector<double>& sorted, double p)
{
    const double at = p * double(sorted.size() - 1);
    const auto below = std::size_t(at);
    return std::lerp(sorted[below], sorted[std::min(below + 1, sorted.size() - 1)], at - double(below));
}

} // namespace

ImportanceInfo importanceInfo(const TrialRefs& trials, Direction direction, int bootstraps, std::uint64_t seed)
{
    const Study study(trials, direction);
    const std::vector<int> once(study.trials(), 1);
    ImportanceInfo info{.trials = int(study.trials()), .good = int(study.goodRanks(once))};
    info.enough = info.good >= 2 && info.good < info.trials && !study.columns().empty();
    if (!info.enough)
        return info;
    info.bootstraps = bootstraps;

    const std::vector<double> estimate = study.importances(once);
    std::vector<std::vector<double>> spread(estimate.size());
    Rng rng(seed, "importance");
    for (int bootstrap = 0; bootstrap < bootstraps; ++bootstrap) {
        std::vector<int> times(study.trials(), 0);
        for (std::size_t draw = 0; draw < times.size(); ++draw)
            ++times[rng.below(times.size())];
        const std::vector<double> importances = study.importances(times);
        for (std::size_t i = 0; i < spread.size(); ++i)
            spread[i].push_back(importances[i]);
    }
    for (std::size_t i = 0; i < estimate.size(); ++i) {
        std::vector<double>& values = spread[i];
        std::ranges::sort(values);
        info.entries.push_back({study.columns()[i].name, estimate[i], values.empty() ? estimate[i] : quantile(values, 0.05),
                                values.empty() ? estimate[i] : quantile(values, 0.95)});
    }
    std::ranges::stable_sort(info.entries, std::greater<>(), &ImportanceInfo::Entry::importance);
    return info;
}

} // namespace reweigh
