// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <QAction>
#include <QIcon>
#include <QKeySequence>
#include <QObject>

namespace reweigh {

/// Space pauses a run, but not where it already means something: on a button, in a list, on a slider. A shortcut would take
/// the key from them.
class SpaceKey : public QObject {
    Q_OBJECT
public:
    explicit SpaceKey(QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace reweigh

class QAction;

namespace reweigh {

/// A drawing of resources/icons in a role's colour, sharp at every size and scale.
QIcon themedIcon(const QString& name, Role role = Role::Text);

/// Gives `action` the icon now and whenever the theme changes.
void bindIcon(QAction& action, const QString& name, Role role = Role::Text);


/// An action called `name` (its objectName) with its keys.
QAction* makeAction(QObject* parent, const QString& name, const QString& text, const QList<QKeySequence>& keys = {});

/// The desktop's keys for `standard`; `fallback` where it has none.
QList<QKeySequence> standardKeys(QKeySequence::StandardKey standard, const char* fallback);

} // namespace reweigh
