// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace reweigh {

/// A method that people look for by a name that no loss and no weighting has: it is here under another name, or it is left out. Title and
/// reason are marked for translation in the context "Settings".
struct OtherMethod {
    const char* key = "";    ///< "mask-focal"
    const char* title = "";  ///< the name that its paper gives it
    const char* why = "";    ///< how to have it here, or why it is left out, in whole sentences
    const char* row = "";    ///< the loss or weighting that computes it; empty: it is left out
    const char* source = ""; ///< paper
};

std::span<const OtherMethod> otherMethods();

/// The method called `name`, however its letters are cased and its words joined ("Mask focal", "mask_focal"); null if there is none.
const OtherMethod* otherMethod(std::string_view name);

} // namespace reweigh
