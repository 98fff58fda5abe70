// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/MetaNetSpec.h"

#include <string>
#include <vector>

namespace reweigh {

/// The taps that every classifier offers to MW-Net; "+label" may follow each.
const std::vector<Choice>& tapChoices();

/// Their names.
const std::vector<std::string>& tapNames();

/// Every tap, and every tap with "+label".
const std::vector<std::string>& tapsWithLabel();

/// Reads "stage3" or "stage3+label" (one of tapsWithLabel()) into `spec`; the inverse of tapName().
void setTap(MetaNetSpec& spec, const std::string& name);

} // namespace reweigh
