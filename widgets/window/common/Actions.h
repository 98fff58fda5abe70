// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <QAction>
#include <QIcon>
#include <QKeySequence>
#include <QObject>

namespace reweigh {

/// Lets buttons, lists, sliders and combo boxes handle the space key themselves. Without this filter, the shortcut that pauses a
/// run would take the key from them.
class SpaceKey : public QObject {
    Q_OBJECT
public:
    explicit SpaceKey(QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace reweigh

class QAction;

namespace reweigh {

/// An icon from resources/icons in a role's colour, sharp at every size and scale.
QIcon themedIcon(const QString& name, Role role = Role::Text);

/// Gives `action` the icon now and whenever the theme changes.
void bindIcon(QAction& action, const QString& name, Role role = Role::Text);

/// Makes an action with objectName `name` and shortcuts `keys`.
QAction* makeAction(QObject* parent, const QString& name, const QString& text, const QList<QKeySequence>& keys = {});

/// The desktop's shortcuts for `standard`, or `fallback` if it has none.
QList<QKeySequence> standardKeys(QKeySequence::StandardKey standard, const char* fallback);

} // namespace reweigh
