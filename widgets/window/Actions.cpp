// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/Actions.h"

namespace reweigh {

QAction* makeAction(QObject* parent, const QString& name, const QString& text, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, parent);
    action->setObjectName(name);
    action->setShortcuts(keys);
    return action;
}

QList<QKeySequence> standardKeys(QKeySequence::StandardKey standard, const char* fallback)
{
    const QList<QKeySequence> keys = QKeySequence::keyBindings(standard);
    return keys.isEmpty() ? QList<QKeySequence>{QKeySequence(QString::fromLatin1(fallback))} : keys;
}

} // namespace reweigh
