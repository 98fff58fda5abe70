// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PlanState.h"

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace reweigh {

/// How much of a plan is done, and how long the rest takes. A training costs as much as those of its variant that are stored: of its
/// cell or else of others; where none is, as much as the mean training, by its epochs. A trial costs as much as its cell's `searched`.
class PlanProgress {
public:
    explicit PlanProgress(const PlanState& state);

    /// Seconds for all that is left with `workers` trainings at once, by the trainings that are stored; NaN if there are none.
    double secondsLeft(int workers) const;

    int all() const { return m_all; }     ///< trials and trainings of the plan
    int ended() const { return m_ended; } ///< those that are done

    /// Counts what has ended, and returns the estimate after it: seconds for the rest, at the pace since begin().
    double trialEnded(const PlanCell& cell);
    double runEnded(const PlanCell& cell, const std::string& variant);
    void begin();
    /// Counts what is stored of a cell whose comparison begins, whoever trained it, and which variants turned out to be different
    /// trainings: `results`, as PlanEvents::resultsKept tells them.
    void comparisonBegins(const PlanCell& cell, const std::vector<VariantResult>& results);
    /// Takes what another process has trained off the time that is left.
    void foundEnded(const PlanCell& cell, const std::string& variant);

    /// Whether the training with this hash and seed is neither stored nor reported yet. Reports it.
    bool isNew(const PlanCell& cell, const std::string& hash, int seed) { return m_said.emplace(cell.name, hash, seed).second; }

private:
    struct Mean {
        double sum = 0.0;
        int count = 0;
        void add(double value) { sum += value, ++count; }
        double value() const { return sum / count; }
    };

    double cost(const PlanCell& cell, const std::string& variant) const;
    void spend(double cost);
    double ended(const PlanCell& cell, double cost);

    /// Trials and trainings of a cell.
    struct Count {
        int all = 0, ended = 0;
    };

    std::map<std::pair<std::string, std::string>, Mean> m_ofCell; ///< seconds, by cell and variant
    std::map<std::string, Mean> m_perEpoch;                       ///< seconds per epoch, by variant
    Mean m_anyPerEpoch;
    std::map<std::string, Count> m_counts; ///< by cell
    std::map<std::string, int> m_trials;   ///< of each cell's searches
    bool m_transfers = false;              ///< whether networks that other cells find are trained in a cell, which adds to its trainings
    int m_all = 0, m_ended = 0;
    double m_costLeft = 0.0, m_costEnded = 0.0;
    std::set<std::tuple<std::string, std::string, int>> m_said;
    std::chrono::steady_clock::time_point m_start;
};

} // namespace reweigh
