// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace reweigh {

/// Tells Theme whether the desktop asks for dark windows, at the start and after each change. Qt 6.4 does not know it on desktops that
/// change no palette. Source: the setting "color-scheme" of "org.freedesktop.appearance", which the portal
/// org.freedesktop.portal.Settings tells by D-Bus: 1 asks for dark, 2 for light, all else for nothing. Without a bus or a portal nothing
/// is told. Thread: GUI.
class DesktopScheme : public QObject {
    Q_OBJECT
public:
    explicit DesktopScheme(QDBusConnection bus, QObject* parent = nullptr);

private Q_SLOTS:
    void take(const QString& group, const QString& key, const QDBusVariant& value);
};

} // namespace reweigh
