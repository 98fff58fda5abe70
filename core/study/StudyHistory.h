// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/StudyStorage.h"

#include <set>
#include <unordered_map>
#include <vector>

namespace reweigh {

/// What a study's samplers and pruners may know of its trials, in the order in which they were made. A trial is addressed by
/// its place here: numbers have gaps where trials were deleted, and Optuna, which counts rows, then gives a number twice.
/// Thread: one; the caller serialises calls.
class StudyHistory {
public:
    const std::vector<Observation>& trials() const { return m_trials; }
    Observation& at(std::size_t place) { return m_trials.at(place); }
    const Observation& at(std::size_t place) const { return m_trials.at(place); }
    std::int64_t trialId(std::size_t place) const { return m_ids.at(place); }
    std::size_t placeOf(std::int64_t trialId) const { return m_places.at(trialId); }

    /// Adds the trials that are not known yet.
    void takeIn(const std::vector<FrozenTrial>& trials);
    /// The id up to which every trial has been taken in.
    std::int64_t seenThrough() const { return m_seenThrough; }

    /// A place for a trial that is about to be made, with the number that it should get: it runs, and has no id yet.
    std::size_t open();
    /// It was made, with that id; or it was not.
    void keep(std::size_t place, std::int64_t trialId);
    void dropLast();

    /// Adds what an update of the trial at `place` says; its end is the caller's.
    void amend(std::size_t place, const TrialUpdate& update);

    /// The oldest trial that waits; none if none does.
    std::optional<std::size_t> waiting() const;
    /// The trial at `place` waits no more. It runs, or is what another program has made of it; null: it is gone.
    void takeFromQueue(std::size_t place) { m_waiting.erase(place); }
    void takeFromQueue(std::size_t place, const FrozenTrial* now);

private:
    void add(const FrozenTrial& trial);

    std::vector<Observation> m_trials; ///< grows and is amended, never made anew
    std::vector<std::int64_t> m_ids;   ///< by place
    std::unordered_map<std::int64_t, std::size_t> m_places;
    std::set<std::size_t> m_waiting; ///< places of trials that waited when last seen
    std::int64_t m_seenThrough = 0, m_highestNumber = -1;
};

} // namespace reweigh
