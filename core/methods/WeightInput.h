// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"
#include "core/methods/SampleWeighting.h"

namespace reweigh {

/// Features a sample that an input layer gives MW-Net, the one-hot label included. `spec.input` is one of the network's
/// inputs, loss or softmax; anything else throws std::invalid_argument.
int weightInputWidth(const MetaNetSpec& spec, const Network& network);

/// MW-Net's input for a batch, [n, weightInputWidth]: what the input holds of the samples that `view` shows; the input "loss" is
/// the loss that the run trains with. Detached by nature: no gradient flows through it (method.md section 1).
at::Tensor weightInput(const MetaNetSpec& spec, const StepView& view);

} // namespace reweigh
