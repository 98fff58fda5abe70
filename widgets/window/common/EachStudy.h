// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <functional>
#include <memory>
#include <set>

namespace reweigh {

/// Calls `meet` once for each study of the workbench: at once for those open now, and later for those opened while `receiver`
/// exists.
inline void eachStudy(Workbench& bench, QObject* receiver, std::function<void(OpenStudy&)> meet)
{
    auto known = std::make_shared<std::set<OpenStudy*>>();
    const auto look = [&bench, receiver, known, meet = std::move(meet)] {
        for (const auto& study : bench.studies())
            if (known->insert(study.get()).second) {
                QObject::connect(study.get(), &QObject::destroyed, receiver, [known, gone = study.get()] { known->erase(gone); });
                meet(*study);
            }
    };
    look();
    QObject::connect(&bench, &Workbench::studiesChanged, receiver, look);
}

} // namespace reweigh
