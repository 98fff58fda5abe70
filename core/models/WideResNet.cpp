// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/Classifiers.h"

namespace reweigh {

Network buildWideResNet(const ImageShape& image, int classes)
{
    NetworkBuilder net(image);
    int node = net.convolution("stem.conv", net.image(), 16, 3, 1);
    net.tap("stem", node);

    const auto block = [&](const std::string& name, int channels, int stride) {
        net.beginBlock();
        const int active = net.batchNormRelu(name + ".norm1", node);
        const int inner = net.batchNormRelu(name + ".norm2", net.convolution(name + ".conv1", active, channels, 3, stride));
        const int outer = net.convolution(name + ".conv2", inner, channels, 3, 1);
        const bool same = net.channelsOf(node) == channels;
        node = net.add(outer, same ? node : net.convolution(name + ".shortcut", active, channels, 1, stride));
    };
    for (int stage = 1, channels = 160; stage <= 3; ++stage, channels *= 2) {
        const std::string name = "stage" + std::to_string(stage);
        for (int i = 0; i < 4; ++i)
            block(name + "." + std::to_string(i), channels, stage > 1 && i == 0 ? 2 : 1);
        net.tap(name, node);
    }
    return net.finish(net.globalAverage(net.batchNormRelu("final.norm", node)), classes);
}

} // namespace reweigh
