// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/engine/methods/SampleLoss.h"
#include "core/engine/methods/SampleWeighting.h"

#include <memory>

namespace reweigh {

/// The loss and the weighting that `options` name, one of lossRows() and weightingRows() (core/config/Methods.h).
/// Errors: UnknownValue (with the nearest). makeWeighting() throws std::invalid_argument where the network lacks what it is fed by.
Result<std::unique_ptr<SampleLoss>> makeLoss(const TrainOptions& options);
Result<std::unique_ptr<SampleWeighting>> makeWeighting(const TrainOptions& options, const Network& network);

} // namespace reweigh
