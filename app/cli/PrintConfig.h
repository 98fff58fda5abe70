// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/config/ExperimentConfig.h"

namespace reweigh {

/// `--print-config`: the settings as a file that `--config` reads. Returns 0.
int printConfig(Terminal& terminal, const ExperimentConfig& config);

} // namespace reweigh
