// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/MetaWeightNet.h"

#include "core/engine/kernels/ProfilerScope.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace reweigh {

MetaWeightNet::MetaWeightNet(const MetaNetSpec& spec, int inputWidth, int heads)
    : m_activation(spec.activation)
    , m_inputWidth(inputWidth)
{
    int64_t width = inputWidth;
    const auto addLayer = [&](int64_t nodes) {
        const std::string name = "layer" + std::to_string(layers());
        m_layout.add(name + ".weight", ParamKind::LinearWeight, {nodes, width});
        m_layout.add(name + ".bias", ParamKind::Bias, {nodes});
        width = nodes;
    };
    for (const int nodes : spec.hidden)
        addLayer(nodes);
    addLayer(heads);
}

at::Tensor MetaWeightNet::forward(const ParamSet& theta, const at::Tensor& input, Activations* saved, const at::Tensor& head) const
{
    const c10::NoGradGuard guard;
    const ProfilerScope scope("forward MetaWeightNet");
    at::Tensor value = input;
    if (saved)
        *saved = {.values = {value}, .head = head};
    for (std::size_t layer = 0; layer < layers(); ++layer) {
        value = at::linear(value, theta.views[2 * layer], theta.views[2 * layer + 1]);
        if (layer + 1 == layers())
            value.sigmoid_();
        else if (m_activation == Activation::Relu)
            value.relu_();
        else
            value.tanh_();
        if (saved)
            saved->values.push_back(value);
    }
    return head.defined() ? value.gather(1, head.unsqueeze(1)).squeeze(1) : value.squeeze(1);
}

void MetaWeightNet::backward(const ParamSet& theta, const Activations& saved, const at::Tensor& dWeights, ParamSet& gradient) const
{
    const c10::NoGradGuard guard;
    const ProfilerScope scope("backward MetaWeightNet");
    const at::Tensor& weights = saved.values.back();
    at::Tensor delta = dWeights.unsqueeze(1);
    if (saved.head.defined()) // 0 for the heads that did not weigh the sample
        delta = at::zeros_like(weights).scatter(1, saved.head.unsqueeze(1), delta);
    delta = delta * weights * (1 - weights);
    for (std::size_t layer = layers(); layer-- > 0;) {
        const at::Tensor& input = saved.values[layer];
        at::mm_out(gradient.views[2 * layer], delta.t(), input);
        at::sum_out(gradient.views[2 * layer + 1], delta, {0});
        if (layer == 0)
            break;
        delta = at::mm(delta, theta.views[2 * layer]);
        if (m_activation == Activation::Relu)
            delta.mul_(input > 0);
        else
            delta.mul_(1 - input * input);
    }
}

at::Tensor MetaWeightNet::initialParameters(Rng& rng) const
{
    at::Tensor flat = at::empty({m_layout.total()});
    float* values = flat.mutable_data_ptr<float>();
    for (std::size_t layer = 0; layer < layers(); ++layer) {
        const ParamSlot& weight = m_layout.slots()[2 * layer];
        const double bound = 1.0 / std::sqrt(double(weight.shape[1]));
        for (const ParamSlot* slot : {&weight, &m_layout.slots()[2 * layer + 1]})
            for (int64_t i = 0; i < slot->size; ++i)
                values[slot->offset + i] = float(bound * (2.0 * rng.uniform() - 1.0));
    }
    return flat;
}

} // namespace reweigh
