// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

namespace reweigh {

/// The other actions on the study in view: compare variants, measure the cost.
class StudyActions : public QObject {
    Q_OBJECT
public:
    StudyActions(Workbench& bench, QWidget& window);

    QAction* compare() const { return m_compare; }
    QAction* measureCost() const { return m_measure; }

Q_SIGNALS:
    void comparing();
    void costWanted();

private:
    void follow();

    Workbench& m_bench;
    QAction* m_compare;
    QAction* m_measure;
};

} // namespace reweigh
