// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/engine/methods/CrossEntropyLoss.h"
#include "core/engine/methods/Unweighted.h"
#include "core/engine/training/Evaluator.h"
#include "core/engine/training/StepRunner.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

namespace reweigh {

/// A pseudo meta set (MetaSource::Pseudo): a training that has no images with known labels to learn weights from trains by plain cross
/// entropy first, and then takes the training images whose observed labels it believes most, some of each class. So do Shu et al. (2023,
/// CMW-Net) where they have no clean images; their code chooses anew after every epoch, here the choice is made once, so that the figures of
/// all later epochs are of one meta set. The images stay in the training set. All is drawn from the run's own seeds and kept in its
/// checkpoint, so that the choice is the same for any number of trainings at once and however often the run is interrupted.

/// Whether the training of `job` chooses its meta set itself: its recipe asks for it, and its weighting learns from one.
bool choosesMetaSet(const TrainJob& job);

/// The number of epochs of warm-up: the share TrainOptions::pseudoWarmUp of all epochs, rounded, but at least 1 and at most all but one. 0
/// if the training chooses no meta set.
int warmUpEpochs(const TrainJob& job);

/// The chosen samples of lowest loss -log p_y: [K, perClass], int64, on the CPU, row c with the positions of the samples observed as class
/// c, of lowest loss first; of equal losses the earlier position. A class with fewer samples ends in -1. Losses that are not finite come
/// last. `answers`: of a run with K classes.
at::Tensor lowestLosses(const TrainingAnswers& answers, std::int64_t perClass);

/// The positions in a tensor of lowestLosses(), class after class, without the -1.
std::vector<std::uint32_t> chosenPositions(const at::Tensor& chosen);

/// The steps of the warm-up: cross entropy with weights of 1, by the run's own optimiser.
class WarmUpSteps {
public:
    /// `network` must outlive the object; the other arguments are as in MetaStep and StepRunner.
    WarmUpSteps(const Network& network, const TrainOptions& options, const c10::Device& device);

    StepRunner& runner() { return m_runner; }

private:
    CrossEntropyLoss m_loss;
    Unweighted m_weighting;
    MetaStep m_stepper;
    StepRunner m_runner;
};

} // namespace reweigh
