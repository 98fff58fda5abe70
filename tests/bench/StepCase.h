// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TrainOptions.h"
#include "core/engine/models/ClassifierFactory.h"

#include <optional>
#include <string>
#include <vector>

namespace reweigh::bench {

/// One kind of step to be timed.
struct StepCase {
    std::string method; ///< exact, plain, or one of the cheaper ones
    std::string model;
    Precision precision = Precision::Fp32;
    ImageShape shape;
    int batch = 100;
    std::string device = "cpu";
    std::vector<int> hidden = {100}; ///< MW-Net's layers
    bool saturated = false;          ///< MW-Net answers 0 to every loss, as some do once trained: its gradients are denormal numbers
    std::optional<double> target;    ///< smallest ratio to the peer that is asked for

    std::string name() const;               ///< "exact resnet32 cpu fp32", "exact mlp-largest saturated cpu fp32"
    TrainOptions options() const;           ///< the step's own, MW-Net fed by the loss
    StepCase with(const char* other) const; ///< the same step by another method, with no target
    bool cheaper() const { return method != "exact" && method != "plain"; }
};

/// Every cell of the table of targets, row by row.
std::vector<StepCase> targetCases();

/// Steps whose MW-Net is no fresh one: the largest of a search, and saturated ones, beside the peer in the same state.
std::vector<StepCase> trainedCases();

/// The options that make the meta step cheaper and no longer exact: lagged, interval-5, last-block, head.
std::vector<StepCase> cheaperCases();

/// What was measured of a case; what was not is empty.
struct StepResult {
    std::optional<double> ours, peer; ///< milliseconds a step, medians
    std::optional<double> narrowPeer; ///< of the public algorithm in bf16, where ours is the exact step in bf16
    std::optional<double> plain;      ///< our own plain step's, in turns with a reweighted one
    std::optional<double> exact;      ///< our own exact step's, in turns with a cheaper one
    std::optional<double> peakBytes, plainPeakBytes, peerPeakBytes; ///< most bytes of live tensors in a step

    std::optional<double> ratio() const { return quotient(peer, ours); }
    std::optional<double> narrowRatio() const { return quotient(narrowPeer, ours); }
    std::optional<double> plainRatio() const { return quotient(ours, plain); }
    std::optional<double> gain() const { return quotient(exact, ours); } ///< of a cheaper step
    std::optional<double> memoryRatio() const { return quotient(peakBytes, plainPeakBytes); }

private:
    static std::optional<double> quotient(const std::optional<double>& a, const std::optional<double>& b)
    {
        return a && b ? std::optional(*a / *b) : std::nullopt;
    }
};

} // namespace reweigh::bench
