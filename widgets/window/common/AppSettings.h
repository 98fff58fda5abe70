// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <optional>

namespace reweigh {

/// Settings of the program that are independent of the open study. Kept in QSettings.
struct AppSettings {
    ColourScheme scheme = ColourScheme::System;
    QString language;                        ///< "de", "ja", "en"; empty: the system's
    QString device = QStringLiteral("auto"); ///< device of new studies: auto, cpu, cuda:N

    static AppSettings load();
    void save() const;

    friend bool operator==(const AppSettings&, const AppSettings&) = default;
};

/// "system", "light", "dark".
QString schemeName(ColourScheme scheme);
/// The scheme of a name; none if the name is unknown.
std::optional<ColourScheme> schemeFromName(const QString& name);

/// Languages into which the window is translated.
inline const QStringList languages = {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("ja")};

} // namespace reweigh
