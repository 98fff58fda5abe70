// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "tests/bench/Turns.h"

#include <optional>
#include <string>
#include <vector>

namespace reweigh::bench {

/// One whole training with the demo preset: batches made, steps taken, every epoch evaluated on all splits, records and
/// checkpoint written. What a search spends its time on, of which a step is only the largest part.
struct TrialCase {
    std::string model;
    std::vector<int> hidden; ///< MW-Net's layers, fed by the loss
    double target = 0.0;     ///< smallest ratio to the peer that is asked for

    std::string name() const; ///< "trial mlp-largest"
};

std::vector<TrialCase> trialCases();

struct TrialResult {
    std::optional<double> ours, peer; ///< seconds, medians
    std::string missing;              ///< why nothing was measured, else empty

    std::optional<double> ratio() const { return ours && peer ? std::optional(*peer / *ours) : std::nullopt; }
};

/// `epochs` of training, one thread on either side, taking turns. The peer trains on the same images, labels and meta set, given
/// to it in files, by the public algorithm. Reading them is not timed.
TrialResult takeTrials(const TrialCase& which, const TurnOptions& options, int epochs);

/// Markdown.
std::string trialHeader(int epochs);
std::string trialLine(const TrialCase& which, const TrialResult& result);
nlohmann::json toJson(const TrialCase& which, const TrialResult& result, int epochs, const std::string& date);

} // namespace reweigh::bench
