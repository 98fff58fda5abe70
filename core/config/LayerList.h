// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"

#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// Widths and parameter count of a classifier, computed from its list of layers (Classifiers.h), so that they can be shown without
/// the training library.
struct ModelShape {
    struct Stage {
        std::string name; ///< "stem", "stage1"
        int width = 0;    ///< channels or nodes
    };
    std::vector<Stage> stages; ///< in order, without the head, whose width is `classes`
    long parameters = 0;
    int classes = 0;

    /// The number of features per sample that the input of the name `input` (inputName()) gives to MW-Net; 0 if there is no such
    /// input.
    int widthOf(const std::string& input) const;
};

/// The shape of the classifier `model`, one of modelNames(), for images of `height` x `width` pixels with `channels` channels. For
/// an unknown model it has no stages and no parameters.
ModelShape modelShape(const std::string& model, int height, int width, int channels, int classes);

/// The width of MW-Net's input: 1 for the loss, the width of a layer, `classes` for the one-hot label.
int metaNetInput(const MetaNetSpec& spec, const ModelShape& model);

/// The number of weights and biases of the MLP that leads from `input` nodes through spec.hidden to one output.
long metaNetParameters(const MetaNetSpec& spec, int input);

struct ImageShape {
    int height = 28, width = 28, channels = 1;
};

/// One layer of a classifier. Nodes hold values: node 0 is the image, and layer k (from 0) computes node k + 1.
struct Layer {
    enum class Kind {
        Convolution,         ///< without a bias, padded to keep the size
        NormRelu,            ///< batch norm, then ReLU
        ConvolutionNormRelu, ///< relu(batch norm(convolution(from)) [+ other])
        PaddedShortcut,      ///< takes every stride-th pixel and fills new channels with zeros; no parameters
        Add,                 ///< from + other
        GlobalAverage,
        Flatten,
        Linear,
    };

    Kind kind = Kind::Linear;
    std::string name, norm;   ///< names of the layer with weights and of the batch norm: "stage1.0.conv1", "stage1.0.norm1"
    int from = 0;             ///< the node it reads
    std::optional<int> other; ///< the second node it reads
    int width = 0;            ///< channels or features of its output
    int kernel = 1, stride = 1;
};

/// A node that MW-Net can take as its input.
struct InputPoint {
    std::string name;
    int node = 0;
    int width = 0; ///< features per sample, after the average over all pixels
};

/// A classifier as a list of layers, independent of the training library: core/engine/models builds the network from it, and its
/// parameters are counted and its diagram is drawn from it. Each function that adds a layer returns its node. Names follow
/// PyTorch's conventions; parameters are in the order of the layers.
class LayerList {
public:
    explicit LayerList(const ImageShape& image);

    int image() const { return 0; }
    int convolution(const std::string& name, int from, int channels, int kernel, int stride);
    int normRelu(const std::string& name, int from);
    int convolutionNormRelu(const std::string& convolution, const std::string& norm, int from, int channels, int kernel, int stride,
                            std::optional<int> shortcut = std::nullopt);
    int paddedShortcut(int from, int channels, int stride);
    int add(int a, int b);
    int globalAverage(int from);
    int flattenImage();
    int linear(const std::string& name, int from, int features);

    /// Begins a new block with the next layer; the last block begun is the network's last block.
    void beginBlock();
    /// Offers `node` to MW-Net as the input layer `name`.
    void inputLayer(const std::string& name, int node);
    /// Ends the list: the linear layer "head" leads from the node `penultimate` to `classes` logits, as in every classifier.
    void finish(int penultimate, int classes);

    const ImageShape& imageShape() const { return m_image; }
    int widthOf(int node) const { return m_widths[static_cast<std::size_t>(node)]; }
    const std::vector<Layer>& layers() const { return m_layers; }                ///< without the head
    const std::vector<InputPoint>& inputLayers() const { return m_inputLayers; } ///< in order, without penultimate and logits
    std::size_t lastBlock() const { return m_lastBlock; }                        ///< index of its first layer
    int penultimate() const { return m_penultimate; }
    int classes() const { return m_classes; }
    long parameters() const; ///< of all layers and the head

private:
    int append(Layer layer, int width);

    ImageShape m_image;
    std::vector<Layer> m_layers;
    std::vector<int> m_widths; ///< per node: channels, or features
    std::vector<InputPoint> m_inputLayers;
    std::size_t m_lastBlock = 0;
    int m_penultimate = 0;
    int m_classes = 0;
};

} // namespace reweigh
