// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/CostProbe.h"

#include <stop_token>

namespace reweigh {

/// Measures `config` on the calling thread: some steps of a first epoch, then one evaluation. Writes nothing. Evaluating
/// is measured on as many of the images as take about as long as the steps, and scaled to all of them.
/// Errors: those of prepareData and the engine; Interrupted.
Result<CostInfo> measureCost(const ExperimentConfig& config, const EngineOpener& openEngine, std::stop_token stop);

} // namespace reweigh
