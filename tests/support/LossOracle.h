// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include "core/config/Methods.h"

#include <functional>
#include <map>
#include <stdexcept>
#include <string>

namespace reweigh::test {

/// A reference implementation of a loss, as in its paper, with differentiable operations: losses [n] from logits [n, K] and labels [n].
using LossOracle = std::function<at::Tensor(const at::Tensor& logits, const at::Tensor& labels)>;

/// The reference implementation of options.loss. Every row of lossRows() must have one here; throws std::out_of_range where it is missing.
inline LossOracle lossOracle(const TrainOptions& options)
{
    static const std::map<std::string, std::function<LossOracle(const TrainOptions&)>> oracles = {
        {"ce",
         [](const TrainOptions&) -> LossOracle {
             return [](const at::Tensor& logits, const at::Tensor& labels) {
                 return at::cross_entropy_loss(logits, labels, {}, at::Reduction::None);
             };
         }},
        {"focal",
         [](const TrainOptions& o) -> LossOracle {
             return [gamma = methodSetting(o, "focal-gamma")](const at::Tensor& logits, const at::Tensor& labels) {
                 const at::Tensor log = at::log_softmax(logits, 1).gather(1, labels.unsqueeze(1)).squeeze(1);
                 return -at::pow(1 - log.exp(), gamma) * log;
             };
         }},
    };
    return oracles.at(options.loss)(options);
}

} // namespace reweigh::test
