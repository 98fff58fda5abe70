// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace reweigh {

/// One translatable line of help for the setting `key`; empty if there is none (a test sees to it).
std::string optionHelp(const std::string& key);

} // namespace reweigh
