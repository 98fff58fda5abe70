// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/methods/AnchorPoints.h"
#include "core/engine/methods/CrossEntropyLoss.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

namespace reweigh {

/// Forward correction: l = -log (T^T p)_y = -log sum_i p_i T_iy, with p the softmax of the logits and T_ij the probability of observed
/// label j given true label i (Patrini et al. 2017, Making Deep Neural Networks Robust to Label Noise: a Loss Correction Approach,
/// Theorem 2). Its minimiser is that of cross entropy on the true labels. With r_i = p_i T_iy / (T^T p)_y, the probability of true label i
/// given the observed one, dl/dz = p - r. The identity as T is cross entropy.
///
/// T is context.noiseMatrix: here the probabilities that the artificial noise was drawn with. All is computed from log p + log T, where a
/// T_iy of 0 is an exp of 0 and no class's p underflows. T_yy counts as 1e-30 at least, so that no observed label is impossible. Shapes as
/// in SampleLoss; context.noiseMatrix must be defined.
class ForwardLoss : public SampleLoss {
public:
    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) const override
    {
        const at::Tensor& matrix = context.noiseMatrix; // fp64
        const at::Tensor logMatrix = at::maximum(matrix, at::eye(matrix.size(0), matrix.options()) * 1e-30).log();
        const at::Tensor logP = at::log_softmax(logits, 1);
        const at::Tensor joint = logP + logMatrix.t().to(logits.options()).index_select(0, labels); // [n, K], log(p_i T_iy)
        at::Tensor p = at::exp(logP);
        return {at::logsumexp(joint, 1).neg().clamp_min(0), p - at::softmax(joint, 1), p};
    }
};

/// Forward correction where the noise is unknown: for the share `forward-warm-up` of the run, and at least for one epoch, plain cross
/// entropy; then T is estimated once, from the classifier's answers to all training samples (anchorMatrix(), with `forward-percentile`),
/// and the loss is ForwardLoss's with that T. form() changes with the switch.
///
/// Departures from Patrini et al. 2017: there a first network trains to the end with cross entropy, only to estimate T, and a second one
/// trains anew with the correction; here one network does both, in one run. The authors' code leaves out the 3 % of the samples that are
/// most likely of a class, except for CIFAR-100; here none is left out unless the percentile says so, because a class may have fewer.
class ForwardEstimatedLoss : public SampleLoss {
public:
    explicit ForwardEstimatedLoss(const TrainOptions& options)
        : m_warmUp(methodSetting(options, "forward-warm-up"))
        , m_percentile(methodSetting(options, "forward-percentile"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) const override
    {
        return corrects(context) ? m_corrected.evaluate(logits, labels, context) : m_plain.evaluate(logits, labels, context);
    }

    long form(const LossContext& context) const override { return corrects(context); }

    bool wantsNoiseEstimate(const LossContext& context) const override
    {
        LossContext before = context;
        --before.epoch;
        return corrects(context) && !corrects(before);
    }

    at::Tensor noiseEstimate(const at::Tensor& probabilities, const at::Tensor& labels) const override
    {
        return anchorMatrix(probabilities, labels, m_percentile);
    }

private:
    bool corrects(const LossContext& context) const { return context.epoch > 1 && context.passed(m_warmUp); }

    double m_warmUp, m_percentile;
    CrossEntropyLoss m_plain;
    ForwardLoss m_corrected;
};

} // namespace reweigh
