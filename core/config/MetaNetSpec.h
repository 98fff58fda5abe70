// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"

#include <string>
#include <vector>

namespace reweigh {

enum class Activation { Relu, Tanh };

/// Architecture of a Meta-Weight-Net: an MLP from what its input, a layer of the classifier or the loss, gives for one sample,
/// through `hidden` layers, to one sigmoid output, the sample's weight in (0, 1).
/// The network of Shu et al. 2019 has input "loss", hidden {100}, ReLU, not normalised.
struct MetaNetSpec {
    std::string input = "loss";       ///< loss, stem, stage1, stage2, stage3, penultimate, logits, softmax
    bool withLabel = false;         ///< the one-hot observed label joins the input
    std::vector<int> hidden = {100};///< nodes of each hidden layer; empty: input straight to the sigmoid
    Activation activation = Activation::Relu;
    bool normalised = false;        ///< weights divided by their sum over the batch

    friend bool operator==(const MetaNetSpec&, const MetaNetSpec&) = default;
};

/// A network and the rate it learns at: what a trial proposes.
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


/// The inputs that every classifier offers to MW-Net; "+label" may follow each.
const std::vector<Choice>& inputChoices();

/// Their names.
const std::vector<std::string>& inputNames();

/// Every input, and every input with "+label".
const std::vector<std::string>& inputsWithLabel();

/// Reads "stage3" or "stage3+label" (one of inputsWithLabel()) into `spec`; the inverse of inputName().
void setInput(MetaNetSpec& spec, const std::string& name);

} // namespace reweigh
