// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/study/StudyStorage.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// What Optuna's journal of operations (JournalStorage, Optuna 3.1 to 5) says so far. An operation that Optuna would leave out, because
/// its study is gone, its trial has ended or a parameter has become another kind, is left out here too.
class JournalReplay {
public:
    struct Study {
        std::string name;
        std::vector<Direction> directions;
        StudyAttributes attributes;
        std::vector<std::size_t> trials; ///< places in trials()
        bool deleted = false;
        std::map<std::string, Distribution> distributions; ///< the first one of each parameter
    };

    /// Carries out one line of the journal. Errors: StudyCorrupt (detail = what is wrong), StudyOtherVersion (an unknown operation).
    Status apply(std::string_view line);

    const std::vector<Study>& studies() const { return m_studies; }     ///< a study's place is its id in the journal
    const std::vector<FrozenTrial>& trials() const { return m_trials; } ///< of all studies; `trialId` is the place plus 1

private:
    Study* study(const nlohmann::json& log);
    FrozenTrial* openTrial(const nlohmann::json& log);
    Status createStudy(const nlohmann::json& log);
    Status createTrial(const nlohmann::json& log);
    Status setParameter(const nlohmann::json& log);
    void setEnd(const nlohmann::json& log);

    std::vector<Study> m_studies;
    std::vector<FrozenTrial> m_trials;
    std::vector<std::size_t> m_studyOf; ///< by the trial's place
};

} // namespace reweigh
