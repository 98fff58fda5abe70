// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/Classifiers.h"

namespace reweigh {

Network buildResNet32(const ImageShape& image, int classes)
{
    NetworkBuilder net(image);
    int node = net.convolutionNormRelu("stem.conv", "stem.norm", net.image(), 16, 3, 1);
    net.tap("stem", node);

    const auto block = [&](const std::string& name, int channels, int stride) {
        net.beginBlock();
        const bool same = stride == 1 && net.channelsOf(node) == channels;
        const int shortcut = same ? node : net.paddedShortcut(node, channels, stride);
        const int inner = net.convolutionNormRelu(name + ".conv1", name + ".norm1", node, channels, 3, stride);
        node = net.convolutionNormRelu(name + ".conv2", name + ".norm2", inner, channels, 3, 1, shortcut);
    };
    for (int stage = 1, channels = 16; stage <= 3; ++stage, channels *= 2) {
        const std::string name = "stage" + std::to_string(stage);
        for (int i = 0; i < 5; ++i)
            block(name + "." + std::to_string(i), channels, stage > 1 && i == 0 ? 2 : 1);
        net.tap(name, node);
    }
    return net.finish(net.globalAverage(node), classes);
}

} // namespace reweigh
