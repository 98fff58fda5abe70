// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/config/LayerList.h"
#include "core/engine/models/Network.h"
#include "core/engine/models/NetworkParts.h"
#include "core/engine/models/ops/BatchNorm.h"
#include "core/engine/models/ops/Convolution.h"
#include "core/engine/models/ops/Linear.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// Builds classifier `model`, one of classifierRows() in core/config/Classifiers.h, from its layers. Every one has the inputs stem,
/// stage1, stage2, stage3, penultimate, logits (loss and softmax are derived from the logits by the caller).
/// Errors: UnknownValue (with the nearest name), RecipeNotApplicable (image too small).
Result<Network> makeClassifier(const std::string& model, const ImageShape& shape, int classes);

/// Initial parameters (flat, fp32, CPU), drawn from `rng` alone: He normal for convolutions, the
/// library's uniform rule for linear layers, 1 and 0 for batch norm.
at::Tensor initialParameters(const Network& network, Rng& rng);

/// Initial running statistics (flat, fp32, CPU): means 0, variances 1.
at::Tensor initialBuffers(const Network& network);


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
