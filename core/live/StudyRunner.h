// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/config/Variant.h"
#include "core/engine/Engine.h"
#include "core/live/StepQueue.h"
#include "core/experiment/RunKey.h"
#include "core/study/Trial.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
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

} // namespace reweigh
