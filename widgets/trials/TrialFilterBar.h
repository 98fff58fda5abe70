// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/TrialFilterModel.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace reweigh {

/// What of the trials is to be shown: words, states, stars, a tag. Side by side, or in two rows where it is narrow.
class TrialFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit TrialFilterBar(TrialFilterModel& model, QWidget* parent = nullptr);

    /// Counts on the chips, and the tags there are.
    void bringUpToDate();
    void focusText();
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
