// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/WeightInput.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <stdexcept>

namespace reweigh {
namespace {

const Tap& tapOf(const Network& network, const std::string& name)
{
    const auto found = std::ranges::find(network.taps(), name, &Tap::name);
    if (found == network.taps().end())
        throw std::invalid_argument("the network has no tap " + name);
    return *found;
}

at::Tensor tapValue(const MetaNetSpec& spec, const StepView& view)
{
    if (spec.tap == "loss")
        return view.losses.unsqueeze(1);
    if (spec.tap == "softmax")
        return view.probabilities;
    return view.network.tapFeatures(view.activations, tapOf(view.network, spec.tap));
}

} // namespace

int weightInputWidth(const MetaNetSpec& spec, const Network& network)
{
    const int width = spec.tap == "loss" ? 1 : spec.tap == "softmax" ? network.classes() : tapOf(network, spec.tap).width;
    return width + (spec.withLabel ? network.classes() : 0);
}

at::Tensor weightInput(const MetaNetSpec& spec, const StepView& view)
{
    const c10::NoGradGuard guard;
    const at::Tensor value = tapValue(spec, view);
    if (!spec.withLabel)
        return value;
    return at::cat({value, at::one_hot(view.labels, view.network.classes()).to(value.scalar_type())}, 1);
}

} // namespace reweigh
