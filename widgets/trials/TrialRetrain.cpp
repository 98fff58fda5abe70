// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialRetrain.h"

#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/study/TrialTimes.h"
#include "widgets/trials/TrialCommand.h"

#include <algorithm>
#include <cmath>

namespace reweigh {

Result<Variant> trialVariant(const StudyTrial& trial, const StudySnapshot& snapshot, const ExperimentConfig& study)
{
    const Result<ExperimentConfig> config = configOf(trial, snapshot);
    if (!config)
        return config.error();
    Variant variant{.name = "trial-" + std::to_string(trial.number), .base = {}};
    for (const ConfigField& field : configFields())
        if (field.group != FieldGroup::Data && field.get(*config) != field.get(study))
            variant.settings[field.key] = field.get(*config);
    // What all variants share, as seeds and the search's own settings, or has no effect in this training, is no part of it.
    for (std::size_t left = variant.settings.size();; --left) {
        const Result<ResolvedVariant> resolved = resolveVariant(variant, {.study = study, .searched = {}, .random = {}});
        if (resolved)
            return variant;
        const Error& error = resolved.error();
        const std::string key = error.code == ErrorCode::VariantSettingFixed ? error.detail : error.where;
        const bool droppable = error.code == ErrorCode::VariantSettingFixed || error.code == ErrorCode::SettingUnused;
        if (left == 0 || !droppable || variant.settings.erase(key) == 0)
            return error;
    }
}

std::optional<double> retrainSeconds(const StudyTrial& trial, int seeds, int atOnce)
{
    const std::optional<double> each = trial.state == TrialState::Complete ? runningSeconds(trial) : std::nullopt;
    return each ? std::optional(std::ceil(double(seeds) / std::max(1, atOnce)) * *each) : std::nullopt;
}

} // namespace reweigh
