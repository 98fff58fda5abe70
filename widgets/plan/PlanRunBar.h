// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenPlan.h"

#include <QWidget>

class QProgressBar;
class QPushButton;
class QSpinBox;

namespace reweigh {

class ElidedLabel;

/// How much of the plan is done, what ended last, how many trainings run at once, and the buttons that run what is missing or stop it.
class PlanRunBar : public QWidget {
    Q_OBJECT
public:
    explicit PlanRunBar(OpenPlan& plan, QWidget* parent = nullptr);

private:
    void follow();
    int atOnce() const;
    QString timeLeft() const;

    OpenPlan& m_plan;
    QProgressBar* m_done;
    ElidedLabel* m_news;
    QSpinBox* m_atOnce;
    QPushButton* m_run;
    QPushButton* m_stop;
};

} // namespace reweigh
