// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/MetaWeightNetWeighting.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace reweigh {
namespace {

const InputLayer& layerOf(const Network& network, const std::string& name)
{
    const auto found = std::ranges::find(network.inputLayers(), name, &InputLayer::name);
    if (found == network.inputLayers().end())
        throw std::invalid_argument("the network has no input " + name);
    return *found;
}

int partWidth(const std::string& part, const Network& network)
{
    if (part == "loss")
        return 1;
    return part == "softmax" || part == "label" ? network.classes() : layerOf(network, part).width;
}

/// One part of MW-Net's input, [n, partWidth()].
at::Tensor partValue(const std::string& part, const StepView& view)
{
    if (part == "loss")
        return view.losses.unsqueeze(1);
    if (part == "softmax")
        return view.probabilities;
    if (part == "label")
        return at::one_hot(view.labels, view.network.classes()).to(view.losses.scalar_type());
    return view.network.layerFeatures(view.activations, layerOf(view.network, part));
}

} // namespace

int weightInputWidth(const MetaNetSpec& spec, const Network& network)
{
    int width = 0;
    for (const std::string& part : partsOfInput(inputName(spec)))
        width += partWidth(part, network);
    return width;
}

at::Tensor weightInput(const MetaNetSpec& spec, const StepView& view)
{
    const c10::NoGradGuard guard;
    std::vector<at::Tensor> values;
    for (const std::string& part : partsOfInput(inputName(spec)))
        values.push_back(partValue(part, view));
    return values.size() == 1 ? values.front() : at::cat(values, 1);
}

namespace {

/// The number of features of an input that are standardised: all but the label, which is the last part.
int standardisedWidth(const MetaNetSpec& spec, const Network& network)
{
    return isStandardised(spec) ? weightInputWidth(spec, network) - (spec.withLabel ? network.classes() : 0) : 0;
}

/// The momentum of SGD where that is MW-Net's optimiser (from the published code of Shu et al. 2019 for class imbalance).
constexpr double metaMomentum = 0.9;

} // namespace

MetaWeightNetWeighting::MetaWeightNetWeighting(const TrainOptions& options, const Network& network, int heads)
    : m_options(options)
    , m_standardised(standardisedWidth(options.metaNet, network))
    , m_net(options.metaNet, weightInputWidth(options.metaNet, network), heads)
{
}

void MetaWeightNetWeighting::begin(Rng& rng, const StepTypes& types, const c10::Device& device)
{
    const at::TensorOptions tensors = at::TensorOptions(types.master).device(device);
    m_meta = {};
    m_meta.theta = ParamSet(m_net.parameters(), m_net.initialParameters(rng).to(tensors));
    m_meta.adam.first = at::zeros_like(m_meta.theta.flat);
    m_meta.adam.second = at::zeros_like(m_meta.theta.flat);
    if (m_standardised > 0)
        m_meta.input = InputStatistics::fresh(m_standardised, tensors);
}

bool MetaWeightNetWeighting::wantsMeta(long step) const
{
    return step % m_options.metaInterval == 0;
}

at::Tensor MetaWeightNetWeighting::weights(const StepView& view)
{
    const at::Tensor raw = weightInput(m_options.metaNet, view);
    m_meta.input.update(raw);
    m_features = m_meta.input.standardised(raw);
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
    WeightingState all{
        .tensors = {{"meta.weights", m_meta.theta.flat}, {"meta.first", m_meta.adam.first}, {"meta.second", m_meta.adam.second}},
        .counters = {{"adam_steps", &m_meta.adam.steps}}};
    if (m_standardised > 0) {
        all.tensors.emplace_back(inputTensors::seen, m_meta.input.seen);
        all.tensors.emplace_back(inputTensors::mean, m_meta.input.mean);
        all.tensors.emplace_back(inputTensors::variance, m_meta.input.variance);
    }
    return all;
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
    return m_net.forward(m_meta.theta, m_meta.input.standardised(features));
}

bool MetaWeightNetWeighting::seesLossAlone() const
{
    return m_options.metaNet.input == "loss" && !m_options.metaNet.withLabel;
}

} // namespace reweigh
