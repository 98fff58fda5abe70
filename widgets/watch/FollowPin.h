// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QToolButton>

namespace reweigh {

/// "Follow #7": leads back to the trial that runs, and to each one that starts after it. It is there while a trial runs and another one
/// was selected. While a comparison runs or is paused, none of whose trainings is a trial, "Comparison: 3 of 30" leads to it.
class FollowPin : public QToolButton {
    Q_OBJECT
public:
    explicit FollowPin(Workbench& bench, QWidget* parent = nullptr);

private:
    void turn();
    void follow();
    void sayComparison();

    Workbench& m_bench;
    QPointer<OpenStudy> m_study;
};

} // namespace reweigh
