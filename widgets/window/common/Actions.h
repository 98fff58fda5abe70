// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <QAction>
#include <QIcon>
#include <QKeySequence>
#include <QObject>

namespace reweigh {

/// Decides whose the keys of pausing and undoing are, wherever the focus is.
/// Space pauses a run and resumes it, also from a button that was clicked or a number that was typed; where the keyboard led to a button, a
/// list or a combo box, Space is theirs, and always that of a button that Enter presses too, as those of the tour and of notices. Undo and redo are those of the document in a setting's field too, which has no history of its own, but for
/// typed text that the setting refuses (the property "refused" of the field, see FieldForm). In other lines they are the line's own as long as
/// it has something to undo or redo.
class SharedKeys : public QObject {
    Q_OBJECT
public:
    explicit SharedKeys(QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_byKeyboard = true; ///< whether the focus was last moved with the keyboard, not the mouse
};

/// Lets the field under the focus take its text now, which it else does half a second after the last key: before an action that a key
/// begins reads the settings.
void finishTyping();

/// An icon from resources/icons in a role's colour, sharp at every size and scale.
QIcon themedIcon(const QString& name, Role role = Role::Text);

/// Gives `action` the icon now and whenever the theme changes.
void bindIcon(QAction& action, const QString& name, Role role = Role::Text);

/// Makes an action with objectName `name` and shortcuts `keys`.
QAction* makeAction(QObject* parent, const QString& name, const QString& text, const QList<QKeySequence>& keys = {});

/// The desktop's shortcuts for `standard`, or `fallback` if it has none.
QList<QKeySequence> standardKeys(QKeySequence::StandardKey standard, const char* fallback);

} // namespace reweigh
