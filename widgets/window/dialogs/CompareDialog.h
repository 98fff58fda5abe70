// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Variant.h"
#include "widgets/state/OpenStudy.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace reweigh {

/// What to compare with the best trial, named variants and the user's own, with how many fresh seeds. Runs that are finished are
/// kept. Deletes itself when closed.
class CompareDialog : public QDialog {
    Q_OBJECT
public:
    CompareDialog(OpenStudy& study, QWidget* parent);

private:
    void addNamed(QWidget& list);
    void chooseAsBefore();
    /// The variants that are chosen, resolved with what the study found so far. Errors: those of parseVariants and resolveVariants.
    Result<std::vector<Variant>> chosen(int& trainings) const;
    void follow();
    void begin();

    QPointer<OpenStudy> m_study;
    std::vector<std::pair<std::string, QCheckBox*>> m_named;
    QLineEdit* m_own;
    QLabel* m_wrong; ///< what is wrong with them, in place
    QSpinBox* m_seeds;
    QLabel* m_cost;
    QPushButton* m_start = nullptr;
};

} // namespace reweigh
