// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/Notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QStringList>
#include <QVariantMap>

namespace reweigh {

void notifyDesktop(const QString& title, const QString& text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                                                       QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    const QString id = QStringLiteral("io.github.reweigh.Reweigh");
    // Name, replaced id, icon, summary, body, actions, hints, time: the specification's "Notify", version 1.2.
    call.setArguments({QStringLiteral("Reweigh"), 0u, id, title, text, QStringList(), QVariantMap{{QStringLiteral("desktop-entry"), id}}, -1});
    bus.asyncCall(call);
}

} // namespace reweigh
