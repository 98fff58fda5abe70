// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Turns.h"

#include "core/config/Names.h"
#include "tests/bench/Peer.h"
#include "tests/bench/StepBench.h"

#include <algorithm>

namespace reweigh::bench {
namespace {

std::vector<std::string> peerCommand(const StepCase& which, const TurnOptions& options)
{
    std::string hidden;
    for (const int width : which.options().metaNet.hidden)
        hidden += (hidden.empty() ? "" : ",") + std::to_string(width);
    return {options.python,
            options.peer,
            "--method",
            which.method == "plain" ? "plain" : "exact",
            "--model",
            which.model,
            "--precision",
            which.method == "plain" ? nameOf(which.precision) : "fp32",
            "--side",
            std::to_string(which.shape.height),
            "--channels",
            std::to_string(which.shape.channels),
            "--batch",
            std::to_string(which.batch),
            "--threads",
            std::to_string(options.threads),
            "--device",
            which.device,
            "--hidden",
            hidden,
            which.saturated ? "--saturated" : "--fresh"};
}

} // namespace

std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    return values[values.size() / 2];
}

StepResult takeTurns(const StepCase& which, const TurnOptions& options)
{
    StepResult result;
    const bool reweighted = which.method != "plain", countsBytes = which.device == "cpu";
    if (reweighted && countsBytes) // alone, so that neither's tensors count as the other's
        result.plainPeakBytes = double(StepBench(which.with("plain")).peakBytes());
    StepBench step(which);
    if (countsBytes)
        result.peakBytes = double(step.peakBytes());
    std::optional<StepBench> plain, exact;
    if (reweighted)
        plain.emplace(which.with("plain"));
    if (which.cheaper())
        exact.emplace(which.with("exact"));

    Peer peer(options.python == "none" ? std::vector<std::string>() : peerCommand(which, options));
    const int steps = which.model == "small-cnn" || which.model == "mlp" ? 10 : which.options().metaInterval;
    for (StepBench* side : {&step, plain ? &*plain : nullptr, exact ? &*exact : nullptr})
        if (side)
            side->milliseconds(2 * steps); // primitives are made, memory is touched
    const bool alone = !peer.milliseconds(2);
    std::vector<double> ours, ownPlain, ownExact, theirs;
    for (int round = 0; round < options.rounds; ++round) {
        ours.push_back(step.milliseconds(steps));
        if (plain)
            ownPlain.push_back(plain->milliseconds(steps));
        if (exact)
            ownExact.push_back(exact->milliseconds(steps));
        if (!alone)
            if (const auto spent = peer.milliseconds(steps))
                theirs.push_back(*spent / steps);
    }
    result.ours = median(ours);
    result.plain = median(ownPlain);
    result.exact = median(ownExact);
    result.peer = median(theirs);
    if (!alone)
        result.peerPeakBytes = peer.peakBytes();
    return result;
}

} // namespace reweigh::bench
