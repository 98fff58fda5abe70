// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/TrialHandle.h"

#include <cmath>
#include <functional>

namespace reweigh::test {

/// A cheap replacement for the objective that trains. It draws parameters of each kind, some of them conditional, as the real search
/// space has, and reports three values. `between` is called between any two steps, where a test may interrupt it.
class ScriptedObjective : public Objective {
public:
    std::function<void()> between = [] {};
    /// Makes the outcome of a trial from its number and value; by default it is complete with that value.
    std::function<Result<TrialOutcome>(std::int64_t number, double value)> ending = [](std::int64_t, double value) -> Result<TrialOutcome> {
        return TrialOutcome{TrialState::Complete, value, {}, {}};
    };

    Result<TrialOutcome> run(TrialHandle& trial) override
    {
        between();
        const auto layers = trial.suggestInt("layers", {.low = 1, .high = 3});
        if (!layers)
            return layers.error();
        double value = double(*layers);
        for (int layer = 0; layer < *layers; ++layer) {
            between();
            const auto nodes = trial.suggestInt("nodes" + std::to_string(layer), {.low = 8, .high = 256, .log = true});
            if (!nodes)
                return nodes.error();
            value -= std::abs(double(*nodes) - 60.0) / 200.0;
        }
        between();
        const auto rate = trial.suggestFloat("rate", {.low = 1e-4, .high = 1e-2, .log = true});
        if (!rate)
            return rate.error();
        const auto tap = trial.suggestCategorical("tap", {{"loss", "logits", "stage3"}});
        if (!tap)
            return tap.error();
        value -= std::abs(std::log10(*rate) + 3.0) + ((*tap).get<std::string>() == "loss" ? 0.0 : 0.25);
        for (int epoch = 1; epoch <= 3; ++epoch) {
            between();
            if (const Status reported = trial.report(epoch, value * epoch / 3.0); !reported)
                return reported.error();
            const Result<bool> prune = trial.shouldPrune();
            if (!prune)
                return prune.error();
            if (*prune)
                return TrialOutcome{TrialState::Pruned, {}, {}, {}};
        }
        between();
        return ending(trial.number(), value);
    }
};

} // namespace reweigh::test
