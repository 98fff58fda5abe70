// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/run/StudyRunner.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace reweigh {

/// What a study will cost, measured here by some real steps of it.
struct CostInfo {
    double stepSeconds = 0.0;   ///< median of the steps measured, after a warm-up
    int stepsMeasured = 0;
    double evaluationSeconds = 0.0; ///< one epoch's evaluation, measured
    int stepsPerEpoch = 0;
    int epochs = 0, trials = 0;
    double epochSeconds = 0.0, trialSeconds = 0.0;
    double studySeconds = 0.0;  ///< trials x trialSeconds: without pruning
    long long memoryBytes = 0;  ///< growth of this process while measuring
    std::string device;         ///< "cpu (2 threads)"
};

/// Measures on its own thread with the user's own model, batch sizes and device: the first steps of one epoch, on real data.
class CostProbe : public QObject {
    Q_OBJECT
public:
    explicit CostProbe(EngineOpener opener = {}, QObject* parent = nullptr);
    ~CostProbe() override;

    void measure(const ExperimentConfig& config); ///< a measurement that runs is dropped
    bool measuring() const;

Q_SIGNALS:
    void measured(const reweigh::CostInfo& cost);
    void failed(const reweigh::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};


/// Measures `config` on the calling thread: some steps of a first epoch, then one evaluation. Writes nothing. Evaluating
/// is measured on as many of the images as take about as long as the steps, and scaled to all of them.
/// Errors: those of prepareData and the engine; Interrupted.
Result<CostInfo> measureCost(const ExperimentConfig& config, const EngineOpener& openEngine, std::stop_token stop);

} // namespace reweigh
