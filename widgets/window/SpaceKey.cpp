// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/SpaceKey.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>

namespace reweigh {

SpaceKey::SpaceKey(QObject* parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool SpaceKey::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool own = qobject_cast<QAbstractButton*>(watched) || qobject_cast<QAbstractItemView*>(watched)
            || qobject_cast<QAbstractSlider*>(watched) || qobject_cast<QComboBox*>(watched);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && own) {
            event->accept(); // it stays a key press of the widget's own
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reweigh
