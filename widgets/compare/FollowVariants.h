// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"

namespace reweigh {

/// Calls `changed` whenever what a study compared may have changed: a result was stored, the epochs of a run were read, another number
/// of seeds is asked for. Cut with `receiver`'s other connections to the study.
template <typename Changed>
void followVariants(OpenStudy& study, QObject* receiver, Changed changed)
{
    QObject::connect(&study, &OpenStudy::snapshotChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::configChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::stateChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::epochsChanged, receiver, [changed](const RunKey& key) {
        if (!key.variant.empty())
            changed();
    });
}

} // namespace reweigh
