// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/config/Variant.h"
#include "core/engine/face/Engine.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/RunKey.h"
#include "core/experiment/SearchBudget.h"
#include "core/experiment/StudyEvents.h"
#include "core/live/run/StepQueue.h"
#include "core/study/Trial.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace reweigh {

/// Opens an engine for trainings with these options; tests pass a function that returns a scripted engine.
using EngineOpener = std::function<Result<std::shared_ptr<Engine>>(const TrainOptions&, const DataSource&)>;

/// An opener that loads the engine library and checks that it can train with the options on this machine.
EngineOpener engineForTraining();

/// The state of a StudyRunner, which its buttons show.
enum class RunState {
    Idle,      ///< nothing has started, or it has finished, failed or been stopped
    Preparing, ///< reading data, opening the engine and the study
    Running,
    Pausing,  ///< pause() was called; the running trainings finish their step and write a checkpoint
    Paused,   ///< nothing runs; resume() continues and gives the same bits as without the pause
    Stopping, ///< as Pausing, but ends in Idle
};

/// Runs one study's search, or its comparison, in the background: on one thread of its own and one thread per training that
/// runs at the same time. Every call returns at once; queued signals report what happens.
/// Pausing and stopping finish the step, write a checkpoint and free the memory. An interrupted trial stays in the state
/// Running in the study and is continued at the next start.
/// Thread: GUI (the one that made it).
class StudyRunner : public QObject {
    Q_OBJECT
public:
    explicit StudyRunner(EngineOpener opener = {}, QObject* parent = nullptr);
    /// Stops what is running, as stopNow() does, and waits for its end.
    ~StudyRunner() override;

    RunState state() const;
    bool comparing() const; ///< whether a comparison, not a search, is running or paused
    /// What it compares; empty for a search.
    const std::vector<Variant>& compared() const;

    /// Which study of its file the next start() or compare() means; empty: the only one.
    void setStudyName(std::string name);

    /// Runs the search of `config`'s study until its budget is spent; continues the study if its file exists. Ignored unless the
    /// state is Idle or Paused.
    void start(const ExperimentConfig& config);
    /// Compares `variants` with config.search.variantSeeds fresh seeds in config's study (compareInStudy()), as many trainings at once
    /// as the cores allow, and stores each result in the study. Ignored without variants, or unless the state is Idle or Paused.
    void compare(const ExperimentConfig& config, std::vector<Variant> variants);

    void pause();
    void resume();
    void stopNow();
    void stopAfterEpoch(); ///< every running training ends after its present epoch

    /// Sets the number of trials, also while a search runs (SearchBudget).
    void setBudget(int trials);
    /// Sets how many trainings run at once, also while they run; 0: as many as run where nobody has chosen (usualWorkers()).
    void setWorkers(int trialsAtOnce);
    int workers() const; ///< what setWorkers() set last, 0 before; a search with a lag runs no more than the lag at once

Q_SIGNALS:
    void stateChanged(reweigh::RunState state);
    /// The data are read and the recipe carried out.
    void dataPrepared(std::shared_ptr<const reweigh::DataPlan> plan);
    /// The study's file exists, so that it can be followed.
    void studyOpened(const std::filesystem::path& file);
    void runStarted(const reweigh::RunKey& key, const reweigh::RunStarted& run, std::shared_ptr<reweigh::StepQueue> steps);
    void epochFinished(const reweigh::RunKey& key, std::shared_ptr<const reweigh::EpochFigures> epoch);
    void runFinished(const reweigh::RunKey& key);
    void trialFinished(std::shared_ptr<const reweigh::FrozenTrial> trial);
    void resultsKept();        ///< the study now stores the newest results of the comparison
    void comparisonFinished(); ///< emitted before finished()
    /// The search or comparison is complete; not emitted after a pause or stop.
    void finished();
    /// The search or comparison could not begin, or an error ended it. The state is Idle by then, and nothing stored is lost.
    void failed(const reweigh::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Callbacks that report the progress of trainings. They are called on the threads that train.
struct RunEvents {
    std::function<void(const RunKey&, const RunStarted&, const std::shared_ptr<StepQueue>&)> started;
    std::function<void(const RunKey&, const std::shared_ptr<const EpochFigures>&)> epoch;
    std::function<void(const RunKey&)> finished;
    std::atomic<bool> endWithEpoch{false}; ///< true: every training is to stop at the end of its epoch
};

/// Passes one training's figures on: those of steps to a queue, those of epochs to RunEvents. A step costs one or two atomic operations.
class LiveObserver : public RunObserver {
public:
    /// `events` must outlive the observer.
    LiveObserver(RunKey key, const RunEvents& events)
        : m_key(std::move(key))
        , m_events(events)
    {
    }

    ~LiveObserver() override
    {
        if (m_started) // called even where the training failed
            m_events.finished(m_key);
    }

    void started(const RunStarted& run) override
    {
        m_started = true;
        m_events.started(m_key, run, m_steps);
    }

    void stepFinished(const StepFigures& step) override { m_steps->push(step); }

    Verdict epochFinished(const EpochFigures& epoch) override
    {
        m_events.epoch(m_key, std::make_shared<const EpochFigures>(epoch));
        return m_events.endWithEpoch ? Verdict::Stop : Verdict::Continue;
    }

private:
    const RunKey m_key;
    const RunEvents& m_events;
    const std::shared_ptr<StepQueue> m_steps = std::make_shared<StepQueue>();
    bool m_started = false;
};

/// A search or comparison to run.
struct StudyJob {
    ExperimentConfig config;
    std::vector<Variant> variants; ///< the variants of a comparison; empty for a search
    std::string studyName = {};    ///< which study of the file; empty: the only one
};

/// Callbacks that report the progress of a job. They are called on the job's threads; `prepared` and `opened` must not be empty.
struct JobEvents {
    std::function<void(const PreparedData&)> prepared;              ///< the data are read and the recipe carried out
    std::function<void(const std::filesystem::path& study)> opened; ///< the study's file exists
    StudyEvents study;
};

/// Runs a job to its end: reads the data, opens the engine and the study, and trains on one thread per training while the calling
/// thread waits. Exceptions are returned as errors. Errors: those of prepareData, the engine, SearchSession and compareInStudy;
/// Interrupted.
Status runJob(StudyJob job, const EngineOpener& openEngine, const JobEvents& events, SearchBudget& budget, std::stop_token stop);

} // namespace reweigh
