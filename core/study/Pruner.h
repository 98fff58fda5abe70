// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

namespace reweigh {

/// Decides whether a running trial is worth going on with, from what it has reported.
/// Thread: one; the caller serialises calls.
class Pruner {
public:
    virtual ~Pruner() = default;

    /// Asked after a report of `trial`, which is in `history`. What a pruner wants to remember of the trial it adds to `keep`: it is
    /// stored as the trial's system attributes before the answer counts, and stands in Observation::attributes from then on, of
    /// this trial and of every other, after a restart too. A pruner itself holds nothing: it is asked about several trials in
    /// turn, and asked again about a report that it has answered for, with the same answer due.
    virtual bool shouldPrune(const History& history, const Observation& trial, Attributes& keep) const = 0;
};

} // namespace reweigh
