// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"

namespace reweigh {

/// What the study's best trial proposed. Errors: StudyEmpty, those of StudyStorage::trials, StudyCorrupt.
Result<Proposal> bestProposal(const StudyStorage& study);

/// runComparison() of a study: its runs lie in arms/ of the study's folder, its result is kept as reweigh:arms.
/// Errors: those of runComparison and StudyStorage::setAttributes.
Result<std::vector<ArmResult>> compareInStudy(StudyStorage& study, const ExperimentConfig& config, const PreparedData& data,
                                              Engine& engine, const Proposal& best, const std::vector<ArmKind>& kinds,
                                              const std::filesystem::path& studyFolder, std::stop_token stop,
                                              const ArmObserverMaker& observe);

} // namespace reweigh
