// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"

#include <string>

namespace reweigh {

/// The shell command that does what `config` says: "reweigh search --noise-rate 0.4 ...", with every setting that
/// differs from its default and has an effect, quoted where a shell wants it.
std::string commandText(const std::string& subcommand, const ExperimentConfig& config);

} // namespace reweigh
