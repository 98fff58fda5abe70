// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ClassifierFactory.h"

#include "core/base/NearestName.h"
#include "core/config/Classifiers.h"
#include "core/models/NetworkBuilder.h"

#include <ATen/ATen.h>

#include <cmath>
#include <string>

namespace reweigh {
namespace {

/// Adds one layer; its node is the list's.
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
    double fanIn = 1; // of the latest weight: a linear layer's bias follows it
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
        case ParamKind::NormScale:
            draw([] { return 1.0; });
            break;
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
