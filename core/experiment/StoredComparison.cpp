// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/StoredComparison.h"

namespace reweigh {

Result<Proposal> bestProposal(const StudyStorage& study)
{
    const Result<std::vector<FrozenTrial>> trials = study.trials();
    if (!trials)
        return trials.error();
    const FrozenTrial* best = bestTrial(*trials, study.direction());
    if (!best)
        return Error{ErrorCode::StudyEmpty, study.studyName(), {}, {}};
    const Result<TrialFacts> facts = trialFacts(*best);
    if (!facts)
        return facts.error();
    return Proposal{facts->architecture, facts->metaLr};
}

Result<std::vector<ArmResult>> compareInStudy(StudyStorage& study, const ExperimentConfig& config, const PreparedData& data,
                                              Engine& engine, const Proposal& best, const std::vector<ArmKind>& kinds,
                                              const std::filesystem::path& studyFolder, std::stop_token stop,
                                              const ArmObserverMaker& observe)
{
    Result<std::vector<ArmResult>> arms = runComparison(config, data, engine, best, kinds, studyFolder / "arms", std::move(stop), observe);
    if (!arms)
        return arms;
    if (const Status kept = study.setAttributes({.user = {{attribute::arms, toJson(*arms)}}}); !kept)
        return kept.error();
    return arms;
}

} // namespace reweigh
