// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/PrunerFactory.h"

#include "core/base/NearestName.h"
#include "core/study/MedianPruner.h"

#include <algorithm>

namespace reweigh {
namespace {

/// Optuna's n_startup_trials and n_warmup_steps, which most of its pruners have.
std::vector<OwnSetting> delays()
{
    return {{.key = "pruner-startup-trials",
             .label = QT_TRANSLATE_NOOP("Settings", "Trials before pruning"),
             .help = QT_TRANSLATE_NOOP("Settings", "So many trials must have ended before one is pruned."),
             .range = {.low = 0, .high = 1e6, .whole = true},
             .usual = 5},
            {.key = "pruner-warmup-epochs",
             .label = QT_TRANSLATE_NOOP("Settings", "Epochs before pruning"),
             .help = QT_TRANSLATE_NOOP("Settings", "No trial is pruned in its first epochs."),
             .range = {.low = 0, .high = 1e6, .whole = true},
             .usual = 2}};
}

} // namespace

const std::vector<PrunerRow>& prunerRows()
{
    static const std::vector<PrunerRow> rows = {
        {.name = "none",
         .title = QT_TRANSLATE_NOOP("Settings", "none"),
         .help = QT_TRANSLATE_NOOP("Settings", "Every trial is trained to its end."),
         .make = [](const OwnValues&) { return std::unique_ptr<Pruner>(); }},
        {.name = "median",
         .title = QT_TRANSLATE_NOOP("Settings", "median"),
         .help = QT_TRANSLATE_NOOP("Settings", "Ends a trial that is worse than half of the earlier ones at the same epoch."),
         .settings = delays(),
         .make = [](const OwnValues& values) -> std::unique_ptr<Pruner> {
             return std::make_unique<MedianPruner>(MedianPrunerOptions{.startupTrials = int(values.at("pruner-startup-trials")),
                                                                       .warmupSteps = int(values.at("pruner-warmup-epochs"))});
         }},
    };
    return rows;
}

Result<std::unique_ptr<Pruner>> makePruner(const std::string& name, const OwnValues& given)
{
    const auto row = std::ranges::find(prunerRows(), name, &PrunerRow::name);
    if (row == prunerRows().end())
        return Error{ErrorCode::UnknownValue, "pruner", name, nearestName(name, namesOf(prunerRows()))};
    return row->make(completeValues(row->settings, given));
}

} // namespace reweigh
