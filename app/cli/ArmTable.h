// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"

#include <string>
#include <vector>

namespace reweigh {

/// The compared arms as a Markdown table of test figures, with the number of seeds, intervals where there
/// are enough of them, and the verdict on each arm against the searched one.
std::string armTable(const std::vector<ArmResult>& arms);

/// "stage3+label 64-16 relu": an architecture in a cell.
std::string architectureText(const MetaNetSpec& spec);

} // namespace reweigh
