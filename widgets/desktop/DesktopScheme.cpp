// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/desktop/DesktopScheme.h"

#include "widgets/theme/Theme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <optional>

namespace reweigh {
namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString schemeKey = QStringLiteral("color-scheme");

} // namespace

DesktopScheme::DesktopScheme(QDBusConnection bus, QObject* parent)
    : QObject(parent)
{
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalSettings, QStringLiteral("SettingChanged"), this,
                SLOT(take(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, QStringLiteral("Read"));
    read.setArguments({appearanceGroup, schemeKey});
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        if (const QDBusPendingReply<QDBusVariant> reply = *call; reply.isValid())
            take(appearanceGroup, schemeKey, reply.value());
        call->deleteLater();
    });
}

void DesktopScheme::take(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group != appearanceGroup || key != schemeKey)
        return;
    QVariant plain = value.variant();
    while (plain.metaType() == QMetaType::fromType<QDBusVariant>()) // Read wraps what it answers once more
        plain = plain.value<QDBusVariant>().variant();
    const uint asked = plain.toUInt();
    Theme::instance().setDesktopDark(asked == 1 || asked == 2 ? std::optional(asked == 1) : std::nullopt);
}

} // namespace reweigh
