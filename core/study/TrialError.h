// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/study/Trial.h"

#include <optional>

namespace reweigh {

/// User attribute of a failed trial: {"code", "where", "detail", "hint"}.
inline constexpr const char* trialErrorKey = "reweigh:error";

/// The error as the value of trialErrorKey.
nlohmann::json toJson(const Error& error);

/// The error in the attribute trialErrorKey of `trial`; none if the attribute is missing or has another form.
std::optional<Error> errorOf(const FrozenTrial& trial);

} // namespace reweigh
