// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/ClassifierFactory.h"

#include "core/base/NearestName.h"
#include "core/config/Classifiers.h"
#include "core/engine/models/ops/ConvolutionNorm.h"
#include "core/engine/models/ops/ReshapeOps.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace reweigh {

NetworkBuilder::NetworkBuilder(const ImageShape& image)
    : m_parts(std::make_unique<Network::Parts>())
    , m_shapes{image}
    , m_depends{false}
{
}

int NetworkBuilder::append(std::unique_ptr<NetworkOp> op, std::vector<int> inputs, const ImageShape& shape)
{
    std::vector<bool> wanted;
    for (const int node : inputs)
        wanted.push_back(m_depends[static_cast<std::size_t>(node)]);
    m_depends.push_back(op->hasParameters() || std::find(wanted.begin(), wanted.end(), true) != wanted.end());
    m_shapes.push_back(shape);
    m_parts->steps.push_back({std::move(op), std::move(inputs), std::move(wanted), {}});
    return static_cast<int>(m_parts->steps.size());
}

Convolution NetworkBuilder::convolutionOp(const std::string& name, int from, int channels, int kernel, int stride)
{
    const int slot = m_parts->parameters.add(name + ".weight", ParamKind::ConvWeight, {channels, channelsOf(from), kernel, kernel});
    return Convolution(slot, stride, kernel / 2);
}

ImageShape NetworkBuilder::convolved(int from, int channels, int kernel, int stride) const
{
    const ImageShape& in = m_shapes[static_cast<std::size_t>(from)];
    const auto extent = [&](int size) { return (size + kernel / 2 * 2 - kernel) / stride + 1; };
    return {extent(in.height), extent(in.width), channels};
}

BatchNorm NetworkBuilder::normOp(const std::string& name, int channels)
{
    return BatchNorm({
        .scale = m_parts->parameters.add(name + ".weight", ParamKind::NormScale, {channels}),
        .shift = m_parts->parameters.add(name + ".bias", ParamKind::NormShift, {channels}),
        .mean = m_parts->buffers.add(name + ".running_mean", ParamKind::RunningMean, {channels}),
        .variance = m_parts->buffers.add(name + ".running_var", ParamKind::RunningVariance, {channels}),
    });
}

int NetworkBuilder::convolution(const std::string& name, int from, int channels, int kernel, int stride)
{
    return append(std::make_unique<Convolution>(convolutionOp(name, from, channels, kernel, stride)), {from},
                  convolved(from, channels, kernel, stride));
}

int NetworkBuilder::batchNormRelu(const std::string& name, int from)
{
    return append(std::make_unique<BatchNorm>(normOp(name, channelsOf(from))), {from}, m_shapes[static_cast<std::size_t>(from)]);
}

int NetworkBuilder::convolutionNormRelu(const std::string& convolution, const std::string& norm, int from, int channels, int kernel,
                                        int stride, std::optional<int> shortcut)
{
    const Convolution first = convolutionOp(convolution, from, channels, kernel, stride);
    const BatchNorm second = normOp(norm, channels);
    std::vector<int> inputs{from};
    if (shortcut)
        inputs.push_back(*shortcut);
    return append(std::make_unique<ConvolutionNorm>(first, second), std::move(inputs), convolved(from, channels, kernel, stride));
}

int NetworkBuilder::paddedShortcut(int from, int channels, int stride)
{
    const ImageShape in = m_shapes[static_cast<std::size_t>(from)];
    return append(std::make_unique<PaddedShortcut>(stride, (channels - in.channels) / 2), {from},
                  {(in.height + stride - 1) / stride, (in.width + stride - 1) / stride, channels});
}

int NetworkBuilder::add(int a, int b)
{
    return append(std::make_unique<Add>(), {a, b}, m_shapes[static_cast<std::size_t>(a)]);
}

int NetworkBuilder::globalAverage(int from)
{
    return append(std::make_unique<GlobalAverage>(), {from}, {1, 1, channelsOf(from)});
}

int NetworkBuilder::flatten(int from)
{
    const ImageShape in = m_shapes[static_cast<std::size_t>(from)];
    return append(std::make_unique<Flatten>(), {from}, {1, 1, in.height * in.width * in.channels});
}

int NetworkBuilder::linear(const std::string& name, int from, int features, Linear::Width width)
{
    const int weight = m_parts->parameters.add(name + ".weight", ParamKind::LinearWeight, {features, channelsOf(from)});
    const int bias = m_parts->parameters.add(name + ".bias", ParamKind::Bias, {features});
    return append(std::make_unique<Linear>(weight, bias, width), {from}, {1, 1, features});
}

NetworkTail NetworkBuilder::fromHere() const
{
    return {m_parts->steps.size(), m_parts->parameters.total()};
}

void NetworkBuilder::beginBlock()
{
    m_parts->lastBlock = fromHere();
}

void NetworkBuilder::inputLayer(const std::string& name, int node)
{
    m_parts->inputLayers.push_back({name, node, channelsOf(node)});
}

Network NetworkBuilder::finish(int penultimate, int classes)
{
    inputLayer("penultimate", penultimate);
    m_parts->head = fromHere();
    inputLayer("logits", linear("head", penultimate, classes, Linear::Width::AtLeastFp32));
    m_parts->classes = classes;
    std::vector<bool> read(m_shapes.size(), false);
    for (std::size_t k = m_parts->steps.size(); k-- > 0;)
        for (const int node : m_parts->steps[k].inputs)
            if (!read[static_cast<std::size_t>(node)]) {
                read[static_cast<std::size_t>(node)] = true;
                m_parts->steps[k].lastUseOf.push_back(node);
            }
    return Network(std::move(m_parts));
}

namespace {

/// Adds one layer. The builder numbers its node as the list does.
void append(NetworkBuilder& net, const Layer& layer)
{
    switch (layer.kind) {
    case Layer::Kind::Convolution: net.convolution(layer.name, layer.from, layer.width, layer.kernel, layer.stride); break;
    case Layer::Kind::NormRelu: net.batchNormRelu(layer.norm, layer.from); break;
    case Layer::Kind::ConvolutionNormRelu:
        net.convolutionNormRelu(layer.name, layer.norm, layer.from, layer.width, layer.kernel, layer.stride, layer.other);
        break;
    case Layer::Kind::PaddedShortcut: net.paddedShortcut(layer.from, layer.width, layer.stride); break;
    case Layer::Kind::Add: net.add(layer.from, *layer.other); break;
    case Layer::Kind::GlobalAverage: net.globalAverage(layer.from); break;
    case Layer::Kind::Flatten: net.flatten(layer.from); break;
    case Layer::Kind::Linear: net.linear(layer.name, layer.from, layer.width); break;
    }
}

Network build(const LayerList& list)
{
    NetworkBuilder net(list.imageShape());
    for (std::size_t k = 0; k < list.layers().size(); ++k) {
        if (k == list.lastBlock())
            net.beginBlock();
        append(net, list.layers()[k]);
    }
    for (const InputPoint& input : list.inputLayers())
        net.inputLayer(input.name, input.node);
    return net.finish(list.penultimate(), list.classes());
}

} // namespace

Result<Network> makeClassifier(const std::string& model, const ImageShape& shape, int classes)
{
    constexpr int smallest = 8; // three stages halve an image twice or three times
    if (shape.height < smallest || shape.width < smallest)
        return Error{ErrorCode::RecipeNotApplicable, "model " + model,
                     std::to_string(shape.height) + "x" + std::to_string(shape.width) + " images", "images of 8x8 or more"};
    if (const std::optional<LayerList> layers = classifierLayers(model, shape, classes))
        return build(*layers);
    return Error{ErrorCode::UnknownValue, "model", model, nearestName(model, modelNames())};
}

at::Tensor initialParameters(const Network& network, Rng& rng)
{
    at::Tensor flat = at::zeros({network.parameters().total()});
    float* values = flat.mutable_data_ptr<float>();
    double fanIn = 1; // of the last weight seen; a linear layer's bias comes right after its weight
    for (const ParamSlot& slot : network.parameters().slots()) {
        float* const begin = values + slot.offset;
        const auto draw = [&](auto next) {
            for (int64_t i = 0; i < slot.size; ++i)
                begin[i] = static_cast<float>(next());
        };
        if (slot.kind == ParamKind::ConvWeight || slot.kind == ParamKind::LinearWeight)
            fanIn = static_cast<double>(slot.size / slot.shape[0]);
        switch (slot.kind) {
        case ParamKind::ConvWeight: {
            const double deviation = std::sqrt(2.0 / fanIn);
            draw([&] { return deviation * rng.normal(); });
            break;
        }
        case ParamKind::LinearWeight:
        case ParamKind::Bias: {
            const double bound = 1.0 / std::sqrt(fanIn);
            draw([&] { return bound * (2.0 * rng.uniform() - 1.0); });
            break;
        }
        case ParamKind::NormScale: draw([] { return 1.0; }); break;
        default: // shifts start at zero
            break;
        }
    }
    return flat;
}

at::Tensor initialBuffers(const Network& network)
{
    ParamSet buffers(network.buffers(), at::zeros({network.buffers().total()}));
    for (std::size_t i = 0; i < buffers.views.size(); ++i)
        if (network.buffers().slots()[i].kind == ParamKind::RunningVariance)
            buffers.views[i].fill_(1);
    return buffers.flat;
}

} // namespace reweigh
