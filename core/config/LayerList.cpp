// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/LayerList.h"

#include "core/config/Classifiers.h"

namespace reweigh {
namespace {

long linear(long from, long to)
{
    return from * to + to;
}

/// The width of one part of an input; 0 if there is no such part.
int partWidth(const ModelShape& model, const std::string& part)
{
    if (part == "loss")
        return 1;
    if (part == "logits" || part == "softmax" || part == "label")
        return model.classes;
    if (part == "penultimate")
        return model.stages.empty() ? 0 : model.stages.back().width;
    for (const ModelShape::Stage& stage : model.stages)
        if (stage.name == part)
            return stage.width;
    return 0;
}

} // namespace

int ModelShape::widthOf(const std::string& input) const
{
    int width = 0;
    for (const std::string& part : partsOfInput(input)) {
        const int own = partWidth(*this, part);
        if (own == 0)
            return 0;
        width += own;
    }
    return width;
}

ModelShape modelShape(const std::string& model, int height, int width, int channels, int classes)
{
    ModelShape shape{.classes = classes};
    const std::optional<LayerList> layers = classifierLayers(model, {height, width, channels}, classes);
    if (!layers)
        return shape;
    for (const InputPoint& input : layers->inputLayers())
        shape.stages.push_back({input.name, input.width});
    shape.parameters = layers->parameters();
    return shape;
}

int metaNetInput(const MetaNetSpec& spec, const ModelShape& model)
{
    return model.widthOf(inputName(spec));
}

long metaNetParameters(const MetaNetSpec& spec, int input)
{
    long count = 0, from = input;
    for (const int nodes : spec.hidden) {
        count += linear(from, nodes);
        from = nodes;
    }
    return count + linear(from, 1);
}

namespace {

long convolutionParameters(const Layer& layer, int from)
{
    return long(from) * layer.width * layer.kernel * layer.kernel; // no bias: batch norm follows
}

long normParameters(int channels)
{
    return 2L * channels;
}

long linearParameters(int from, int features)
{
    return long(from) * features + features;
}

long parametersOf(const Layer& layer, int from)
{
    switch (layer.kind) {
    case Layer::Kind::Convolution: return convolutionParameters(layer, from);
    case Layer::Kind::NormRelu: return normParameters(layer.width);
    case Layer::Kind::ConvolutionNormRelu: return convolutionParameters(layer, from) + normParameters(layer.width);
    case Layer::Kind::Linear: return linearParameters(from, layer.width);
    case Layer::Kind::PaddedShortcut:
    case Layer::Kind::Add:
    case Layer::Kind::GlobalAverage:
    case Layer::Kind::Flatten: break;
    }
    return 0;
}

} // namespace

LayerList::LayerList(const ImageShape& image)
    : m_image(image)
    , m_widths{image.channels}
{
}

int LayerList::append(Layer layer, int width)
{
    layer.width = width;
    m_layers.push_back(std::move(layer));
    m_widths.push_back(width);
    return static_cast<int>(m_layers.size());
}

int LayerList::convolution(const std::string& name, int from, int channels, int kernel, int stride)
{
    return append({.kind = Layer::Kind::Convolution, .name = name, .from = from, .kernel = kernel, .stride = stride}, channels);
}

int LayerList::normRelu(const std::string& name, int from)
{
    return append({.kind = Layer::Kind::NormRelu, .norm = name, .from = from}, widthOf(from));
}

int LayerList::convolutionNormRelu(const std::string& convolution, const std::string& norm, int from, int channels, int kernel, int stride,
                                   std::optional<int> shortcut)
{
    return append({.kind = Layer::Kind::ConvolutionNormRelu,
                   .name = convolution,
                   .norm = norm,
                   .from = from,
                   .other = shortcut,
                   .kernel = kernel,
                   .stride = stride},
                  channels);
}

int LayerList::paddedShortcut(int from, int channels, int stride)
{
    return append({.kind = Layer::Kind::PaddedShortcut, .from = from, .stride = stride}, channels);
}

int LayerList::add(int a, int b)
{
    return append({.kind = Layer::Kind::Add, .from = a, .other = b}, widthOf(a));
}

int LayerList::globalAverage(int from)
{
    return append({.kind = Layer::Kind::GlobalAverage, .from = from}, widthOf(from));
}

int LayerList::flattenImage()
{
    return append({.kind = Layer::Kind::Flatten, .from = image()}, m_image.height * m_image.width * m_image.channels);
}

int LayerList::linear(const std::string& name, int from, int features)
{
    return append({.kind = Layer::Kind::Linear, .name = name, .from = from}, features);
}

void LayerList::beginBlock()
{
    m_lastBlock = m_layers.size();
}

void LayerList::inputLayer(const std::string& name, int node)
{
    m_inputLayers.push_back({name, node, widthOf(node)});
}

void LayerList::finish(int penultimate, int classes)
{
    m_penultimate = penultimate;
    m_classes = classes;
}

long LayerList::parameters() const
{
    long count = linearParameters(widthOf(m_penultimate), m_classes);
    for (const Layer& layer : m_layers)
        count += parametersOf(layer, widthOf(layer.from));
    return count;
}

} // namespace reweigh
