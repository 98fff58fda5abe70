// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"

#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// Widths and parameter count of a classifier, from its list of layers (Classifiers.h): a window that has not loaded the training
/// library shows them too.
struct ModelShape {
    struct Stage {
        std::string name; ///< "stem", "stage1"
        int width = 0;    ///< channels or nodes
    };
    std::vector<Stage> stages; ///< in order; the head, `classes` wide, is not among them
    long parameters = 0;
    int classes = 0;

    /// Features a sample that `input` gives MW-Net, without the label. 0 for an input layer that is none.
    int widthOf(const std::string& input) const;
};

/// `model` is one of modelNames().
ModelShape modelShape(const std::string& model, int height, int width, int channels, int classes);

/// Nodes of MW-Net's input: the features of its input layer, and the one-hot label if it joins.
int metaNetInput(const MetaNetSpec& spec, const ModelShape& model);

/// Weights and biases of the MLP from `input` nodes through spec.hidden to one.
long metaNetParameters(const MetaNetSpec& spec, int input);


struct ImageShape {
    int height = 28, width = 28, channels = 1;
};

/// One layer of a classifier, and the node that holds its value: layer k gives node k + 1, node 0 is the image.
struct Layer {
    enum class Kind {
        Convolution,         ///< without a bias, padded to keep the size
        NormRelu,            ///< batch norm, then ReLU
        ConvolutionNormRelu, ///< relu(batch norm(convolution(from)) [+ other])
        PaddedShortcut,      ///< every stride-th pixel, new channels zero: no parameters
        Add,                 ///< from + other
        GlobalAverage,
        Flatten,
        Linear,
    };

    Kind kind = Kind::Linear;
    std::string name, norm;   ///< of the layer with weights, and of the batch norm: "stage1.0.conv1", "stage1.0.norm1"
    int from = 0;             ///< node it reads
    std::optional<int> other; ///< second node it reads
    int width = 0;            ///< channels or features that come out
    int kernel = 1, stride = 1;
};

/// A node from which MW-Net may be fed.
struct InputPoint {
    std::string name;
    int node = 0;
    int width = 0; ///< features a sample, after averaging over space
};

/// A classifier written down layer by layer, without the training library: core/models builds the network from it, and its
/// parameters are counted and its sketch is drawn from it. Each function adds a layer and returns its node. Names are PyTorch's
/// habits; parameters come in the order of the layers.
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

    /// What comes now belongs to a new block; the last one begun is the network's last block.
    void beginBlock();
    void inputLayer(const std::string& name, int node);
    /// penultimate -> linear layer "head" -> logits: every classifier ends so.
    void finish(int penultimate, int classes);

    const ImageShape& imageShape() const { return m_image; }
    int widthOf(int node) const { return m_widths[static_cast<std::size_t>(node)]; }
    const std::vector<Layer>& layers() const { return m_layers; } ///< without the head
    const std::vector<InputPoint>& inputLayers() const { return m_inputLayers; }  ///< in order, without penultimate and logits
    std::size_t lastBlock() const { return m_lastBlock; }         ///< its first layer
    int penultimate() const { return m_penultimate; }
    int classes() const { return m_classes; }
    long parameters() const;                                      ///< of all layers and the head

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
