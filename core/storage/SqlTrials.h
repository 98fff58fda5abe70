// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/SqlConnection.h"
#include "core/study/StudyStorage.h"

namespace reweigh {

/// Which trials are read, and how.
struct TrialQuery {
    std::int64_t studyId = 0;
    std::int64_t afterId = 0, throughId = lastTrialId; ///< ids above the first and at most the second
    bool largeAsText = false;                          ///< see SqlReading
};

/// The trials of `query` in order of id: one query a table, whatever their number.
/// Errors: StudyCorrupt, those of SqlConnection.
Result<std::vector<FrozenTrial>> readTrials(SqlConnection& connection, const TrialQuery& query, const std::filesystem::path& file);

/// A running trial's row; gives its id. Inside a transaction.
Result<std::int64_t> insertTrial(SqlConnection& connection, std::int64_t studyId, std::int64_t number);

/// Everything in `update` that belongs to the trial. Inside a transaction.
Status writeUpdate(SqlConnection& connection, std::int64_t trialId, const TrialUpdate& update);

/// Reads and sets a study's attributes. The latter inside a transaction.
Result<StudyAttributes> readStudyAttributes(SqlConnection& connection, std::int64_t studyId, const std::filesystem::path& file);
Status writeStudyAttributes(SqlConnection& connection, std::int64_t studyId, const StudyAttributes& attributes);

} // namespace reweigh
