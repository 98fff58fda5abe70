// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"
#include "core/live/run/StudyRunner.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace reweigh {

/// The estimated cost of a study on this machine, extrapolated from some of its real training steps.
struct CostInfo {
    double stepSeconds = 0.0;         ///< median over the measured steps, after a warm-up
    double stepProcessor = 0.0;       ///< processor time of a step in seconds, the mean over these steps: other programs do not prolong it
    int stepsMeasured = 0;            ///< without the warm-up
    double evaluationSeconds = 0.0;   ///< one evaluation after an epoch, on all meta, validation and test images
    double evaluationProcessor = 0.0; ///< its processor time in seconds
    int stepsPerEpoch = 0;
    int epochs = 0, trials = 0;
    double epochSeconds = 0.0, trialSeconds = 0.0;
    double studySeconds = 0.0; ///< trials x trialSeconds: one trial at a time, none pruned
    long long memoryBytes = 0; ///< growth of this process's resident memory while measuring
    std::string device;        ///< "cpu (2 threads)"
};

/// How far a measurement is.
struct CostProgress {
    enum class Stage { ReadingData, OpeningEngine, Stepping, Evaluating };
    Stage stage = Stage::ReadingData;
    int step = 0, steps = 0; ///< training steps that are done, of those that will be at most; 0 of 0 before Stage::Stepping,
                             ///< which begins with the first of them
};

/// Measures the cost of a study in the background, as measureCost() does, and reports it by signals. Thread: GUI (the one that made it).
/// A training step cannot be interrupted, and one of a large network takes a minute: the destructor waits half a second, and what still
/// measures then ends by itself (abandoned()).
class CostProbe : public QObject {
    Q_OBJECT
public:
    explicit CostProbe(EngineOpener opener = {}, QObject* parent = nullptr);
    ~CostProbe() override;

    void measure(const ExperimentConfig& config); ///< starts a measurement; one that is running is stopped and reports nothing
    void stop();                                  ///< stops the measurement, which reports nothing any more
    bool measuring() const;                       ///< whether a measurement has yet to report its result

    /// Whether a measurement still computes whose probe is gone. Nothing that it does is kept, so that a program which ends need not wait
    /// for it: it leaves by std::_Exit.
    static bool abandoned();

Q_SIGNALS:
    void progressed(const reweigh::CostProgress& progress);
    void measured(const reweigh::CostInfo& cost);
    void failed(const reweigh::Error& error);

private:
    class Private;
    std::shared_ptr<Private> d; ///< shared with its thread
};

/// Measures the cost of `config`'s study on the calling thread, with its model, batch sizes, data and device: the first steps of an epoch,
/// then one evaluation. Writes no files. The evaluation runs on a part of the images, chosen to take a few seconds at most, and its time
/// is scaled to all of them. A stop counts after each image of a folder, after the data are read, after the engine is opened, and after
/// each step; none of these is interrupted itself. Errors: those of prepareData and the engine; Interrupted; TrainingFailed where the loss
/// diverges at once. `onProgress` is called on the same thread.
Result<CostInfo> measureCost(const ExperimentConfig& config, const EngineOpener& openEngine, std::stop_token stop,
                             const std::function<void(const CostProgress&)>& onProgress = {});

/// How long steps are measured: until there are so many and they took so much processor time, but no longer than `seconds`; and what is.
/// Where the warm-up alone takes that long, its last step is what is measured.
struct CostLimits {
    std::size_t steps = 15;
    double processor = 0.0; ///< seconds of processor time; above 0: through as many epochs as that takes
    double seconds = 6.0;
    bool ofSearch = true; ///< steps of MW-Net, as a search trains; false: of the weighting in the settings
    bool evaluate = true; ///< false: evaluations are not measured unless an epoch ends, and may be 0
};

/// The same with data and engine that are open already. Errors: those of the engine; Interrupted; TrainingFailed, too.
Result<CostInfo> measureCost(const ExperimentConfig& config, const PreparedData& prepared, Engine& engine, const CostLimits& limits,
                             std::stop_token stop, const std::function<void(const CostProgress&)>& onProgress = {});

} // namespace reweigh
