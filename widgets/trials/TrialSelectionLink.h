// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/TrialFilterModel.h"

#include <QAbstractItemView>
#include <QPointer>

namespace reweigh {

/// Synchronises the selection of an item view with the study's selection, in both directions. Trials hidden by a filter stay
/// selected: only the user's own choice in the view changes the study's selection.
/// Thread: GUI.
class TrialSelectionLink : public QObject {
    Q_OBJECT
public:
    /// Sets `model` as the model of `view`.
    TrialSelectionLink(QAbstractItemView& view, TrialFilterModel& model);

    /// Synchronises with `selection` from now on.
    void follow(Selection& selection);
    /// Selects in the view what the study's selection holds, and scrolls to the current trial if it changed.
    void pull();

private:
    void push();
    void pushCurrent(const QModelIndex& at);

    QAbstractItemView& m_view;
    TrialFilterModel& m_model;
    QPointer<Selection> m_selection;
    std::optional<std::int64_t> m_shown;
    bool m_busy = false; ///< true while changes in the view are not made by the user
};

} // namespace reweigh
