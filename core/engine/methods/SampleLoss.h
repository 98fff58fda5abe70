// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace reweigh {

/// What a loss computes for each sample of a batch on its own, in the dtype of the logits.
struct SampleLosses {
    at::Tensor losses;        ///< [n]
    at::Tensor derivative;    ///< [n, K], derivative of each sample's loss by its own logits
    at::Tensor probabilities; ///< [n, K], softmax of the logits
};

/// What a loss may use beside logits and labels.
struct LossContext {
    at::Tensor classCounts; ///< [K], fp64: number of training samples per class, by the labels that --class-counts names, usually the
                            ///< observed ones; undefined where it is not known
    at::Tensor noiseMatrix; ///< [K, K], fp64: probability of observed label j given true label i, known or estimated; else undefined
    int epoch = 1;          ///< the current epoch, from 1
    int epochs = 1;         ///< number of epochs of the whole run

    /// Whether the share `share` of the run, in [0, 1], is over when the epoch begins; at 0.8 of 200 epochs, from epoch 161 on. The
    /// small number is for shares that binary fractions do not hold exactly.
    bool passed(double share) const { return epoch - 1 >= share * epochs - 1e-9; }
};

/// A training loss: l_i, the loss of a training sample under its observed label, and dl_i/dz_i, its derivative by the sample's logits.
/// The training step needs no more of a loss, also for the exact meta gradient. Immutable; may be used on any thread.
class SampleLoss {
public:
    virtual ~SampleLoss() = default;

    /// Computes the loss of every sample. `logits` [n, K], fp32 or fp64; `labels` [n], int64 in [0, K), on the same device. Results are
    /// finite wherever the logits are. n = 0 gives empty tensors. Throws c10::Error if the shapes do not fit.
    virtual SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) const = 0;

    /// A number for the loss's constants in an epoch, for losses whose constants change with the epoch. A CUDA device repeats a
    /// recorded step only while this number stays the same.
    virtual long form(const LossContext&) const { return 0; }

    /// Whether the noise matrix is to be estimated before the epoch context.epoch, from 2 on, begins: then noiseEstimate() is called, and
    /// its result overwrites context.noiseMatrix in place. Default: false.
    virtual bool wantsNoiseEstimate(const LossContext&) const { return false; }

    /// The noise matrix [K, K], fp64, that the classifier's answers to all N training samples suggest. `probabilities` [N, K], the softmax
    /// of their logits; `labels` [N], int64, their observed labels. Called only where wantsNoiseEstimate() says so.
    virtual at::Tensor noiseEstimate(const at::Tensor& /*probabilities*/, const at::Tensor& /*labels*/) const { return {}; }
};

} // namespace reweigh
