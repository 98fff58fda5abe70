// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

class QMessageBox;

namespace reweigh {

/// Stands between the window and its end: asks only while something trains, and lets go when all of it has been written.
class CloseGuard : public QObject {
    Q_OBJECT
public:
    CloseGuard(Workbench& bench, QWidget& window);

    /// True if nothing would be lost. Otherwise asks, without holding anything up.
    bool mayLeave();
    /// Has everything that trains write its checkpoint, then emits safe().
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
