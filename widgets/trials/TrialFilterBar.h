// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/TrialFilterModel.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace reweigh {

/// Controls that filter the trials by words, states, stars and a tag. They stand in one row, or in two if the bar is narrow.
class TrialFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit TrialFilterBar(TrialFilterModel& model, QWidget* parent = nullptr);

    /// Updates the counts on the state buttons and the list of tags.
    void bringUpToDate();
    /// Gives the text field the keyboard focus.
    void focusText();
    /// Resets all filters, so that every trial is shown.
    void clear();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Chip {
        TrialState state;
        QToolButton* button;
    };

    void apply();
    QToolButton* makeChip(const QString& name, const QString& help);
    void updateTags();

    TrialFilterModel& m_model;
    QBoxLayout* m_layout;
    QLineEdit* m_text;
    std::vector<Chip> m_chips;
    QToolButton* m_starred;
    QComboBox* m_tag;
};

} // namespace reweigh
