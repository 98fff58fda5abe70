// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/ComparisonSize.h"

#include "core/study/TrialTimes.h"
#include "widgets/state/OpenStudy.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct ComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(ComparisonSize)
};

double medianSeconds(std::vector<double> seconds)
{
    if (seconds.empty())
        return 0.0;
    const auto middle = seconds.begin() + std::ptrdiff_t(seconds.size() / 2);
    std::ranges::nth_element(seconds, middle);
    return *middle;
}

double trainingSeconds(const StudySnapshot& study)
{
    std::vector<double> runs, trials;
    for (const VariantResult& result : study.variants)
        for (const VariantRun& run : result.runs)
            if (run.seconds > 0.0)
                runs.push_back(run.seconds);
    for (const auto& trial : study.trials)
        if (const auto ran = trial->state == TrialState::Complete ? runningSeconds(*trial) : std::nullopt)
            trials.push_back(*ran);
    return medianSeconds(runs.empty() ? trials : runs);
}

/// How many runs of a variant are stored.
int storedRuns(const StudySnapshot& study, const ResolvedVariant& variant)
{
    for (const VariantResult& result : study.variants)
        if (!result.earlier && result.name() == variant.name && (result.hash == variant.hash || variant.base == randomVariant))
            return int(result.runs.size());
    return 0;
}

} // namespace

std::optional<double> ComparisonSize::secondsLeft(int atOnce) const
{
    if (secondsEach <= 0.0)
        return std::nullopt;
    const double left = trainings - done + (done == 0 ? searchTrials : 0); // the random search has ended when a training is stored
    return std::ceil(left / std::max(1, atOnce)) * secondsEach;
}

Result<ComparisonSize> comparisonSize(const StudySnapshot& study, const ExperimentConfig& stored, const std::vector<Variant>& variants,
                                      int seeds)
{
    const StudyTrial* best = study.best();
    const TrialFacts* facts = best ? best->facts() : nullptr;
    if (!facts) // no trial yet, or another program made the study
        return Error{ErrorCode::StudyEmpty, study.name, {}, {}};
    const Proposal searched{facts->architecture, facts->metaLr};
    // The result of a random search is not known yet; here any network other than the searched one is sufficient.
    Proposal random = searched;
    random.metaLr *= 0.5;
    const Result<ResolvedVariants> resolved = resolveVariants(variants, {.study = stored, .searched = searched, .random = random});
    if (!resolved)
        return resolved.error();
    ComparisonSize size{.trainings = int(resolved->list.size()) * seeds, .secondsEach = trainingSeconds(study)};
    for (const ResolvedVariant& variant : resolved->list) {
        size.done += std::min(seeds, storedRuns(study, variant));
        const auto changed = settingsChanged(study.variants, variant.name, variant.hash, variant.settings);
        if (changed && variant.base != randomVariant)
            size.anew.emplace_back(variant.name, *changed);
        if (const DataOptions& data = variant.config.data; !data.leaveOut.empty() && data.leaveOut != stored.data.leaveOut)
            size.ownLists.push_back(data);
    }
    size.searches = std::ranges::any_of(variants, needsRandomSearch);
    size.searchTrials = size.searches ? stored.search.trials : 0;
    return size;
}

Result<ComparisonSize> comparisonSize(OpenStudy& study)
{
    return comparisonSize(*study.snapshot(), study.storedConfig(), study.runner().compared(), study.config().search.variantSeeds);
}

QString aboutTime(double seconds)
{
    if (seconds < 90.0)
        return ComparisonWords::tr("about %n second(s)", nullptr, int(std::lround(seconds)));
    if (seconds < 90.0 * 60.0)
        return ComparisonWords::tr("about %n minute(s)", nullptr, int(std::lround(seconds / 60.0)));
    return ComparisonWords::tr("about %1 hours").arg(QLocale().toString(seconds / 3600.0, 'f', 1));
}

} // namespace reweigh
