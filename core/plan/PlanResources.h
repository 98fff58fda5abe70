// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"
#include "core/plan/PlanRunner.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace reweigh {

/// What the cells of a plan share while it runs: data sets, the engine, the number of workers, and whom to tell.
/// Thread: any.
class PlanResources {
public:
    /// The arguments must outlive the object. Where nobody has chosen the number of workers in `budget`, it is 1 until the first engine
    /// is known.
    PlanResources(const PlanEngineOpener& openEngine, SearchBudget& budget, const PlanEvents& events);

    /// Carries out the recipe `options`. A data set that a cell still uses is not read again, and none is kept longer than that.
    /// Errors: those of prepareData.
    Result<PreparedData> data(const DataOptions& options);

    /// Opens the engine for `training`, and chooses the number of workers if nobody has: as many as the cores allow on the processor,
    /// 1 on a GPU, whose memory they would share. On the processor `training` gets one thread if it names no number. Errors: those of
    /// the opener.
    Result<std::shared_ptr<Engine>> engine(TrainOptions& training, const DataSource& source);

    int workers() const { return m_budget.workers(); }

    void cellBegins(const PlanCell& cell);
    void cellEnds(const PlanCell& cell);
    void cellFails(const PlanCell& cell, const Error& error);
    /// What a search of `cell` tells; `random`: its random search. The result must not outlive this object or the cell.
    StudyEvents searchEvents(const PlanCell& cell, bool random);
    /// The same of its comparison.
    StudyEvents comparisonEvents(const PlanCell& cell);

private:
    std::unique_ptr<RunObserver> observe(const PlanCell& cell, const RunKey& run);

    const PlanEngineOpener& m_openEngine;
    SearchBudget& m_budget;
    const PlanEvents& m_events;
    bool m_choose = false; ///< whether the number of workers is still to be chosen

    std::mutex m_mutex; ///< guards all that is above and the data sets
    std::vector<std::pair<DataOptions, std::weak_ptr<const DataSource>>> m_sources;
    std::mutex m_oneCall; ///< held while m_events is told something
};

} // namespace reweigh
