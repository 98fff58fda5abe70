// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"

#include <functional>

namespace reweigh {

/// Calls `meet` once a study that was opened from a file has been read: at once, or when that is done.
inline void whenRead(OpenStudy& study, QObject* receiver, std::function<void()> meet)
{
    if (!study.snapshot()->file.empty())
        return meet();
    QObject::connect(&study, &OpenStudy::snapshotChanged, receiver, std::move(meet), Qt::SingleShotConnection);
}

} // namespace reweigh
