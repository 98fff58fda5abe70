// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"

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

/// The language of what is written: `asked`, empty for the system's. English instead of Japanese where no font has its letters, which is
/// noted: "the report is written in English" for `what` "the report is".
QString writtenLanguage(const QString& asked, const std::string& what, Terminal& terminal);

} // namespace reweigh
