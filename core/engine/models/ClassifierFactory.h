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

/// Builds the classifier `model`, one of classifierRows() in core/config/Classifiers.h, for images of size `shape` and K = `classes`
/// classes. Every classifier has the input layers stem, stage1, stage2, stage3, penultimate and logits; a caller computes the inputs
/// loss and softmax from the logits.
/// Errors: UnknownValue (with the nearest name), RecipeNotApplicable (images smaller than 8x8).
Result<Network> makeClassifier(const std::string& model, const ImageShape& shape, int classes);

/// Draws initial parameters: [P], fp32, on the CPU, in the order of network.parameters(). Weights of convolutions: normal with
/// standard deviation sqrt(2 / fan-in) (He et al. 2015). Weights and biases of linear layers: uniform in +-1/sqrt(fan-in), as
/// torch.nn.Linear. Batch norm: scale 1, shift 0. The result depends on the network and `rng` only.
at::Tensor initialParameters(const Network& network, Rng& rng);

/// Initial running statistics: [B], fp32, on the CPU, in the order of network.buffers(); means 0, variances 1.
at::Tensor initialBuffers(const Network& network);

/// Builds a network layer by layer. It keeps track of shapes, parameters and which layer reads which node. Every layer function
/// returns the number of the node that holds the layer's value; node 0 is the image. `from`, a and b are earlier nodes. Parameters are
/// named as in PyTorch: "stage1.0.conv1.weight". Nothing is checked.
class NetworkBuilder {
public:
    explicit NetworkBuilder(const ImageShape& image);

    /// A square convolution without bias, padding kernel / 2: [n, C, H, W] to [n, channels, H', W'], H' = (H - 1) / stride + 1 for an
    /// odd kernel.
    int convolution(const std::string& name, int from, int channels, int kernel, int stride);
    /// ReLU(batch norm(from)); the shape stays.
    int batchNormRelu(const std::string& name, int from);
    /// ReLU(batch norm(convolution(from)) + shortcut) in one op; `shortcut` has the result's shape and may be absent. `convolution` and
    /// `norm` name the two layers.
    int convolutionNormRelu(const std::string& convolution, const std::string& norm, int from, int channels, int kernel, int stride,
                            std::optional<int> shortcut = std::nullopt);
    /// Every stride-th pixel of `from`, padded with channels of zeros to `channels` (see PaddedShortcut); the number of channels to
    /// add must be even.
    int paddedShortcut(int from, int channels, int stride);
    /// a + b, of one shape.
    int add(int a, int b);
    /// The mean over space: [n, C, H, W] to [n, C].
    int globalAverage(int from);
    /// Pixels as features: [n, C, H, W] to [n, H W C].
    int flatten(int from);
    /// A linear layer with bias: [n, C] to [n, features].
    int linear(const std::string& name, int from, int features, Linear::Width width = Linear::Width::AsInput);

    /// Begins a new block, to which the following layers belong. The last block begun is the network's lastBlock().
    void beginBlock();
    /// Makes `node` available as input layer `name` of a weighting.
    void inputLayer(const std::string& name, int node);
    int channelsOf(int node) const { return m_shapes[static_cast<std::size_t>(node)].channels; }

    /// Ends the network with a linear layer from node `penultimate` to the logits, and makes both input layers. The builder may not be
    /// used afterwards.
    Network finish(int penultimate, int classes);

private:
    int append(std::unique_ptr<NetworkOp> op, std::vector<int> inputs, const ImageShape& shape);
    NetworkTail fromHere() const; ///< the tail of the network that begins with the next op
    Convolution convolutionOp(const std::string& name, int from, int channels, int kernel, int stride);
    BatchNorm normOp(const std::string& name, int channels);
    ImageShape convolved(int from, int channels, int kernel, int stride) const;

    std::unique_ptr<Network::Parts> m_parts;
    std::vector<ImageShape> m_shapes; ///< per node; features [n, C] count as channels of one pixel
    std::vector<bool> m_depends;      ///< per node: whether it depends on any parameter
};

} // namespace reweigh
