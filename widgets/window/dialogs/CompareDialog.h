// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Variant.h"
#include "widgets/state/ComparisonSize.h"
#include "widgets/state/OpenStudy.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace reweigh {

/// Asks which variants (named ones and the user's own) to compare, and with how many fresh seeds. Finished runs are kept. Deletes
/// itself when closed.
class CompareDialog : public QDialog {
    Q_OBJECT
public:
    CompareDialog(OpenStudy& study, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addNamed(QWidget& list);
    void chooseAsBefore();
    /// Fills `variants` with what is chosen, and says how much that is with the best trial so far. Errors: those of parseVariants,
    /// comparisonSize and checkList.
    Result<ComparisonSize> chosen(std::vector<Variant>& variants) const;
    /// Whether the list of images that `data` leaves out can be read, of the study's images as soon as these are known. Errors: those of
    /// readLeaveOutList.
    Status checkList(const DataOptions& data) const;
    QString costText(const ComparisonSize& size) const;
    void follow();
    void begin();
    bool writeProposed();

    QPointer<OpenStudy> m_study;
    ProposedVariant m_proposed;
    std::vector<std::pair<std::string, QCheckBox*>> m_named;
    QLineEdit* m_own;
    QLabel* m_wrong; ///< error message about the chosen variants, or about a field of the document that refused its text
    QSpinBox* m_seeds;
    QLabel* m_oneSeed; ///< what one seed is good for
    QLabel* m_cost;
    QPushButton* m_start = nullptr;
};

} // namespace reweigh
