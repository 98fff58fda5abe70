// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/common/AppSettings.h"

#include <QSettings>

namespace reweigh {

QString schemeName(ColourScheme scheme)
{
    switch (scheme) {
    case ColourScheme::System: return QStringLiteral("system");
    case ColourScheme::Light: return QStringLiteral("light");
    case ColourScheme::Dark: return QStringLiteral("dark");
    }
    return {};
}

std::optional<ColourScheme> schemeFromName(const QString& name)
{
    for (const ColourScheme scheme : {ColourScheme::System, ColourScheme::Light, ColourScheme::Dark})
        if (schemeName(scheme) == name)
            return scheme;
    return std::nullopt;
}

AppSettings AppSettings::load()
{
    const QSettings store;
    AppSettings settings;
    settings.scheme = schemeFromName(store.value("scheme").toString()).value_or(settings.scheme);
    settings.language = store.value("language").toString();
    if (!languages.contains(settings.language))
        settings.language.clear();
    settings.device = store.value("device", settings.device).toString();
    return settings;
}

void AppSettings::save() const
{
    QSettings store;
    store.setValue("scheme", schemeName(scheme));
    store.setValue("language", language);
    store.setValue("device", device);
}

} // namespace reweigh
