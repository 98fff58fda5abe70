// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Classifiers.h"

#include <algorithm>

namespace reweigh {
namespace {

/// 256, 256, 128 and 128 hidden nodes, each layer with batch norm and ReLU; stem and the stages are its hidden layers.
int mlp(LayerList& net)
{
    int node = net.flattenImage();
    const auto layer = [&](const std::string& name, int width) {
        net.beginBlock();
        node = net.normRelu(name + ".norm", net.linear(name + ".linear", node, width));
        net.inputLayer(name, node);
    };
    layer("stem", 256);
    layer("stage1", 256);
    layer("stage2", 128);
    layer("stage3", 128);
    return node;
}

/// Four convolutions with batch norm, small enough that a trial takes seconds. The stem halves the image at once, because
/// layers at full size would take most of the time of a small network.
int smallCnn(LayerList& net)
{
    int node = net.image();
    const auto layer = [&](const std::string& name, int channels, int kernel, int stride) {
        net.beginBlock();
        node = net.convolutionNormRelu(name + ".conv", name + ".norm", node, channels, kernel, stride);
        net.inputLayer(name, node);
    };
    layer("stem", 16, 5, 2);
    layer("stage1", 16, 3, 1);
    layer("stage2", 32, 3, 2);
    layer("stage3", 64, 3, 1);
    return net.globalAverage(node);
}

/// ResNet-32 for small images with parameter-free shortcuts (He et al. 2016, section 4.2, option A): three stages of five basic
/// blocks with 16, 32 and 64 channels.
int resNet32(LayerList& net)
{
    int node = net.convolutionNormRelu("stem.conv", "stem.norm", net.image(), 16, 3, 1);
    net.inputLayer("stem", node);

    const auto block = [&](const std::string& name, int channels, int stride) {
        net.beginBlock();
        const bool same = stride == 1 && net.widthOf(node) == channels;
        const int shortcut = same ? node : net.paddedShortcut(node, channels, stride);
        const int inner = net.convolutionNormRelu(name + ".conv1", name + ".norm1", node, channels, 3, stride);
        node = net.convolutionNormRelu(name + ".conv2", name + ".norm2", inner, channels, 3, 1, shortcut);
    };
    for (int stage = 1, channels = 16; stage <= 3; ++stage, channels *= 2) {
        const std::string name = "stage" + std::to_string(stage);
        for (int i = 0; i < 5; ++i)
            block(name + "." + std::to_string(i), channels, stage > 1 && i == 0 ? 2 : 1);
        net.inputLayer(name, node);
    }
    return net.globalAverage(node);
}

/// WRN-28-10 (Zagoruyko and Komodakis 2016): pre-activation blocks, four per stage, 160, 320 and 640 channels, no dropout.
int wideResNet(LayerList& net)
{
    int node = net.convolution("stem.conv", net.image(), 16, 3, 1);
    net.inputLayer("stem", node);

    const auto block = [&](const std::string& name, int channels, int stride) {
        net.beginBlock();
        const int active = net.normRelu(name + ".norm1", node);
        const int inner = net.normRelu(name + ".norm2", net.convolution(name + ".conv1", active, channels, 3, stride));
        const int outer = net.convolution(name + ".conv2", inner, channels, 3, 1);
        const bool same = net.widthOf(node) == channels;
        node = net.add(outer, same ? node : net.convolution(name + ".shortcut", active, channels, 1, stride));
    };
    for (int stage = 1, channels = 160; stage <= 3; ++stage, channels *= 2) {
        const std::string name = "stage" + std::to_string(stage);
        for (int i = 0; i < 4; ++i)
            block(name + "." + std::to_string(i), channels, stage > 1 && i == 0 ? 2 : 1);
        net.inputLayer(name, node);
    }
    return net.globalAverage(net.normRelu("final.norm", node));
}

} // namespace

const std::vector<ClassifierRow>& classifierRows()
{
    static const std::vector<ClassifierRow> rows = {
        {"mlp", QT_TRANSLATE_NOOP("Settings", "MLP"),
         QT_TRANSLATE_NOOP("Settings", "Four hidden layers of 256 and 128 nodes: the fastest, for small grey images."), mlp},
        {"small-cnn", QT_TRANSLATE_NOOP("Settings", "small CNN"),
         QT_TRANSLATE_NOOP("Settings", "Four convolutions of 16 to 64 channels: trials in seconds."), smallCnn},
        {"resnet32", "ResNet-32",
         QT_TRANSLATE_NOOP("Settings",
                           "Three stages of five residual blocks, 0.46 million parameters: the network of most papers on CIFAR."),
         resNet32},
        {"wrn-28-10", "WRN-28-10", QT_TRANSLATE_NOOP("Settings", "A wide residual network of 36.5 million parameters, for a GPU."),
         wideResNet},
    };
    return rows;
}

const std::vector<std::string>& modelNames()
{
    static const std::vector<std::string> names = namesOf(classifierRows());
    return names;
}

std::optional<LayerList> classifierLayers(const std::string& model, const ImageShape& image, int classes)
{
    const auto row = std::ranges::find(classifierRows(), model, &ClassifierRow::name);
    if (row == classifierRows().end())
        return std::nullopt;
    LayerList layers(image);
    layers.finish(row->write(layers), classes);
    return layers;
}

} // namespace reweigh
