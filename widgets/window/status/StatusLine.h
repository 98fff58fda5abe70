// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/machine/DeviceMeter.h"
#include "widgets/state/Workbench.h"
#include "widgets/theme/Theme.h"

#include <QObject>
#include <QStatusBar>
#include <QThread>
#include <QTimer>

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

/// The status bar: what runs and when it ends, the study in view or else the plan, the newest problem or what was just done, the
/// machine's load, the fingerprint of the study's recipe.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(Workbench& bench, QWidget* parent = nullptr);

    /// The fingerprint code of the data that the study in view was made with, of a new study that of its settings; empty while it is unknown.
    QString fingerprint() const;

Q_SIGNALS:
    void logWanted();
    void fingerprintWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();
    void showDevices();
    void showProblem();
    int rowToShow() const;
    void fitProblem();
    bool concerns(const LogEntry& entry) const;
    void retheme();

    Workbench& m_bench;
    int m_seen = -1;     ///< last row of the log when its problems were looked at
    int m_doneRow = -1;  ///< the row that says what was done, which is shown for a while
    int m_doneSeen = -1; ///< the last such row that was shown long enough
    QTimer m_doneTimer;
    QString m_problemText;
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
