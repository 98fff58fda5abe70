// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/StoredComparison.h"
#include "core/plan/PlanResources.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace reweigh {

/// A job that does nothing, for a queue whose next job is gone when it is wanted.
Job noJob();

/// The trainings of one cell, stage by stage: its search and its random search if variants are made from them, then its variants. A stage
/// begins when all trainings of the one before have ended. The cell's study is open for writing, and so locked, from its first stage to
/// the end of its last; nothing is read or opened before.
/// Thread: one worker at a time calls hasNext() to next(); the jobs run on any.
class CellRun {
public:
    /// `variants`: all variants of the cell. `cell` and `resources` must outlive the object.
    CellRun(const PlanCell& cell, std::vector<Variant> variants, PlanResources& resources);
    ~CellRun();

    const PlanCell& cell() const { return m_cell; }
    const std::vector<Variant>& variants() const { return m_variants; }

    bool hasBegun() const;
    bool isMoving() const; ///< it opens or goes on to its next stage: what it has to train is known in a moment
    /// Whether a job is left that has not begun, of this stage or a later one.
    bool hasNext() const;
    /// Whether the next job may begin now. True where none of its jobs runs. Asked only where hasNext().
    bool isReady() const;
    /// The next job: a training, or the step from one stage to the next. Call it only where hasNext() and isReady().
    Result<Job> next();
    /// Whether the cell was left because another process writes its study or one of its runs.
    bool isLeft() const;
    /// Why the cell was given up, where its data, its recipe or its study cannot be used; none otherwise.
    std::optional<Error> failure() const;

private:
    enum class Phase { Closed, Moving, Open, Over };
    enum class Stage { Search, RandomSearch, Comparison };
    struct Opened;

    Status open(const std::stop_token& stop);
    Status advance(const std::stop_token& stop);
    Result<std::unique_ptr<JobQueue>> begin(Stage stage, const std::stop_token& stop);
    Result<std::unique_ptr<JobQueue>> beginRandomSearch();
    Result<std::unique_ptr<JobQueue>> beginComparison(const std::stop_token& stop);
    Status ended(Status done);
    bool isGivenUp() const { return m_left || m_failure; }
    bool isLastStage() const { return m_stage + 1 == m_stages.size(); }

    const PlanCell& m_cell;
    const std::vector<Variant> m_variants;
    PlanResources& m_resources;
    std::vector<Stage> m_stages;

    mutable std::mutex m_mutex; ///< guards what is below; while it is Moving, the job that moves it owns m_opened and m_stage
    Phase m_phase = Phase::Closed;
    std::size_t m_stage = 0;
    bool m_left = false;
    std::optional<Error> m_failure;
    int m_running = 0; ///< jobs that have begun and not ended
    std::unique_ptr<Opened> m_opened;
};

} // namespace reweigh
