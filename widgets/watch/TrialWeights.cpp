// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/TrialWeights.h"

#include "core/config/DataSets.h"
#include "core/experiment/ArchitectureSpace.h"
#include "widgets/state/OpenStudy.h"

namespace reweigh {
namespace {

constexpr const char* searchWeighting = "mwnet"; // of every trial, unless its settings say otherwise

} // namespace

WeightSource trialWeightSource(const OpenStudy& study, std::int64_t number)
{
    const std::shared_ptr<const StudySnapshot> snapshot = study.snapshot();
    WeightSource source;
    source.ownLabels = snapshot->facts ? snapshot->ownLabels() : hasOwnLabels(study.config().data.dataset);
    const StudyTrial* trial = snapshot->trial(number);
    if (const TrialFacts* facts = trial ? trial->facts() : nullptr) {
        source.metaNet = facts->architecture;
        const auto weighting = facts->training.find("weighting");
        source.weighting = weighting != facts->training.end() && weighting->is_string() ? weighting->get<std::string>() : searchWeighting;
    } else if (const std::optional<Proposal> proposal = trial ? proposalOf(*trial, snapshot->everyInputIsStandardised()) : std::nullopt) {
        source.metaNet = proposal->metaNet;
        source.weighting = searchWeighting;
    }
    return source;
}

} // namespace reweigh
