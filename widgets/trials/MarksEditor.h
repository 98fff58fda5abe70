// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/TrialMarks.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QToolButton;

namespace reweigh {

/// Star, note and tags of one trial. What is typed is told when the field is left, or another trial comes.
class MarksEditor : public QWidget {
    Q_OBJECT
public:
    explicit MarksEditor(QWidget* parent = nullptr);

    /// A field being typed in keeps its text as long as the trial is the same.
    void setTrial(std::int64_t trial, const TrialMarks& marks);
    /// Tells what was typed and not yet told.
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
