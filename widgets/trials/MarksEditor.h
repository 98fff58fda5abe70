// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/TrialMarks.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QToolButton;

namespace reweigh {

/// Edits the star, note and tags of one trial. Typed text is reported by edited() when the field is left or another trial is set.
class MarksEditor : public QWidget {
    Q_OBJECT
public:
    explicit MarksEditor(QWidget* parent = nullptr);

    /// Shows the marks of a trial. A field in which the user is typing keeps its text if the trial is the same as before.
    void setTrial(std::int64_t trial, const TrialMarks& marks);
    /// Reports typed text that was not reported yet.
    void commit();

Q_SIGNALS:
    void edited(qint64 trial, const reweigh::TrialMarks& marks, const QString& what);

private:
    void tell(TrialMarks marks, const QString& what);

    std::optional<std::int64_t> m_trial;
    TrialMarks m_marks;
    QToolButton* m_star;
    QLineEdit *m_note, *m_tags;
};

} // namespace reweigh
