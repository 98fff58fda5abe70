// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reweighting/StepState.h"

#include "core/models/ClassifierFactory.h"

#include <ATen/ATen.h>

namespace reweigh {

StepTypes stepTypes(Precision precision)
{
    switch (precision) {
    case Precision::Fp32:
    case Precision::Tf32: return {};
    case Precision::Bf16: return {c10::ScalarType::Float, c10::ScalarType::BFloat16};
    case Precision::Fp64: return {c10::ScalarType::Double, c10::ScalarType::Double};
    }
    return {};
}

ClassifierState initialClassifier(const Network& network, Rng& rng, const StepTypes& types, const c10::Device& device)
{
    const auto options = at::TensorOptions(types.master).device(device);
    ClassifierState state;
    state.w = ParamSet(network.parameters(), initialParameters(network, rng).to(options));
    state.running = ParamSet(network.buffers(), initialBuffers(network).to(options));
    state.momentum = at::zeros_like(state.w.flat);
    return state;
}

MetaState initialMeta(const MetaWeightNet& metaNet, Rng& rng, const StepTypes& types, const c10::Device& device)
{
    MetaState state;
    state.theta = ParamSet(metaNet.parameters(), metaNet.initialParameters(rng).to(at::TensorOptions(types.master).device(device)));
    state.adam.first = at::zeros_like(state.theta.flat);
    state.adam.second = at::zeros_like(state.theta.flat);
    return state;
}

} // namespace reweigh
