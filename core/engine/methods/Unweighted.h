// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/methods/SampleWeighting.h"

namespace reweigh {

/// The weighting of plain training: every weight is 1.
class Unweighted : public SampleWeighting {
public:
    at::Tensor weights(const StepView&) override { return {}; }
};

} // namespace reweigh
