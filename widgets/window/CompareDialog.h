// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace reweigh {

/// Which arms to train on the best trial, with how many fresh seeds. Runs that are finished are kept. Deletes itself when closed.
class CompareDialog : public QDialog {
    Q_OBJECT
public:
    CompareDialog(OpenStudy& study, QWidget* parent);

private:
    std::vector<ArmKind> chosen() const;
    void follow();
    void begin();

    QPointer<OpenStudy> m_study;
    std::vector<std::pair<ArmKind, QCheckBox*>> m_arms;
    QSpinBox* m_seeds;
    QLabel* m_cost;
    QPushButton* m_start = nullptr;
};

} // namespace reweigh
