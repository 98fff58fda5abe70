// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ModelShape.h"

namespace reweigh {
namespace {

long convolution(long from, long to, long kernel)
{
    return from * to * kernel * kernel; // no bias: batch norm follows
}

long norm(long channels)
{
    return 2 * channels;
}

long linear(long from, long to)
{
    return from * to + to;
}

/// Hidden layers of linear, norm and ReLU.
void mlp(ModelShape& shape, int input)
{
    long from = input;
    for (const auto& [name, nodes] : {std::pair("stem", 256), std::pair("stage1", 256), std::pair("stage2", 128), std::pair("stage3", 128)}) {
        shape.parameters += linear(from, nodes) + norm(nodes);
        shape.stages.push_back({name, nodes});
        from = nodes;
    }
}

void smallCnn(ModelShape& shape, int input)
{
    long from = input;
    long kernel = 5;
    for (const auto& [name, channels] : {std::pair("stem", 16), std::pair("stage1", 16), std::pair("stage2", 32), std::pair("stage3", 64)}) {
        shape.parameters += convolution(from, channels, kernel) + norm(channels);
        shape.stages.push_back({name, channels});
        from = channels;
        kernel = 3;
    }
}

/// Two convolutions and two norms a block, shortcuts without parameters.
void resNet32(ModelShape& shape, int input)
{
    shape.parameters = convolution(input, 16, 3) + norm(16);
    shape.stages = {{"stem", 16}};
    long from = 16;
    for (int stage = 1, channels = 16; stage <= 3; ++stage, channels *= 2) {
        for (int block = 0; block < 5; ++block, from = channels)
            shape.parameters += convolution(from, channels, 3) + convolution(channels, channels, 3) + 2 * norm(channels);
        shape.stages.push_back({"stage" + std::to_string(stage), channels});
    }
}

/// Pre-activation: the first norm of a block is as wide as what comes in; a wider block has a 1 x 1 shortcut.
void wideResNet(ModelShape& shape, int input)
{
    shape.parameters = convolution(input, 16, 3);
    shape.stages = {{"stem", 16}};
    long from = 16;
    for (int stage = 1, channels = 160; stage <= 3; ++stage, channels *= 2) {
        for (int block = 0; block < 4; ++block, from = channels) {
            shape.parameters += norm(from) + convolution(from, channels, 3) + norm(channels) + convolution(channels, channels, 3);
            if (from != channels)
                shape.parameters += convolution(from, channels, 1);
        }
        shape.stages.push_back({"stage" + std::to_string(stage), channels});
    }
    shape.parameters += norm(from);
}

} // namespace

int ModelShape::tapWidth(const std::string& tap) const
{
    if (tap == "loss")
        return 1;
    if (tap == "logits" || tap == "softmax")
        return classes;
    if (tap == "penultimate")
        return stages.empty() ? 0 : stages.back().width;
    for (const Stage& stage : stages)
        if (stage.name == tap)
            return stage.width;
    return 0;
}

ModelShape modelShape(const std::string& model, int height, int width, int channels, int classes)
{
    ModelShape shape{.classes = classes};
    if (model == "mlp")
        mlp(shape, height * width * channels);
    else if (model == "small-cnn")
        smallCnn(shape, channels);
    else if (model == "resnet32")
        resNet32(shape, channels);
    else if (model == "wrn-28-10")
        wideResNet(shape, channels);
    if (!shape.stages.empty())
        shape.parameters += linear(shape.stages.back().width, classes);
    return shape;
}

int metaNetInput(const MetaNetSpec& spec, const ModelShape& model)
{
    return model.tapWidth(spec.tap) + (spec.withLabel ? model.classes : 0);
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

} // namespace reweigh
