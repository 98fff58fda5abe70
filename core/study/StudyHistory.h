// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/StudyStorage.h"

#include <set>
#include <unordered_map>
#include <vector>

namespace reweigh {

/// Whether a search with a lag of `lag` >= 1 lets the trial with the number `number` know `trial`: it has ended, and its number is at
/// most `number` less `lag`. `Trial` is an Observation or a FrozenTrial.
template <typename Trial> bool isKnownTo(std::int64_t number, const Trial& trial, int lag)
{
    return isFinished(trial.state) && trial.number <= number - lag;
}

/// What samplers and pruners may use of `trial`. The distributions of its joint draw are looked up in `before`.
Observation observationOf(const FrozenTrial& trial, const std::vector<Observation>& before);

/// The facts about a study's trials that samplers and pruners use, in the order in which the trials were created. A trial is
/// addressed by its place (index) here, because its number may not be unique: after a trial is deleted, Optuna, which counts
/// rows, can give a number twice.
/// Thread: one; the caller serialises calls.
class StudyHistory {
public:
    const std::vector<Observation>& trials() const { return m_trials; }
    Observation& at(std::size_t place) { return m_trials.at(place); }
    const Observation& at(std::size_t place) const { return m_trials.at(place); }
    std::int64_t trialId(std::size_t place) const { return m_ids.at(place); }
    std::size_t placeOf(std::int64_t trialId) const { return m_places.at(trialId); }

    /// Adds those of `trials` that are not known yet.
    void takeIn(const std::vector<FrozenTrial>& trials);
    /// The highest id that takeIn() has seen.
    std::int64_t seenThrough() const { return m_seenThrough; }

    /// The number that the next new trial should get.
    std::int64_t nextNumber() const { return m_highestNumber + 1; }

    /// What the trial at `place` may know with a lag of `lag` >= 1: the trials that are known to its number (isKnownTo), in their order
    /// here, and after them the trial itself.
    std::vector<Observation> knownTo(std::size_t place, int lag) const;

    /// Adds a running trial that is about to be created in the storage; it has the number that it should get, and no id yet.
    /// Returns its place, the last one. Either keep() or dropLast() must follow.
    std::size_t open();
    /// The trial at `place`, from open(), was created and has this id.
    void keep(std::size_t place, std::int64_t trialId);
    /// The trial of the last open() was not created.
    void dropLast();

    /// Adds the parameters, reports and system attributes of `update` to the trial at `place`; the caller handles update.end.
    void amend(std::size_t place, const TrialUpdate& update);

    /// The place of the oldest trial that waits to be run; none if no trial waits.
    std::optional<std::size_t> waiting() const;
    /// The trial at `place` no longer waits, because this program runs it.
    void takeFromQueue(std::size_t place) { m_waiting.erase(place); }
    /// The trial at `place` no longer waits, because another program took it; `now` is its current content, null if it was deleted.
    void takeFromQueue(std::size_t place, const FrozenTrial* now);

private:
    void add(const FrozenTrial& trial);

    std::vector<Observation> m_trials; ///< places stay valid: trials are added and amended, never removed once kept
    std::vector<std::int64_t> m_ids;   ///< by place
    std::unordered_map<std::int64_t, std::size_t> m_places;
    std::set<std::size_t> m_waiting; ///< places of trials that waited when last seen
    std::int64_t m_seenThrough = 0, m_highestNumber = -1;
};

} // namespace reweigh
