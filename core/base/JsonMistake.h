// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"

#include <string>
#include <string_view>

namespace reweigh {

/// What is wrong in a text that is not JSON, and how to mend it, as parts of a sentence.
struct JsonMistake {
    std::string what; ///< with its place, counted from 1, columns in bytes: "line 3, column 5: nan is no number"
    std::string mend; ///< "write a number"
};

/// The mistake in `text`, for which nlohmann's parser, or parsedJson(), threw `error`.
JsonMistake jsonMistake(std::string_view text, const nlohmann::json::exception& error);

} // namespace reweigh
