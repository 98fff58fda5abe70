// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

class QMessageBox;

namespace reweigh {

/// Protects running trainings when the window is closed: asks the user if something is training, pauses it (a plan is stopped, which it
/// continues from just so), and reports when everything is written.
class CloseGuard : public QObject {
    Q_OBJECT
public:
    CloseGuard(Workbench& bench, QWidget& window);

    /// Returns true if nothing is training. Otherwise opens a question without blocking, and returns false.
    bool mayLeave();
    /// Pauses all trainings, so that they write their checkpoints, then emits safe().
    void pauseAndLeave();

Q_SIGNALS:
    void safe();

private:
    int busy() const;
    void look();

    Workbench& m_bench;
    QWidget& m_window;
    QPointer<QMessageBox> m_question;
    bool m_leaving = false;
};

} // namespace reweigh
