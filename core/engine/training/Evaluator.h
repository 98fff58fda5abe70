// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training/BatchSource.h"
#include "core/progress/RunFigures.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>

namespace reweigh {

/// Computes cross entropy, accuracies and calibration error of a classifier on a split, with batch norm's running statistics, which are
/// only read. `w` is flat [P] in the compute type; sizeGroup [K] gives each class's group: 0 many, 1 medium, 2 few. Figures of an empty
/// split are NaN. Returns nothing if `stop` is requested before the last batch; it is checked between batches. No state changes, so that
/// an interrupted evaluation can be repeated.
std::optional<SplitFigures> evaluateSplit(const Network& network, const ParamSet& w, ParamSet& running, const BatchSource& batches,
                                          BatchSource::Split split, std::span<const int> sizeGroup, const std::stop_token& stop);

/// What a classifier answers to the N training samples, on the CPU.
struct TrainingAnswers {
    at::Tensor probabilities; ///< [N, K], fp64, softmax of the logits
    at::Tensor labels;        ///< [N], int64, observed labels
};

/// The answers to the training samples at positions 0 to samples - 1, which are not augmented; samples >= 1. Arguments, `stop` and what
/// does not change are as in evaluateSplit().
std::optional<TrainingAnswers> answersToTraining(const Network& network, const ParamSet& w, ParamSet& running, const BatchSource& batches,
                                                 std::size_t samples, const std::stop_token& stop);

} // namespace reweigh
