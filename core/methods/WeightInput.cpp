// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/WeightInput.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <stdexcept>

namespace reweigh {
namespace {

const InputLayer& layerOf(const Network& network, const std::string& name)
{
    const auto found = std::ranges::find(network.inputLayers(), name, &InputLayer::name);
    if (found == network.inputLayers().end())
        throw std::invalid_argument("the network has no input " + name);
    return *found;
}

at::Tensor inputValue(const MetaNetSpec& spec, const StepView& view)
{
    if (spec.input == "loss")
        return view.losses.unsqueeze(1);
    if (spec.input == "softmax")
        return view.probabilities;
    return view.network.layerFeatures(view.activations, layerOf(view.network, spec.input));
}

} // namespace

int weightInputWidth(const MetaNetSpec& spec, const Network& network)
{
    const int width = spec.input == "loss" ? 1 : spec.input == "softmax" ? network.classes() : layerOf(network, spec.input).width;
    return width + (spec.withLabel ? network.classes() : 0);
}

at::Tensor weightInput(const MetaNetSpec& spec, const StepView& view)
{
    const c10::NoGradGuard guard;
    const at::Tensor value = inputValue(spec, view);
    if (!spec.withLabel)
        return value;
    return at::cat({value, at::one_hot(view.labels, view.network.classes()).to(value.scalar_type())}, 1);
}

} // namespace reweigh
