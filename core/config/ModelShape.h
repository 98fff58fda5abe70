// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"

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

} // namespace reweigh
