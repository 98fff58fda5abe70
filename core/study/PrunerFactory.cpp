// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/PrunerFactory.h"

#include "core/base/NearestName.h"
#include "core/study/PercentilePruner.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr const char* startup = "pruner-startup-trials";
constexpr const char* warmup = "pruner-warmup-epochs";
constexpr const char* percentileKey = "pruner-percentile";

/// Optuna's n_startup_trials and n_warmup_steps, which most of its pruners have.
std::vector<OwnSetting> delays()
{
    return {{.key = startup,
             .label = QT_TRANSLATE_NOOP("Settings", "Trials before pruning"),
             .help = QT_TRANSLATE_NOOP("Settings", "Number of trials that must be complete before one is pruned."),
             .range = {.low = 0, .high = 1e6, .whole = true},
             .usual = 5},
            {.key = warmup,
             .label = QT_TRANSLATE_NOOP("Settings", "Epochs before pruning"),
             .help = QT_TRANSLATE_NOOP("Settings", "Number of first epochs in which no trial is pruned."),
             .range = {.low = 0, .high = 1e6, .whole = true},
             .usual = 2}};
}

std::vector<OwnSetting> withDelays(OwnSetting setting)
{
    std::vector<OwnSetting> settings = delays();
    settings.insert(settings.begin(), std::move(setting));
    return settings;
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
             return std::make_unique<PercentilePruner>(
                 PercentilePrunerOptions{.startupTrials = int(values.at(startup)), .warmupSteps = int(values.at(warmup))});
         }},
        {.name = "percentile",
         .title = QT_TRANSLATE_NOOP("Settings", "percentile"),
         .help =
             QT_TRANSLATE_NOOP("Settings", "Ends a trial that is not within a chosen best share of the earlier ones at the same epoch."),
         .settings = withDelays({.key = percentileKey,
                                 .label = QT_TRANSLATE_NOOP("Settings", "Share that continues"),
                                 .help = QT_TRANSLATE_NOOP("Settings", "A trial is pruned unless it is among this best percentage of the "
                                                                       "earlier trials: 25 keeps the best quarter, 50 is the median."),
                                 .range = {.low = 0, .high = 100},
                                 .usual = 25}),
         .make = [](const OwnValues& values) -> std::unique_ptr<Pruner> {
             return std::make_unique<PercentilePruner>(PercentilePrunerOptions{
                 .percentile = values.at(percentileKey), .startupTrials = int(values.at(startup)), .warmupSteps = int(values.at(warmup))});
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
