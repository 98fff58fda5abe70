// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace reweigh {

/// While it lives, the program speaks a language: its own words and Qt's, and numbers as they are written there. Needs the application
/// object.
class Translations {
public:
    /// `language`: "de"; empty: the system's.
    explicit Translations(const QString& language);

private:
    QTranslator m_own, m_qt; // they leave the application when they are destroyed
};

} // namespace reweigh
