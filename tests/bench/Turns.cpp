// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Turns.h"

#include "core/config/Names.h"
#include "tests/bench/Peer.h"
#include "tests/bench/StepBench.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace reweigh::bench {
namespace {

std::vector<std::string> peerCommand(const StepCase& which, const TurnOptions& options, Precision precision)
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
            nameOf(precision),
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

Precision peerPrecision(const StepCase& which)
{
    return which.method == "plain" || which.precision == Precision::Tf32 ? which.precision : Precision::Fp32;
}

/// On a device the clock runs until its queue is empty, which must be little beside the steps.
int stepsOfATurn(const StepCase& which)
{
    const int fewest = which.options().metaInterval;
    if (which.device != "cpu")
        return 20 * fewest;
    return which.model == "small-cnn" || which.model == "mlp" ? 10 : fewest;
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

    const bool isAlone = options.python == "none";
    Peer peer(isAlone ? std::vector<std::string>() : peerCommand(which, options, peerPrecision(which)));
    std::optional<Peer> narrow;
    if (which.method == "exact" && which.precision == Precision::Bf16 && !isAlone)
        narrow.emplace(peerCommand(which, options, Precision::Bf16));
    const int steps = stepsOfATurn(which);
    std::vector<double> ours, ownPlain, ownExact, theirs, theirsNarrow;
    std::vector<std::pair<std::function<std::optional<double>(int)>, std::vector<double>*>> sides;
    const auto add = [&](StepBench& side, std::vector<double>& into) {
        sides.emplace_back([&side](int count) { return std::optional(side.milliseconds(count)); }, &into);
    };
    const auto addPeer = [&](Peer& side, std::vector<double>& into) {
        const auto mean = [&side](int count) {
            const std::optional<double> spent = side.milliseconds(count);
            return spent ? std::optional(*spent / count) : std::nullopt;
        };
        sides.emplace_back(mean, &into);
    };
    add(step, ours);
    if (plain)
        add(*plain, ownPlain);
    if (exact)
        add(*exact, ownExact);
    addPeer(peer, theirs);
    if (narrow)
        addPeer(*narrow, theirsNarrow);
    std::erase_if(sides, [&](const auto& side) { return !side.first(2 * steps); }); // primitives are made, memory is touched; or it is gone
    for (int round = 0; round < options.rounds; ++round) {
        for (const auto& [time, into] : sides)
            if (const std::optional<double> spent = time(steps))
                into->push_back(*spent);
        std::ranges::reverse(sides);
    }
    result.ours = median(ours);
    result.plain = median(ownPlain);
    result.exact = median(ownExact);
    result.peer = median(theirs);
    result.narrowPeer = median(theirsNarrow);
    if (!theirs.empty())
        result.peerPeakBytes = peer.peakBytes();
    return result;
}

} // namespace reweigh::bench
