// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/NextRun.h"

#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/data/recipe/MetaSet.h"
#include "core/experiment/SearchCheck.h"
#include "widgets/state/OpenStudy.h"

#include <QCoreApplication>

#include <algorithm>

namespace reweigh {
namespace {

struct NextRunWords {
    Q_DECLARE_TR_FUNCTIONS(NextRun)
};

/// The keys of all settings that make the document's search another one than the stored one.
std::vector<std::string> changedSettings(nlohmann::json stored, const nlohmann::json& wanted)
{
    std::vector<std::string> keys;
    for (std::string key = differingSetting(stored, wanted); !key.empty() && std::ranges::find(keys, key) == keys.end();
         key = differingSetting(stored, wanted)) {
        keys.push_back(key);
        stored[key] = wanted.at(key);
    }
    return keys;
}

/// "Noise rate", "Noise rate, Batch size", "Noise rate, Batch size and 3 more"
QString namesOf(const std::vector<std::string>& keys)
{
    constexpr std::size_t named = 2;
    QStringList names;
    for (std::size_t i = 0; i < std::min(named, keys.size()); ++i)
        if (const ConfigField* field = findField(keys[i]))
            names << QCoreApplication::translate(tableContext, field->label);
    const QString list = names.join(QStringLiteral(", "));
    return keys.size() > named ? NextRunWords::tr("%1 and %n more", nullptr, int(keys.size() - named)).arg(list) : list;
}

int endedTrials(const StudySnapshot& study)
{
    return int(std::ranges::count_if(study.trials, [](const auto& trial) { return isFinished(trial->state); }));
}

} // namespace

NextRun nextRun(OpenStudy& study)
{
    const auto snapshot = study.snapshot();
    const ExperimentConfig& config = study.config();
    NextRun next{.trials = config.search.trials};
    if (snapshot->facts) {
        next.changed = changedSettings(snapshot->facts->config, toJson(config));
        next.kind = next.changed.empty() ? NextRun::Kind::Further : NextRun::Kind::Other;
    }
    if (next.kind == NextRun::Kind::Further) {
        // A run continues what was interrupted however many trials are wanted.
        const auto interrupted =
            std::ranges::count_if(snapshot->trials, [&](const auto& trial) { return snapshot->isInterrupted(*trial); });
        next.trials = std::max(int(interrupted), config.search.trials - endedTrials(*snapshot));
        if (next.trials == 0)
            next.kind = NextRun::Kind::Done;
    }
    if (const Error* refused = study.document().refused())
        next.obstacle = *refused;
    else if (const Status valid = validate(config); !valid)
        next.obstacle = valid.error();
    else if (const auto preview = study.preview(); preview && isPresent(*preview, config.data)) {
        if (preview->error)
            next.obstacle = *preview->error;
        else if (next.kind != NextRun::Kind::Done && preview->data.plan) // as the run itself refuses it: every trial is of MW-Net
            if (const Status meta = checkMetaSet(*preview->data.plan, "mwnet"); !meta)
                next.obstacle = meta.error();
    }
    return next;
}

QString nextRunVerb(const NextRun& next, const OpenStudy& study)
{
    switch (next.kind) {
    case NextRun::Kind::First: return NextRunWords::tr("Start", "a study, on a button");
    case NextRun::Kind::Other: return NextRunWords::tr("Start new", "a new study, on a button");
    case NextRun::Kind::Further:
        return study.snapshot()->trials.empty() ? NextRunWords::tr("Start", "a study, on a button")
                                                : NextRunWords::tr("Continue", "a study, on a button");
    case NextRun::Kind::Done: break;
    }
    return NextRunWords::tr("Run", "a study, on a button");
}

QString nextRunText(const NextRun& next, const OpenStudy& study)
{
    switch (next.kind) {
    case NextRun::Kind::First: return NextRunWords::tr("Start the study: %n trial(s)", nullptr, next.trials);
    case NextRun::Kind::Other: return NextRunWords::tr("Start a new study: %1 changed").arg(namesOf(next.changed));
    case NextRun::Kind::Further:
        return study.snapshot()->trials.empty() ? NextRunWords::tr("Start the study: %n trial(s)", nullptr, next.trials)
                                                : NextRunWords::tr("Continue: %n more trial(s)", nullptr, next.trials);
    case NextRun::Kind::Done: break;
    }
    return NextRunWords::tr("All %Ln trial(s) are done", nullptr, endedTrials(*study.snapshot()));
}

QString resumeText(const NextRun& next)
{
    return next.kind == NextRun::Kind::Other ? NextRunWords::tr("Resume without the changed %1").arg(namesOf(next.changed))
                                             : NextRunWords::tr("Resume");
}

} // namespace reweigh
