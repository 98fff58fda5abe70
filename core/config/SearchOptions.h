// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/MetaNetSpec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace reweigh {

/// The ranges of MW-Net architectures that a search explores, and how it explores them.
struct SearchOptions {
    int trials = 12;
    std::string sampler = "tpe";   ///< one of samplerRows() in core/search/SamplerFactory.h
    std::string pruner = "median"; ///< one of prunerRows() in core/study/PrunerFactory.h
    OwnValues ownSettings;         ///< own numbers of samplers and pruners, by key; absent: the row's default
    std::uint64_t searchSeed = 0;
    int lag = 0;                       ///< N >= 1: trial n learns from the trials up to n - N only; 0: from all that have ended
    int layersLow = 1, layersHigh = 3; ///< hidden layers
    int nodesLow = 8, nodesHigh = 256; ///< nodes per layer, log scale
    std::vector<std::string> inputs = {"loss",         "loss+label",   "stage1+label", "stage2+label",
                                       "stage3+label", "logits+label", "softmax+label"};
    std::vector<Activation> activations = {Activation::Relu, Activation::Tanh};
    double metaLrLow = 1e-4, metaLrHigh = 1e-2; ///< log scale
    int objectiveEpochs = 3;                    ///< k: the objective is mean clean validation accuracy of the last k epochs
    int retries = 1;                            ///< further attempts when memory runs out, each with half the batch size
    int variantSeeds = 1;                       ///< new seeds with which each compared variant is trained
    std::string study;                          ///< study file; empty: OUT/study.db

    friend bool operator==(const SearchOptions&, const SearchOptions&) = default;
};

} // namespace reweigh
