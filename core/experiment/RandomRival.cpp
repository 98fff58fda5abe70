// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/RandomRival.h"

#include "core/storage/StudyFolder.h"

#include <algorithm>

namespace reweigh {
namespace {

class Told : public SearchObserver {
public:
    Told(int finished, SearchPace& own, const SearchPace& comparison, const std::function<void(int, int)>& told)
        : m_finished(finished)
        , m_own(own)
        , m_comparison(comparison)
        , m_told(told)
    {
        tell();
    }

    void trialFinished(const FrozenTrial&) override
    {
        ++m_finished;
        tell();
        if (m_comparison.workers() == 0) // what runs was to be the last
            m_own.setWorkers(0);
    }

private:
    void tell() const
    {
        if (m_told)
            m_told(m_finished, m_own.trials());
    }

    int m_finished;
    SearchPace& m_own;
    const SearchPace& m_comparison;
    const std::function<void(int, int)>& m_told;
};

} // namespace

Result<Proposal> searchAtRandom(const StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine, SearchPace& pace,
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
        SearchPace own(config.search.trials, std::max(1, pace.workers())); // one at a time unless a number was asked for: repeatable
        Told observer((*session)->finishedTrials(), own, pace, told);
        if (const Status done = (*session)->run(std::move(engine), observer, stop, own); !done)
            return done.error();
    }
    return bestProposal((*session)->storage());
}

} // namespace reweigh
