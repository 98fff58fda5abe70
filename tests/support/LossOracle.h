// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include "core/config/Methods.h"
#include "core/engine/methods/SampleLoss.h"

#include <cmath>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>

namespace reweigh::test {

/// A reference implementation of a loss, as in its paper, with differentiable operations: losses [n] from logits [n, K], labels [n] and
/// what the loss may know of the run.
using LossOracle = std::function<at::Tensor(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context)>;

/// What a loss may know of a run with `classes` classes, on the CPU: label j is observed 7 (j + 1) times, the noise is not symmetric, and
/// it is epoch 4 of 5.
inline LossContext exampleContext(int64_t classes)
{
    const at::Tensor ramp = at::arange(1, classes + 1, at::kDouble);
    return {.classCounts = ramp * 7, .noiseMatrix = at::eye(classes, at::kDouble) * 0.7 + ramp / ramp.sum() * 0.3, .epoch = 4, .epochs = 5};
}

/// Of each row of `values` [n, K] the entry of its label, [n].
inline at::Tensor ofLabel(const at::Tensor& values, const at::Tensor& labels)
{
    return values.gather(1, labels.unsqueeze(1)).squeeze(1);
}

/// -log of the label's softmax probability, [n].
inline at::Tensor minusLogP(const at::Tensor& logits, const at::Tensor& labels)
{
    return at::cross_entropy_loss(logits, labels, {}, at::Reduction::None);
}

/// (1 - p^q) / q of p = exp(-minusLog), and its limit where q is 0.
inline at::Tensor generalised(const at::Tensor& minusLog, double q)
{
    return q == 0 ? minusLog : (1 - at::pow(at::exp(-minusLog), q)) / q;
}

/// The weights [K] of Cui et al. 2019 for labels that are observed `counts` [K] times; they sum to K.
inline at::Tensor classBalanced(const at::Tensor& counts)
{
    const at::Tensor weights = (1 - 0.9999) / (1 - at::pow(at::full_like(counts, 0.9999), counts));
    return weights / weights.sum() * double(counts.size(0));
}

/// The reference implementation of options.loss. Every row of lossRows() must have one here; throws std::out_of_range where it is missing.
inline LossOracle lossOracle(const TrainOptions& options)
{
    static const std::map<std::string, std::function<LossOracle(const TrainOptions&)>> oracles = {
        {"ce",
         [](const TrainOptions&) -> LossOracle {
             return [](const at::Tensor& logits, const at::Tensor& labels, const LossContext&) { return minusLogP(logits, labels); };
         }},
        {"focal",
         [](const TrainOptions& o) -> LossOracle {
             return [gamma = methodSetting(o, "focal-gamma")](const at::Tensor& logits, const at::Tensor& labels, const LossContext&) {
                 const at::Tensor log = ofLabel(at::log_softmax(logits, 1), labels);
                 return -at::pow(1 - log.exp(), gamma) * log;
             };
         }},
        {"flsd",
         [](const TrainOptions&) -> LossOracle {
             return [](const at::Tensor& logits, const at::Tensor& labels, const LossContext&) {
                 const at::Tensor log = ofLabel(at::log_softmax(logits, 1), labels), p = log.exp();
                 return at::where(p.detach() < 0.2, -at::pow(1 - p, 5) * log, -at::pow(1 - p, 3) * log);
             };
         }},
        {"dual-focal",
         [](const TrainOptions& o) -> LossOracle {
             return [gamma = methodSetting(o, "dual-focal-gamma")](const at::Tensor& logits, const at::Tensor& labels, const LossContext&) {
                 const at::Tensor all = at::softmax(logits, 1), p = ofLabel(all, labels);
                 const at::Tensor next = (all * (all < p.unsqueeze(1)).to(all.scalar_type())).amax(1);
                 return -at::pow(1 - p + next, gamma) * p.log();
             };
         }},
        {"quality-focal",
         [](const TrainOptions& o) -> LossOracle {
             return
                 [beta = methodSetting(o, "quality-focal-beta")](const at::Tensor& logits, const at::Tensor& labels, const LossContext&) {
                     const at::Tensor s = at::sigmoid(logits), y = at::one_hot(labels, logits.size(1)).to(logits.scalar_type());
                     const at::Tensor entropy = at::binary_cross_entropy_with_logits(logits, y, {}, {}, at::Reduction::None);
                     return (at::pow((y - s).abs(), beta) * entropy).sum(1);
                 };
         }},
        {"gce",
         [](const TrainOptions& o) -> LossOracle {
             return [q = methodSetting(o, "gce-q")](const at::Tensor& logits, const at::Tensor& labels, const LossContext&) {
                 return generalised(minusLogP(logits, labels), q);
             };
         }},
        {"truncated-gce",
         [](const TrainOptions& o) -> LossOracle {
             return [q = methodSetting(o, "truncated-gce-q"), k = methodSetting(o, "truncated-gce-k"),
                     start = methodSetting(o, "truncated-gce-start")](const at::Tensor& logits, const at::Tensor& labels,
                                                                      const LossContext& context) {
                 const at::Tensor minusLog = minusLogP(logits, labels), plain = generalised(minusLog, q);
                 if (context.epoch - 1 < start * context.epochs)
                     return plain;
                 const at::Tensor constant = generalised(at::full_like(minusLog, -std::log(k)), q);
                 return at::where(at::exp(-minusLog) > k, plain, constant);
             };
         }},
        {"ldam",
         [](const TrainOptions& o) -> LossOracle {
             return [widest = methodSetting(o, "ldam-margin"), s = methodSetting(o, "ldam-scale"),
                     drw = methodSetting(o, "ldam-drw-epoch")](const at::Tensor& logits, const at::Tensor& labels,
                                                               const LossContext& context) {
                 const at::Tensor roots = 1 / context.classCounts.sqrt().sqrt(), margins = roots * (widest / roots.max());
                 const at::Tensor y = at::one_hot(labels, logits.size(1)).to(logits.scalar_type());
                 const at::Tensor losses = minusLogP(s * (logits - y * margins), labels);
                 const bool late = drw > 0 && context.epoch - 1 >= drw * context.epochs;
                 return late ? losses * classBalanced(context.classCounts).index_select(0, labels) : losses;
             };
         }},
        {"logit-adjustment",
         [](const TrainOptions& o) -> LossOracle {
             return [tau = methodSetting(o, "logit-adjustment-tau")](const at::Tensor& logits, const at::Tensor& labels,
                                                                     const LossContext& context) {
                 const at::Tensor share = context.classCounts / context.classCounts.sum();
                 return minusLogP(logits + tau * share.log(), labels);
             };
         }},
        {"balanced-softmax",
         [](const TrainOptions&) -> LossOracle {
             return [](const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) {
                 const at::Tensor parts = context.classCounts * logits.exp();
                 return -at::log(ofLabel(parts, labels) / parts.sum(1));
             };
         }},
        {"forward",
         [](const TrainOptions&) -> LossOracle {
             return [](const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) {
                 return -at::log(ofLabel(at::matmul(at::softmax(logits, 1), context.noiseMatrix), labels));
             };
         }},
        {"forward-estimated",
         [](const TrainOptions& o) -> LossOracle {
             return [warmUp = methodSetting(o, "forward-warm-up")](const at::Tensor& logits, const at::Tensor& labels,
                                                                   const LossContext& context) {
                 if (context.epoch == 1 || context.epoch - 1 < warmUp * context.epochs)
                     return minusLogP(logits, labels);
                 return -at::log(ofLabel(at::matmul(at::softmax(logits, 1), context.noiseMatrix), labels));
             };
         }},
        {"label-smoothing",
         [](const TrainOptions& o) -> LossOracle {
             return
                 [e = methodSetting(o, "label-smoothing-epsilon")](const at::Tensor& logits, const at::Tensor& labels, const LossContext&) {
                     const at::Tensor y = at::one_hot(labels, logits.size(1)).to(logits.scalar_type());
                     return -(((1 - e) * y + e / double(logits.size(1))) * at::log_softmax(logits, 1)).sum(1);
                 };
         }},
        {"sce",
         [](const TrainOptions& o) -> LossOracle {
             return [alpha = methodSetting(o, "sce-alpha"), beta = methodSetting(o, "sce-beta"),
                     logZero = methodSetting(o, "sce-log-zero")](const at::Tensor& logits, const at::Tensor& labels, const LossContext&) {
                 const at::Tensor logLabel = (1 - at::one_hot(labels, logits.size(1)).to(logits.scalar_type())) * logZero;
                 return alpha * minusLogP(logits, labels) - beta * (at::softmax(logits, 1) * logLabel).sum(1);
             };
         }},
    };
    return oracles.at(options.loss)(options);
}

} // namespace reweigh::test
