// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/Classifiers.h"

namespace reweigh {

Network buildSmallCnn(const ImageShape& image, int classes)
{
    NetworkBuilder net(image);
    int node = net.image();
    const auto layer = [&](const std::string& name, int channels, int kernel, int stride) {
        net.beginBlock();
        node = net.convolutionNormRelu(name + ".conv", name + ".norm", node, channels, kernel, stride);
        net.tap(name, node);
    };
    layer("stem", 16, 5, 2);
    layer("stage1", 16, 3, 1);
    layer("stage2", 32, 3, 2);
    layer("stage3", 64, 3, 1);
    return net.finish(net.globalAverage(node), classes);
}

} // namespace reweigh
