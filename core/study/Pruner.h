// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

namespace reweigh {

/// Decides from a running trial's reports whether to end it early.
/// Thread: one; the caller serialises calls.
class Pruner {
public:
    virtual ~Pruner() = default;

    /// Whether `trial`, which is in `history`, shall be pruned; called after a report of it. A pruner has no state of its own: it is
    /// asked about several trials in turn, and may be asked twice about one report, which must give the same answer twice. What it
    /// needs to remember about the trial it adds to `keep`. This is stored in the trial's system attributes before the answer is
    /// used, and later calls find it in Observation::attributes, even after a restart.
    virtual bool shouldPrune(const History& history, const Observation& trial, Attributes& keep) const = 0;
};

} // namespace reweigh
