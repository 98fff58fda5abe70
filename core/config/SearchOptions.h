// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/MetaNetSpec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace reweigh {

/// A choice of whether MW-Net's input is standardised (MetaNetSpec::standardised).
enum class Standardise { No, Yes };

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
    std::vector<std::string> inputs = {"loss",         "loss+label",    "stage1+label",      "stage2+label",      "stage3+label",
                                       "logits+label", "softmax+label", "loss+stage3+label", "loss+logits+label", "loss+penultimate+label"};
    std::vector<Standardise> standardisations = {Standardise::No, Standardise::Yes}; ///< a parameter of the space if there are two
    std::vector<Activation> activations = {Activation::Relu, Activation::Tanh};
    double metaLrLow = 1e-4, metaLrHigh = 1e-2; ///< log scale
    int objectiveEpochs = 3;                    ///< k: the objective is mean validation accuracy of the last k epochs
    int retries = 1;                            ///< further attempts when memory runs out, each with half the batch size
    int variantSeeds = 1;                       ///< new seeds with which each compared variant is trained
    std::string study;                          ///< study file; empty: OUT/study.db

    friend bool operator==(const SearchOptions&, const SearchOptions&) = default;
};

} // namespace reweigh
