// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "tests/bench/StepCase.h"

#include <utility>

namespace reweigh::bench {

using StepResults = std::vector<std::pair<StepCase, StepResult>>;

/// Markdown: the targets' table, a cell being "ours / peer ms: ratio", what is asked for in brackets, and an exact step
/// counted in our own plain steps. What was not measured is `unmeasured`.
std::string targetTable(const StepResults& results);

/// Markdown: the cheaper steps beside our exact one; empty where none was measured.
std::string cheaperTable(const StepResults& results);

/// Markdown: times and peak memory of each case, one a line.
std::string caseHeader();
std::string caseLine(const StepCase& which, const StepResult& result);

nlohmann::json toJson(const StepCase& which, const StepResult& result, int threads, const std::string& date);

} // namespace reweigh::bench
