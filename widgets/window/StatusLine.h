// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QStatusBar>

class QProgressBar;
class QToolButton;

namespace reweigh {

struct DeviceInfoNow;
class ElidedLabel;

/// The window's last line: what runs and when it ends, the newest problem, the machine, the recipe's fingerprint.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(Workbench& bench, QWidget* parent = nullptr);

    /// Code of the data recipe in view; empty while it is not known.
    QString fingerprint() const;

Q_SIGNALS:
    void logWanted();
    void fingerprintWanted();

private:
    void follow();
    void showDevices();
    void showProblem(int row);
    void retheme();

    Workbench& m_bench;
    ElidedLabel* m_run;
    QProgressBar* m_bar;
    QToolButton* m_problem;
    ElidedLabel* m_devices;
    QToolButton* m_fingerprint;
    std::shared_ptr<const DeviceInfoNow> m_machine;
    QString m_precision; ///< of what runs
};

} // namespace reweigh
