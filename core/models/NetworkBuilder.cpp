// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/NetworkBuilder.h"

#include "core/models/ops/ConvolutionNorm.h"
#include "core/models/ops/ReshapeOps.h"

#include <algorithm>

namespace reweigh {

NetworkBuilder::NetworkBuilder(const ImageShape& image)
    : m_parts(std::make_unique<Network::Parts>()), m_shapes{image}, m_depends{false}
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
    return append(std::make_unique<Convolution>(convolutionOp(name, from, channels, kernel, stride)), {from}, convolved(from, channels, kernel, stride));
}

int NetworkBuilder::batchNormRelu(const std::string& name, int from)
{
    return append(std::make_unique<BatchNorm>(normOp(name, channelsOf(from))), {from}, m_shapes[static_cast<std::size_t>(from)]);
}

int NetworkBuilder::convolutionNormRelu(const std::string& convolution, const std::string& norm, int from, int channels, int kernel, int stride,
                                        std::optional<int> shortcut)
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

} // namespace reweigh
