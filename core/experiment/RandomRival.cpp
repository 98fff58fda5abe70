// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/RandomRival.h"

#include "core/storage/StudyFolder.h"

#include <algorithm>

namespace reweigh {

Result<Proposal> searchAtRandom(const StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine, SearchBudget& budget,
                                    const std::stop_token& stop, const std::function<void(int finished, int trials)>& told)
{
    const Result<std::vector<FrozenTrial>> trials = study.trials();
    if (!trials)
        return trials.error();
    ExperimentConfig config = request.config;
    config.search.sampler = "random";
    config.search.trials = int(std::ranges::count_if(*trials, [](const FrozenTrial& trial) { return isFinished(trial.state); }));
    config.outDir = StudyFolder::in(request.folder).randomSearch().string();
    config.search.study.clear();
    const auto session = SearchSession::open(config, request.data, true, engine->versions().library);
    if (!session)
        return session.error();
    if ((*session)->remainingTrials() > 0) {
        SearchBudget own(config.search.trials, std::max(1, budget.workers())); // one at a time unless a number was asked for: repeatable
        const auto tell = [&] {
            if (told)
                told((*session)->finishedTrials(), own.trials());
        };
        tell();
        StudyEvents events;
        events.trialFinished = [&](const FrozenTrial&) {
            tell();
            if (budget.workers() == 0) // what runs was to be the last
                own.setWorkers(0);
        };
        if (const Status done = (*session)->run(std::move(engine), events, stop, own); !done)
            return done.error();
    }
    return bestProposal((*session)->storage());
}

} // namespace reweigh
