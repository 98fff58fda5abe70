// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/LayerList.h"

namespace reweigh {

/// One classifier: its name, the words that explain it, and the function that lists its layers. Every classifier offers the
/// input layers stem, stage1, stage2 and stage3 to MW-Net; penultimate, logits and softmax come with every classifier by themselves.
struct ClassifierRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    /// Adds the layers of the classifier, all but the head; returns the penultimate node.
    int (*write)(LayerList& layers) = nullptr;
};

/// Every classifier, in the order of the lists that offer them.
const std::vector<ClassifierRow>& classifierRows();

/// The names of classifierRows(), in the same order.
const std::vector<std::string>& modelNames();

/// The layers of `model` for images of the shape `image`; nullopt if there is no such classifier.
std::optional<LayerList> classifierLayers(const std::string& model, const ImageShape& image, int classes);

} // namespace reweigh
