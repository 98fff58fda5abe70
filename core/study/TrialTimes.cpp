// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/TrialTimes.h"

#include "core/study/StudyLoop.h"

#include <algorithm>

namespace reweigh {
namespace {

/// When a trial was continued, in seconds since it was begun, and how long it had trained by then.
struct Continuation {
    double at = 0.0, trained = 0.0;
};

/// None where nothing is stored, or something that makes no sense, as after the clock was set back.
std::optional<std::vector<Continuation>> continuations(const FrozenTrial& trial)
{
    const auto stored = trial.systemAttributes.find(continuedKey);
    if (stored == trial.systemAttributes.end() || !stored->second.is_array())
        return std::nullopt;
    std::vector<Continuation> all;
    for (const nlohmann::json& one : stored->second) {
        if (!one.is_array() || one.size() != 2 || !one[0].is_number() || !one[1].is_number())
            return std::nullopt;
        const Continuation next{one[0].get<double>(), one[1].get<double>()};
        if (!(next.at >= (all.empty() ? 0.0 : all.back().at)) || !(next.trained >= 0.0))
            return std::nullopt;
        all.push_back(next);
    }
    return all;
}

/// Seconds from the trial's beginning to its end or, while it runs, to `now`.
std::optional<double> span(const FrozenTrial& trial, std::optional<Timestamp> now)
{
    const std::optional<Timestamp> end = trial.finished ? trial.finished : trial.state == TrialState::Running ? now : std::nullopt;
    if (!trial.started || !end)
        return std::nullopt;
    return std::chrono::duration<double>(*end - *trial.started).count();
}

bool isOwn(const FrozenTrial& trial)
{
    return trial.systemAttributes.contains(ownTrialKey);
}

/// Whether a trial of an earlier version, which ran for `whole` seconds from its beginning to its end, was not interrupted: its training takes
/// all of them but for what comes before and after it.
bool ranThrough(const FrozenTrial& trial, double whole)
{
    return trial.trained && whole - *trial.trained <= std::max(10.0, 0.5 * *trial.trained);
}

} // namespace

std::vector<TrialPart> trialParts(const FrozenTrial& trial, std::optional<Timestamp> now)
{
    const std::optional<double> whole = span(trial, now);
    if (!whole)
        return {};
    const auto continued = continuations(trial);
    std::vector<TrialPart> parts;
    if (!continued && isOwn(trial) && !ranThrough(trial, *whole))
        return parts;
    double from = 0.0, before = 0.0;
    for (const Continuation& next : continued.value_or(std::vector<Continuation>())) {
        if (next.trained > before) // else all of the part was lost
            parts.push_back({from, std::min(from + next.trained - before, next.at)});
        from = next.at;
        before = next.trained;
    }
    parts.push_back({from, std::max(from, *whole)});
    return parts;
}

std::optional<double> runningSeconds(const FrozenTrial& trial, std::optional<Timestamp> now)
{
    const std::optional<double> whole = span(trial, now);
    if (!whole)
        return std::nullopt;
    if (const auto continued = continuations(trial))
        return continued->empty() ? *whole : continued->back().trained + std::max(0.0, *whole - continued->back().at);
    return isOwn(trial) ? trial.trained : whole;
}

nlohmann::json continuedAt(const FrozenTrial& trial, Timestamp now, double trained)
{
    const auto stored = trial.systemAttributes.find(continuedKey);
    nlohmann::json all = stored != trial.systemAttributes.end() && stored->second.is_array() ? stored->second : nlohmann::json::array();
    const double at = trial.started ? std::chrono::duration<double>(now - *trial.started).count() : 0.0;
    all.push_back(nlohmann::json::array({at, trained}));
    return all;
}

} // namespace reweigh
