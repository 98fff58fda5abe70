// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"

#include <string>
#include <vector>

namespace reweigh {

enum class Activation { Relu, Tanh };

/// Architecture of a Meta-Weight-Net: an MLP that maps what it sees of a sample (its loss, its features from a layer of the
/// classifier, its observed label, or several of these) through the `hidden` layers to one sigmoid output, the sample's weight in
/// (0, 1).
/// The network of Shu et al. 2019 has input "loss", hidden {100}, ReLU, not normalised.
struct MetaNetSpec {
    std::string input = "loss";      ///< one of inputNames(): "loss", "stage3", "loss+stage3", "label"
    bool withLabel = false;          ///< the one-hot observed label is appended to the input; not to the input "label"
    std::vector<int> hidden = {100}; ///< nodes of each hidden layer; empty: one linear layer before the sigmoid
    Activation activation = Activation::Relu;
    bool normalised = false;   ///< weights divided by their sum over the batch
    bool standardised = false; ///< loss and features, but not the label, are standardised by their running mean and variance

    friend bool operator==(const MetaNetSpec&, const MetaNetSpec&) = default;
};

/// A network and its learning rate, as a trial proposes them.
struct Proposal {
    MetaNetSpec metaNet;
    double metaLr = 0.0;

    friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// "loss+stage3+label": the input's name as users and studies write it.
inline std::string inputName(const MetaNetSpec& spec)
{
    return spec.withLabel ? spec.input + "+label" : spec.input;
}

/// What an input may be made of, in the order in which names and features have it: the loss, the layers that every classifier
/// offers, the observed label.
const std::vector<Choice>& inputParts();

/// The parts of an input's name: {"loss", "stage3", "label"} of "loss+stage3+label".
std::vector<std::string> partsOfInput(const std::string& name);

/// The values of MetaNetSpec::input: the loss, each layer, the loss with each layer, and the label.
const std::vector<std::string>& inputNames();

/// Every input, and every input but the label with "+label".
const std::vector<std::string>& inputsWithLabel();

/// Reads a name of inputsWithLabel() into `spec`; the inverse of inputName().
void setInput(MetaNetSpec& spec, const std::string& name);

/// Whether anything is standardised. The label never is, so it may be that nothing is although spec.standardised is set.
inline bool isStandardised(const MetaNetSpec& spec)
{
    return spec.standardised && spec.input != "label";
}

} // namespace reweigh
