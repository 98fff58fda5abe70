// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reweighting/StepState.h"

#include "core/engine/models/ClassifierFactory.h"

#include <ATen/ATen.h>

namespace reweigh {

ClassifierState initialClassifier(const Network& network, Rng& rng, const StepTypes& types, const c10::Device& device)
{
    const auto options = at::TensorOptions(types.master).device(device);
    ClassifierState state;
    state.w = ParamSet(network.parameters(), initialParameters(network, rng).to(options));
    state.running = ParamSet(network.buffers(), initialBuffers(network).to(options));
    state.momentum = at::zeros_like(state.w.flat);
    return state;
}

} // namespace reweigh
