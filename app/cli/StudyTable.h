// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/StudyStorage.h"

#include <string>

namespace reweigh {

/// A study's trials as a Markdown table, best first, then those without a value in order of number.
std::string trialTable(TrialRefs trials, Direction direction);

/// One trial in a line: "trial 3 complete 0.8123  loss 64-16 relu, meta-lr 0.0012".
std::string trialLine(const FrozenTrial& trial);

} // namespace reweigh
