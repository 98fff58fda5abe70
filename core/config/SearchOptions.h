// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace reweigh {

enum class SamplerKind { Tpe, Random };
enum class PrunerKind { None, Median };

/// Ranges of the searched MW-Net architecture and how they are searched.
struct SearchOptions {
    int trials = 12;
    SamplerKind sampler = SamplerKind::Tpe;
    PrunerKind pruner = PrunerKind::Median;
    std::uint64_t searchSeed = 0;
    int layersLow = 1, layersHigh = 3;           ///< hidden layers
    int nodesLow = 8, nodesHigh = 256;           ///< nodes a layer, log scale
    std::vector<std::string> taps = {"loss", "loss+label", "stage1+label", "stage2+label", "stage3+label", "logits+label", "softmax+label"};
    std::vector<Activation> activations = {Activation::Relu, Activation::Tanh};
    double metaLrLow = 1e-4, metaLrHigh = 1e-2;  ///< log scale
    int objectiveEpochs = 3;                     ///< k: the objective is mean clean validation accuracy of the last k epochs
    int prunerStartupTrials = 5;                 ///< Optuna's MedianPruner n_startup_trials
    int prunerWarmupEpochs = 2;                  ///< n_warmup_steps
    int retries = 1;                             ///< after out of memory, each with half the batch
    int armSeeds = 1;                            ///< fresh training seeds a comparison arm is run with
    std::string study;                           ///< study file; empty: OUT/study.db

    friend bool operator==(const SearchOptions&, const SearchOptions&) = default;
};

} // namespace reweigh
