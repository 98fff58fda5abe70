// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/progress/RunFigures.h"

namespace reweigh {

/// Converts an epoch to the JSON object of a line of epochs.jsonl; NaN becomes null, an infinity the string
/// "Infinity" or "-Infinity".
nlohmann::json toJson(const EpochFigures& epoch);

/// The inverse of toJson(); it also reads the names of earlier versions. Throws nlohmann::json::exception if a member is missing
/// or of another type.
EpochFigures epochFromJson(const nlohmann::json& json);

} // namespace reweigh
