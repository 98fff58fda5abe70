// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/common/Actions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSvgRenderer>

namespace reweigh {

SharedKeys::SharedKeys(QObject* parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool SharedKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_byKeyboard = false;
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab || key->modifiers().testFlag(Qt::AltModifier))
        m_byKeyboard = true;
    if (event->type() == QEvent::KeyPress)
        return QObject::eventFilter(watched, event);

    const auto giveTo = [&](bool widget) { // else to the action whose shortcut it is
        key->setAccepted(widget);
        return true;
    };
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
        const QVariant refused = watched->property("refused");
        const auto* box = qobject_cast<const QAbstractSpinBox*>(watched);
        const auto* line = box ? box->findChild<const QLineEdit*>() : qobject_cast<const QLineEdit*>(watched);
        const bool own = line ? (key->matches(QKeySequence::Undo) ? line->isUndoAvailable() : line->isRedoAvailable()) : !refused.isValid();
        if (!own || (refused.isValid() && !refused.toBool()))
            return giveTo(false);
    }
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier)
        return QObject::eventFilter(watched, event);
    if (qobject_cast<QAbstractSpinBox*>(watched))
        return giveTo(false);
    if (const auto* asked = qobject_cast<const QPushButton*>(watched); asked && asked->autoDefault())
        return giveTo(true);
    if (qobject_cast<QAbstractButton*>(watched) || qobject_cast<QAbstractItemView*>(watched) || qobject_cast<QComboBox*>(watched))
        return m_byKeyboard ? giveTo(true) : QObject::eventFilter(watched, event);
    return QObject::eventFilter(watched, event);
}

void finishTyping()
{
    QWidget* focus = QApplication::focusWidget();
    if (auto* box = qobject_cast<QAbstractSpinBox*>(focus))
        Q_EMIT box->editingFinished();
    else if (auto* line = qobject_cast<QLineEdit*>(focus))
        Q_EMIT line->editingFinished();
}

namespace {

QPixmap drawn(QByteArray svg, const QColor& colour, int size)
{
    svg.replace("currentColor", colour.name().toUtf8());
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString& name, Role role)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QIcon icon;
    if (!file.open(QIODevice::ReadOnly))
        return icon;
    const QByteArray svg = file.readAll();
    const Theme& theme = Theme::instance();
    for (const int size : {16, 24, 32, 48, 64}) {
        icon.addPixmap(drawn(svg, theme.colour(role), size));
        icon.addPixmap(drawn(svg, theme.tint(Role::Dim, 0.6), size), QIcon::Disabled);
    }
    return icon;
}

void bindIcon(QAction& action, const QString& name, Role role)
{
    const auto set = [&action, name, role] { action.setIcon(themedIcon(name, role)); };
    set();
    QObject::connect(&Theme::instance(), &Theme::changed, &action, set);
}

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
