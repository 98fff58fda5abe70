// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/data/recipe/DataChanges.h"

namespace reweigh::test {

/// The fingerprint of a recipe that changes nothing, in a folder with such labels of the images that are held out.
inline nlohmann::json fingerprintWith(const HeldOutLabels& labels)
{
    const nlohmann::json effect = {{"train", 90},
                                   {"labels-changed", 0},
                                   {"left-out-by-imbalance", 0},
                                   {"left-out-by-limit", 0},
                                   {"meta-labels", labels.meta},
                                   {"validation-labels", labels.validation},
                                   {"test-labels", labels.test}};
    return {{"dataset", {{"name", "folder"}}}, {"recipe", {{"noise-type", "none"}, {"imbalance-type", "none"}}}, {"effect", effect}};
}

/// That of a folder of which nobody has checked an image, and what is said of it.
inline const HeldOutLabels uncheckedLabels{"pseudo", "unchecked", "given"};
inline constexpr const char* uncheckedWords =
    "meta set: pseudo, chosen by loss, not checked; validation images not checked; test images from a folder of their own";

} // namespace reweigh::test
