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

/// Opens the engine for trainings with these options; tests give a scripted one.
using EngineOpener = std::function<Result<std::shared_ptr<Engine>>(const TrainOptions&, const DataSource&)>;

/// Opens the engine library itself, and asks it whether it can train with these options here.
EngineOpener engineForTraining();

/// What the buttons show.
enum class RunState {
    Idle,      ///< nothing started, or finished, or stopped
    Preparing, ///< reading data, opening the engine and the study
    Running,
    Pausing,   ///< asked; the step is being finished and a checkpoint written
    Paused,    ///< nothing runs; resume() goes on bit for bit
    Stopping,  ///< as Pausing, but ends in Idle
};

/// Runs one study's search, or its comparison, in the background: on a thread of its own and one for each trial that
/// runs at once. Every call returns at once; what happens is told by queued signals.
/// Pausing and stopping finish the step, write a checkpoint and give the memory back: a trial that was cut off stays
/// `running` in the study and is gone on with at the next start.
/// Thread: GUI (the one that made it).
class StudyRunner : public QObject {
    Q_OBJECT
public:
    explicit StudyRunner(EngineOpener opener = {}, QObject* parent = nullptr);
    /// Stops what runs (as stopNow()) and waits for it.
    ~StudyRunner() override;

    RunState state() const;
    bool comparing() const; ///< what runs is a comparison

    /// Runs `config`'s study until its budget is spent; goes on with it if its file is there.
    void start(const ExperimentConfig& config);
    /// Compares `variants` with config.search.variantSeeds fresh seeds on what config's study found, as many trainings at once as the
    /// cores allow, and keeps each result in the study as it comes.
    void compare(const ExperimentConfig& config, std::vector<Variant> variants);

    void pause();
    void resume();
    void stopNow();
    void stopAfterEpoch(); ///< every running trial ends with the epoch it is in

    /// While running: taken up when the next trial would begin.
    void setBudget(int trials);
    void setWorkers(int trialsAtOnce); ///< >= 1

Q_SIGNALS:
    void stateChanged(reweigh::RunState state);
    /// The data are read and the recipe carried out.
    void dataPrepared(std::shared_ptr<const reweigh::DataPlan> plan);
    /// The study's file is there and may be followed.
    void studyOpened(const std::filesystem::path& file);
    void runStarted(const reweigh::RunKey& key, const reweigh::RunStarted& run, std::shared_ptr<reweigh::StepQueue> steps);
    void epochFinished(const reweigh::RunKey& key, std::shared_ptr<const reweigh::EpochFigures> epoch);
    void runFinished(const reweigh::RunKey& key);
    void trialFinished(std::shared_ptr<const reweigh::FrozenTrial> trial);
    void resultsKept(); ///< a comparison's newest result is in the study
    void comparisonFinished();
    /// The search (or comparison) came to its end; not emitted for pause and stop.
    void finished();
    /// It could not begin, or had to end: state is Idle by then, nothing stored is lost.
    void failed(const reweigh::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};


/// Where the news of trainings goes. Called on the threads that train.
struct RunEvents {
    std::function<void(const RunKey&, const RunStarted&, const std::shared_ptr<StepQueue>&)> started;
    std::function<void(const RunKey&, const std::shared_ptr<const EpochFigures>&)> epoch;
    std::function<void(const RunKey&)> finished;
    std::atomic<bool> endWithEpoch{false}; ///< every training is to stop at its epoch's end
};

/// Passes one training's figures on: steps into a queue, epochs whole. It adds an atomic or two to a step.
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
        if (m_started) // however it ended
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


/// What a StudyRunner has been asked to run.
struct StudyJob {
    ExperimentConfig config;
    std::vector<Variant> variants; ///< of a comparison; empty for a search
};

/// Where the news of a job goes. Called on its threads.
struct JobEvents {
    std::function<void(const PreparedData&)> prepared; ///< the data are read and the recipe carried out
    std::function<void(const std::filesystem::path& study)> opened;
    StudyEvents study;
};

/// Reads the data, opens the engine and the study, and runs the job to its end, on the calling thread and on those of
/// its trials. No exception leaves it. Errors: those of prepareData, the engine, SearchSession and compareInStudy.
Status runJob(StudyJob job, const EngineOpener& openEngine, const JobEvents& events, SearchBudget& budget, std::stop_token stop);

} // namespace reweigh
