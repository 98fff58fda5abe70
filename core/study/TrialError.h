// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/study/Trial.h"

#include <optional>

namespace reweigh {

/// User attribute of a failed trial: {"code", "where", "detail", "hint"}.
inline constexpr const char* trialErrorKey = "reweigh:error";

nlohmann::json toJson(const Error& error);

/// What made `trial` fail, if it says so in our form.
std::optional<Error> errorOf(const FrozenTrial& trial);

} // namespace reweigh
