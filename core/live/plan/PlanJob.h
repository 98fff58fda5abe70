// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/plan/Plan.h"
#include "core/plan/PlanRunner.h"

#include <QObject>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>

namespace reweigh {

enum class PlanJobState {
    Idle,
    Running,
    Stopping, ///< stop() was called; the running trainings finish their step and write a checkpoint
};

/// A training of a plan that has ended, as news for the user.
struct PlanTraining {
    std::string cell;        ///< name of the cell
    std::int64_t trial = -1; ///< number of the trial of the cell's search; -1 for a run of a variant
    bool random = false;     ///< a trial of the random search
    std::string variant;     ///< of a run
    int seed = 0;            ///< of a run, from 1
    bool failed = false;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< the search's objective, or a run's test accuracy; NaN without one
};

/// Trains what is missing of a plan (runPlan) in the background, on one thread of its own and one for each training that runs at the
/// same time. Every call returns at once; queued signals report what happens. After any end the next start continues.
/// Thread: GUI (the one that made it).
class PlanJob : public QObject {
    Q_OBJECT
public:
    /// `opener` empty: the engine's library.
    explicit PlanJob(PlanEngineOpener opener = {}, QObject* parent = nullptr);
    /// Stops what is running, as stop() does, and waits for its end.
    ~PlanJob() override;

    PlanJobState state() const;
    /// Whether the job trains in the cell of this name now.
    bool runs(const std::string& cell) const;

    /// Ignored unless the state is Idle.
    void start(std::shared_ptr<const Plan> plan);
    void stop();
    /// Sets how many trainings run at once, also while they run; less than 1 counts as 1.
    void setWorkers(int atOnce);
    /// Trainings at once, of the running or the last job; 0 while nobody has chosen a number.
    int workers() const;

Q_SIGNALS:
    void stateChanged(reweigh::PlanJobState state);
    void cellsChanged(); ///< runs() changed for a cell
    void trainingEnded(const reweigh::PlanTraining& training);
    /// A cell was given up: its data, its recipe or its study cannot be used. The others are trained all the same.
    void cellFailed(const std::string& cell, const reweigh::Error& error);
    void waiting(int cells); ///< so many cells are left, all of them run by other processes
    void finished();         ///< all of the plan is done; not emitted after a stop
    /// The job could not begin, or an error ended it. The state is Idle by then, and nothing stored is lost.
    void failed(const reweigh::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace reweigh
