// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/MetaNetSpec.h"

#include <string>
#include <vector>

namespace reweigh {

/// The inputs that every classifier offers to MW-Net; "+label" may follow each.
const std::vector<Choice>& inputChoices();

/// Their names.
const std::vector<std::string>& inputNames();

/// Every input, and every input with "+label".
const std::vector<std::string>& inputsWithLabel();

/// Reads "stage3" or "stage3+label" (one of inputsWithLabel()) into `spec`; the inverse of inputName().
void setInput(MetaNetSpec& spec, const std::string& name);

} // namespace reweigh
