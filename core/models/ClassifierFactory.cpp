// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ClassifierFactory.h"

#include "core/base/NearestName.h"
#include "core/config/Names.h"
#include "core/models/Classifiers.h"

#include <ATen/ATen.h>

#include <cmath>
#include <string>

namespace reweigh {

Result<Network> makeClassifier(const std::string& model, const ImageShape& shape, int classes)
{
    constexpr int smallest = 8; // three stages halve an image twice or three times
    if (shape.height < smallest || shape.width < smallest)
        return Error{ErrorCode::RecipeNotApplicable, "model " + model,
                     std::to_string(shape.height) + "x" + std::to_string(shape.width) + " images", "images of 8x8 or more"};
    if (model == "mlp")
        return buildMlp(shape, classes);
    if (model == "small-cnn")
        return buildSmallCnn(shape, classes);
    if (model == "resnet32")
        return buildResNet32(shape, classes);
    if (model == "wrn-28-10")
        return buildWideResNet(shape, classes);
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
