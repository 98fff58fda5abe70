// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"

namespace reweigh {

/// Calls `changed` whenever a study's arms may have: a comparison's result was stored, one of its runs told of an epoch,
/// another number of seeds is asked for. Cut with `receiver`'s other connections to the study.
template <typename Changed>
void followArms(OpenStudy& study, QObject* receiver, Changed changed)
{
    QObject::connect(&study, &OpenStudy::snapshotChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::configChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::stateChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::recordChanged, receiver, [changed](const RunKey& key) {
        if (!key.arm.empty())
            changed();
    });
}

} // namespace reweigh
