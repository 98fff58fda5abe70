// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/StudyStorage.h"

#include <mutex>

namespace reweigh {

/// Keeps a study in memory, as long as this object lives.
class MemoryStorage : public StudyStorage {
public:
    MemoryStorage(std::string studyName, Direction direction);

    const std::string& studyName() const override { return m_studyName; }
    Direction direction() const override { return m_direction; }
    Result<std::vector<FrozenTrial>> trials(std::int64_t afterId = 0, std::int64_t throughId = lastTrialId) const override;
    Result<FrozenTrial> createTrial(const TrialUpdate& first) override;
    Result<std::optional<FrozenTrial>> startTrial(std::int64_t trialId, const TrialUpdate& first) override;
    Status updateTrial(std::int64_t trialId, const TrialUpdate& update) override;
    Result<StudyAttributes> attributes() const override;
    Status setAttributes(const StudyAttributes& changed) override;

private:
    Status apply(FrozenTrial& trial, const TrialUpdate& update);
    void merge(const StudyAttributes& changed);

    const std::string m_studyName;
    const Direction m_direction;
    mutable std::mutex m_mutex;
    std::vector<FrozenTrial> m_trials; ///< id = index + 1
    StudyAttributes m_attributes;
};

} // namespace reweigh
