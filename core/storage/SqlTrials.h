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
    bool severalObjectives = false;                    ///< then values go to FrozenTrial::objectives
};

/// Reads the trials of `query` in order of id, with one SQL query per table. Call it in a transaction, so that all tables are read
/// in the same state. `file` is for errors only. Errors: StudyCorrupt, those of SqlConnection.
Result<std::vector<FrozenTrial>> readTrials(SqlConnection& connection, const TrialQuery& query, const std::filesystem::path& file);

/// Inserts the row of a running trial and returns its id. Call it in a transaction.
Result<std::int64_t> insertTrial(SqlConnection& connection, std::int64_t studyId, std::int64_t number);

/// Writes everything in `update` except its study attributes. Call it in a transaction.
Status writeUpdate(SqlConnection& connection, std::int64_t trialId, const TrialUpdate& update);

/// The studies of a file, in the order they were made.
struct StudyRow {
    std::int64_t id = 0;
    std::string name;
};
Result<std::vector<StudyRow>> readStudies(SqlConnection& connection);

/// Read and write a study's attributes. Call writeStudyAttributes() in a transaction.
Result<StudyAttributes> readStudyAttributes(SqlConnection& connection, std::int64_t studyId);
Status writeStudyAttributes(SqlConnection& connection, std::int64_t studyId, const StudyAttributes& attributes);

} // namespace reweigh
