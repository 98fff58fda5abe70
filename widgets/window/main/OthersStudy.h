// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"

#include <functional>

namespace reweigh {

/// Calls `meet` once it is known that another program, such as Optuna, made the study: at once, or when its file has been read. Nothing
/// happens for a study of this program.
inline void whenOthers(OpenStudy& study, QObject* receiver, std::function<void()> meet)
{
    const auto look = [&study, meet = std::move(meet)] {
        if (study.isOthers())
            meet();
    };
    if (!study.snapshot()->file.empty())
        return look();
    QObject::connect(&study, &OpenStudy::snapshotChanged, receiver, look, Qt::SingleShotConnection);
}

} // namespace reweigh
