// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/Classifiers.h"

namespace reweigh {

Network buildMlp(const ImageShape& image, int classes)
{
    NetworkBuilder net(image);
    int node = net.flatten(net.image());
    const auto layer = [&](const std::string& name, int width) {
        net.beginBlock();
        node = net.batchNormRelu(name + ".norm", net.linear(name + ".linear", node, width));
        net.tap(name, node);
    };
    layer("stem", 256);
    layer("stage1", 256);
    layer("stage2", 128);
    layer("stage3", 128);
    return net.finish(node, classes);
}

} // namespace reweigh
