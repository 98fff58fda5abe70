// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

namespace reweigh {

/// Decides whether a running trial is worth going on with, from what it has reported.
/// Thread: one; the caller serialises calls.
class Pruner {
public:
    virtual ~Pruner() = default;

    /// Asked after a report of `trial`, which is in `history`.
    virtual bool shouldPrune(const History& history, const Observation& trial) const = 0;
};

} // namespace reweigh
