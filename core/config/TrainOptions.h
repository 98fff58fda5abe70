// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace reweigh {

enum class Schedule { Constant, Step, Cosine };
enum class MetaOptimizer { Adam, Sgd };
enum class Precision {
    Fp32,
    Tf32, ///< as fp32, but a GPU's convolutions and matrix products may round their factors to 10 bits
    Bf16, ///< activations in bf16, weights in fp32
    Fp64,
};

/// By which labels losses and weightings count the samples of a class.
enum class ClassCounts {
    Observed, ///< all that a user has
    True,     ///< known for artificial noise and for sets whose labels are right: an upper line, for experiments
};

/// How an epoch is divided into batches where their size does not divide the training set. Batch norm and SGD with momentum suffer from a
/// batch of a few samples: variants whose training sets differ by some images can then differ by points of accuracy for no other reason.
enum class LastBatch {
    Even, ///< as many batches, whose sizes differ by one sample at most
    Rest, ///< all of the batch size but the last, which has what is left, as PyTorch's DataLoader gives by default
};

/// Which of the classifier's parameters the virtual step changes. The exact method changes all of them; a step on fewer
/// costs less and gives the meta gradient of a classifier whose other parameters are constant.
enum class VirtualStep {
    Full,      ///< every parameter: exact
    LastBlock, ///< the parameters of the last block of layers and of the head
    Head,      ///< the parameters of the last linear layer
};

/// How one classifier is trained.
struct TrainOptions {
    std::string model = "small-cnn"; ///< mlp, small-cnn, resnet32, wrn-28-10
    std::string loss = "ce";         ///< loss per sample: one of lossRows() in core/config/Methods.h
    std::string weighting = "mwnet"; ///< how the samples' losses are weighted: one of weightingRows(); "none": every weight is 1
    std::map<std::string, double> methodSettings; ///< own numbers of losses and weightings, by key; absent: the row's default
    ClassCounts classCounts = ClassCounts::Observed;
    double pseudoWarmUp = 0.2; ///< share of the epochs, in [0, 1], before a training chooses its meta set, if it does (MetaSource)
    MetaNetSpec metaNet;
    int epochs = 10;
    int batchSize = 128;
    LastBatch lastBatch = LastBatch::Even;
    int metaBatchSize = 100;
    double lr = 0.1;
    double momentum = 0.9;
    bool nesterov = false;
    double weightDecay = 5e-4;
    Schedule schedule = Schedule::Cosine;
    std::vector<int> milestones; ///< epochs at which a step schedule multiplies lr by lrDecay
    double lrDecay = 0.1;
    double metaLr = 1e-3;
    MetaOptimizer metaOptimizer = MetaOptimizer::Adam;
    double metaWeightDecay = 1e-4;
    VirtualStep virtualStep = VirtualStep::Full;
    int metaInterval = 1;        ///< n: every n-th step, beginning with the first, has a meta step; 1: every step, exact
    bool laggedWeights = false;  ///< samples are weighted by the weighting as it was before the step's meta step; false: after it, exact
    bool augment = true;         ///< reflect-pad 4, random crop, horizontal flip
    bool testEveryEpoch = true;  ///< false: the test images are evaluated only after the last epochs, those that count
    std::uint64_t trainSeed = 0; ///< seed of initial weights, batch order and augmentation
    std::string device = "auto"; ///< auto, cpu, cuda:N
    Precision precision = Precision::Fp32;
    int threads = 0; ///< 0: one per core

    friend bool operator==(const TrainOptions&, const TrainOptions&) = default;
};

} // namespace reweigh
