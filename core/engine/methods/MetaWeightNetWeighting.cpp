// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/MetaWeightNetWeighting.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

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

namespace {

/// The momentum of SGD where that is MW-Net's optimiser (from the published code of Shu et al. 2019 for class imbalance).
constexpr double metaMomentum = 0.9;

} // namespace

MetaWeightNetWeighting::MetaWeightNetWeighting(const TrainOptions& options, const Network& network, int heads)
    : m_options(options)
    , m_net(options.metaNet, weightInputWidth(options.metaNet, network), heads)
{
}

void MetaWeightNetWeighting::begin(Rng& rng, const StepTypes& types, const c10::Device& device)
{
    m_meta = {};
    m_meta.theta = ParamSet(m_net.parameters(), m_net.initialParameters(rng).to(at::TensorOptions(types.master).device(device)));
    m_meta.adam.first = at::zeros_like(m_meta.theta.flat);
    m_meta.adam.second = at::zeros_like(m_meta.theta.flat);
}

bool MetaWeightNetWeighting::wantsMeta(long step) const
{
    return step % m_options.metaInterval == 0;
}

at::Tensor MetaWeightNetWeighting::weights(const StepView& view)
{
    m_features = weightInput(m_options.metaNet, view);
    m_head = headOf(view);
    return m_net.forward(m_meta.theta, m_features, wantsMeta(view.time.step) ? &m_saved : nullptr, m_head);
}

at::Tensor MetaWeightNetWeighting::learn(const MetaView& view)
{
    if (!m_gradient.flat.defined())
        m_gradient = ParamSet(m_net.parameters(), at::empty_like(m_meta.theta.flat));
    m_net.backward(m_meta.theta, std::exchange(m_saved, {}), view.weightGradient, m_gradient);
    if (m_options.metaOptimizer == MetaOptimizer::Adam)
        adamStep(m_meta.theta.flat, m_gradient.flat, m_meta.adam, m_options.metaLr, m_options.metaWeightDecay);
    else
        sgdStep(m_meta.theta.flat, m_gradient.flat, m_meta.adam.first, m_options.metaLr,
                {.momentum = metaMomentum, .weightDecay = m_options.metaWeightDecay, .nesterov = true});
    return m_gradient.flat.norm();
}

at::Tensor MetaWeightNetWeighting::weightsAfterLearning(const StepView&)
{
    return m_net.forward(m_meta.theta, std::exchange(m_features, {}), nullptr, std::exchange(m_head, {}));
}

WeightingState MetaWeightNetWeighting::state()
{
    return {.tensors = {{"meta.weights", m_meta.theta.flat}, {"meta.first", m_meta.adam.first}, {"meta.second", m_meta.adam.second}},
            .counters = {{"adam_steps", &m_meta.adam.steps}}};
}

WeightingFacts MetaWeightNetWeighting::facts() const
{
    return {.parameters = long(m_net.parameters().total()), .inputWidth = m_net.inputWidth()};
}

at::Tensor MetaWeightNetWeighting::features(const StepView& view) const
{
    return weightInput(m_options.metaNet, view);
}

at::Tensor MetaWeightNetWeighting::weightsAt(const at::Tensor& features) const
{
    return m_net.forward(m_meta.theta, features);
}

bool MetaWeightNetWeighting::seesLossAlone() const
{
    return m_options.metaNet.input == "loss" && !m_options.metaNet.withLabel;
}

} // namespace reweigh
