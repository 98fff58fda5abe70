// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ClassifierFactory.h"
#include "core/models/NetworkParts.h"
#include "core/models/ops/BatchNorm.h"
#include "core/models/ops/Convolution.h"
#include "core/models/ops/Linear.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// Writes a network down, layer by layer; keeps count of shapes, parameters and who reads what. Every
/// layer returns the node that holds its value. Names are PyTorch's habits: "stage1.0.conv1.weight".
class NetworkBuilder {
public:
    explicit NetworkBuilder(const ImageShape& image);

    int convolution(const std::string& name, int from, int channels, int kernel, int stride);
    int batchNormRelu(const std::string& name, int from);
    /// relu(batchNorm(convolution(from)) [+ shortcut]), in one op; names of the two layers.
    int convolutionNormRelu(const std::string& convolution, const std::string& norm, int from, int channels, int kernel, int stride,
                            std::optional<int> shortcut = std::nullopt);
    int paddedShortcut(int from, int channels, int stride);
    int add(int a, int b);
    int globalAverage(int from);
    int flatten(int from);
    int linear(const std::string& name, int from, int features, Linear::Width width = Linear::Width::AsInput);

    /// What comes now belongs to a new block; the last one begun is the network's last block.
    void beginBlock();
    void inputLayer(const std::string& name, int node);
    int channelsOf(int node) const { return m_shapes[static_cast<std::size_t>(node)].channels; }

    /// penultimate -> linear -> logits, both used: every classifier ends so.
    Network finish(int penultimate, int classes);

private:
    int append(std::unique_ptr<NetworkOp> op, std::vector<int> inputs, const ImageShape& shape);
    NetworkTail fromHere() const; ///< the tail that begins with the next op
    Convolution convolutionOp(const std::string& name, int from, int channels, int kernel, int stride);
    BatchNorm normOp(const std::string& name, int channels);
    ImageShape convolved(int from, int channels, int kernel, int stride) const;

    std::unique_ptr<Network::Parts> m_parts;
    std::vector<ImageShape> m_shapes; ///< per node; features are channels of one pixel
    std::vector<bool> m_depends;      ///< per node: on any parameter
};

} // namespace reweigh
