// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/machine/DeviceMeter.h"
#include "widgets/state/OpenStudy.h"
#include "widgets/state/Workbench.h"
#include "widgets/theme/Theme.h"

#include <QDateTime>
#include <QObject>
#include <QStatusBar>
#include <QStyle>
#include <QThread>

class QProgressBar;
class QToolButton;

namespace reweigh {

class ElidedLabel;

/// Reads the machine's load once per second on a thread of its own. Thread: GUI; sampled() is delivered queued.
class DeviceSampler : public QObject {
    Q_OBJECT
public:
    explicit DeviceSampler(QObject* parent = nullptr);
    ~DeviceSampler() override;

Q_SIGNALS:
    void sampled(std::shared_ptr<const reweigh::DeviceInfoNow> now);

private:
    QThread m_thread;
};

/// "CPU 2 × 98 % · 1.3 of 24 GiB · no NVIDIA GPU: running on the CPU in fp32". `precision` is that of the running training; empty
/// if nothing runs.
QString deviceText(const DeviceInfoNow& now, const QString& precision = {});

/// The progress of the study in view, and when it is expected to end at the present speed.
struct RunProgress {
    RunState state = RunState::Idle;
    bool comparing = false;
    RunKey run;                        ///< the training begun last in this process; meaningless if running == 0
    int running = 0;                   ///< number of trainings that run at once
    int trials = 0;                    ///< number of trials in the budget
    int finished = 0;                  ///< finished trials of the study, in any process
    int compared = 0, comparisons = 0; ///< of a comparison: trainings that are stored, and all of them; 0: not known
    int epoch = 0, epochs = 0;         ///< current and last epoch of `run`
    double stepsPerSecond = 0.0;
    std::optional<QDateTime> trialEnds, studyEnds;
    double share = 0.0; ///< finished share of the budget, or of the comparison, in [0, 1]
};

/// Computes the progress. The time left of a trial is its own estimate; that of the study is the number of remaining trials times
/// the mean duration of those that ended.
RunProgress runProgress(OpenStudy& study, const QDateTime& now);

/// How the window's plan stands while it runs: "Plan made: 12 of 40 trainings · ends 15:42 · noise-rate=0.4: ce, seed 2"; empty while it
/// does not run. The end is estimated by the trainings that are stored.
QString planText(OpenPlan& plan, const QDateTime& now);
/// The share of the plan's trainings that are done, in [0, 1].
double planShare(OpenPlan& plan);

/// "Trial 12 of 30 · epoch 7 of 20 · 21.4 steps/s · trial ends 14:07, study 15:42".
QString progressText(const RunProgress& progress, OpenStudy& study);

/// The status bar: what runs and when it ends, the study in view or else the plan, the newest problem, the machine's load, the recipe's fingerprint.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(Workbench& bench, QWidget* parent = nullptr);

    /// The fingerprint code of the data recipe in view; empty while it is unknown.
    QString fingerprint() const;

Q_SIGNALS:
    void logWanted();
    void fingerprintWanted();

private:
    void follow();
    void showDevices();
    void showProblem();
    bool concerns(const LogEntry& entry) const;
    void retheme();

    Workbench& m_bench;
    int m_seen = -1; ///< last row of the log when its problems were looked at
    ElidedLabel* m_run;
    QProgressBar* m_bar;
    QToolButton* m_problem;
    Role m_problemRole = Role::Warning;
    ElidedLabel* m_devices;
    QToolButton* m_fingerprint;
    std::shared_ptr<const DeviceInfoNow> m_machine;
    QString m_precision; ///< precision of the running training
};

} // namespace reweigh
