// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/engine/methods/SampleLoss.h"
#include "core/engine/methods/SampleWeighting.h"

#include <memory>

namespace reweigh {

/// Makes the loss or the weighting that `options` name, one of lossRows() or weightingRows() (core/config/Methods.h).
/// Errors: UnknownValue (with the nearest name). makeWeighting() throws std::invalid_argument if the network lacks the input layer that
/// the weighting reads.
Result<std::unique_ptr<SampleLoss>> makeLoss(const TrainOptions& options);
Result<std::unique_ptr<SampleWeighting>> makeWeighting(const TrainOptions& options, const Network& network);

} // namespace reweigh
