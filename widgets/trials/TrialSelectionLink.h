// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/TrialFilterModel.h"

#include <QAbstractItemView>
#include <QPointer>

namespace reweigh {

/// Keeps a view of trials and the study's selection the same, both ways. What a filter hides stays selected: only the
/// reader's own choice in the view changes the selection.
/// Thread: GUI.
class TrialSelectionLink : public QObject {
    Q_OBJECT
public:
    /// Gives `model` to `view`.
    TrialSelectionLink(QAbstractItemView& view, TrialFilterModel& model);

    /// The selection to keep to from now on.
    void follow(Selection& selection);
    /// Shows the selection in the view, and brings the current trial to the eye if it is another than before.
    void pull();

private:
    void push();

    QAbstractItemView& m_view;
    TrialFilterModel& m_model;
    QPointer<Selection> m_selection;
    std::optional<std::int64_t> m_shown;
    bool m_busy = false; ///< what the view says now is not the reader's choice
};

} // namespace reweigh
