// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <optional>

namespace reweigh {

/// What holds for the program, whichever study is open. Kept in QSettings.
struct AppSettings {
    ColourScheme scheme = ColourScheme::System;
    QString language;                             ///< "de", "ja", "en"; empty: the system's
    QString device = QStringLiteral("auto");      ///< of new studies: auto, cpu, cuda:N

    static AppSettings load();
    void save() const;

    friend bool operator==(const AppSettings&, const AppSettings&) = default;
};

/// "system", "light", "dark".
QString schemeName(ColourScheme scheme);
std::optional<ColourScheme> schemeFromName(const QString& name);

/// Languages the window speaks.
inline const QStringList languages = {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("ja")};

} // namespace reweigh
