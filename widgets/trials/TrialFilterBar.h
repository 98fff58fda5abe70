// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"
#include "widgets/trials/TrialFilterLine.h"
#include "widgets/trials/TrialTableModel.h"

class QBoxLayout;
class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace reweigh {

/// The filter line of the study in view, and buttons that write its most frequent terms: states, stars, a tag. What the line leaves is told
/// to the study's selection, which every view follows. The parts stand in one row, or in two if the bar is narrow.
class TrialFilterBar : public QWidget {
    Q_OBJECT
public:
    /// `trials` is brought up to date by whoever owns the bar, before apply() and bringUpToDate().
    explicit TrialFilterBar(TrialTableModel& trials, QWidget* parent = nullptr);

    /// Reads `line` and tells `selection` which trials of the model it leaves: all of them if the line is empty or wrong.
    void apply(Selection& selection, const QString& line);
    /// Shows the line of `selection`, the counts on the state buttons and the list of tags.
    void bringUpToDate(const Selection& selection);
    /// Gives the line the keyboard focus.
    void focusText() { m_line->focusText(); }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user has changed the line; the receiver calls apply().
    void edited(const QString& line);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Chip {
        TrialState state;
        QToolButton* button;
    };

    QToolButton* makeChip(const QString& name, const QString& help);
    void write(TrialColumn::Kind column, const QStringList& values);
    void writeStates();
    void followLine();
    void updateTags();
    void layOut();

    TrialTableModel& m_trials;
    QBoxLayout* m_layout;
    QHBoxLayout* m_buttons; ///< states, stars, tags
    TrialFilterLine* m_line;
    TrialQuery m_query;
    std::vector<Chip> m_chips;
    QToolButton* m_starred;
    QComboBox* m_tag;
};

} // namespace reweigh
