// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"

#include <string>
#include <vector>

namespace reweigh {

enum class Activation { Relu, Tanh };

/// Architecture of a Meta-Weight-Net: an MLP that maps one sample's features from a layer of the classifier, or its loss, through
/// the `hidden` layers to one sigmoid output, the sample's weight in (0, 1).
/// The network of Shu et al. 2019 has input "loss", hidden {100}, ReLU, not normalised.
struct MetaNetSpec {
    std::string input = "loss";      ///< loss, stem, stage1, stage2, stage3, penultimate, logits, softmax
    bool withLabel = false;          ///< the one-hot observed label is appended to the input
    std::vector<int> hidden = {100}; ///< nodes of each hidden layer; empty: one linear layer before the sigmoid
    Activation activation = Activation::Relu;
    bool normalised = false; ///< weights divided by their sum over the batch

    friend bool operator==(const MetaNetSpec&, const MetaNetSpec&) = default;
};

/// A network and its learning rate, as a trial proposes them.
struct Proposal {
    MetaNetSpec metaNet;
    double metaLr = 0.0;

    friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// "stage3+label": the input's name as users and studies write it.
inline std::string inputName(const MetaNetSpec& spec)
{
    return spec.withLabel ? spec.input + "+label" : spec.input;
}

/// The inputs that every classifier offers to MW-Net, without the variants "+label".
const std::vector<Choice>& inputChoices();

/// The names of inputChoices(), in the same order.
const std::vector<std::string>& inputNames();

/// Every input, and every input with "+label".
const std::vector<std::string>& inputsWithLabel();

/// Reads "stage3" or "stage3+label" (one of inputsWithLabel()) into `spec`; the inverse of inputName().
void setInput(MetaNetSpec& spec, const std::string& name);

} // namespace reweigh
