// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/LayerList.h"

namespace reweigh {

/// One classifier as it is chosen, explained and built. Every one has the inputs stem, stage1, stage2, stage3 (penultimate, logits,
/// and what is derived from them, come with each).
struct ClassifierRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    /// Its layers up to the penultimate ones; returns the node of those.
    int (*write)(LayerList& layers) = nullptr;
};

/// Every classifier, in the order of the lists that offer them.
const std::vector<ClassifierRow>& classifierRows();

/// Their names.
const std::vector<std::string>& modelNames();

/// The layers of `model` for images of that shape; empty if there is no such classifier.
std::optional<LayerList> classifierLayers(const std::string& model, const ImageShape& image, int classes);

} // namespace reweigh
