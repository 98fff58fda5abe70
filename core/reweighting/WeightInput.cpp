// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reweighting/WeightInput.h"

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

at::Tensor tapValue(const MetaNetSpec& spec, const Network& network, const Activations& saved, const CrossEntropy& outcome)
{
    if (spec.tap == "loss")
        return outcome.losses.unsqueeze(1);
    if (spec.tap == "softmax")
        return outcome.probabilities;
    return network.tapFeatures(saved, tapOf(network, spec.tap));
}

} // namespace

int weightInputWidth(const MetaNetSpec& spec, const Network& network)
{
    const int width = spec.tap == "loss" ? 1 : spec.tap == "softmax" ? network.classes() : tapOf(network, spec.tap).width;
    return width + (spec.withLabel ? network.classes() : 0);
}

at::Tensor weightInput(const MetaNetSpec& spec, const Network& network, const Activations& saved, const CrossEntropy& outcome,
                       const at::Tensor& labels)
{
    const c10::NoGradGuard guard;
    const at::Tensor value = tapValue(spec, network, saved, outcome);
    if (!spec.withLabel)
        return value;
    return at::cat({value, at::one_hot(labels, network.classes()).to(value.scalar_type())}, 1);
}

} // namespace reweigh
