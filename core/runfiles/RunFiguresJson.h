// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <nlohmann/json.hpp>

namespace reweigh {

/// An epoch as a line of epochs.jsonl holds it; NaN is null.
nlohmann::json toJson(const EpochFigures& epoch);

/// The inverse. Throws nlohmann::json::exception on another shape.
EpochFigures epochFromJson(const nlohmann::json& json);

} // namespace reweigh
