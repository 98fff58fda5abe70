// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Translations.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QLocale>

namespace reweigh {

Translations::Translations(const QString& language)
{
    if (!language.isEmpty() && QLocale(language).language() != QLocale::system().language())
        QLocale::setDefault(QLocale(language));
    const QLocale locale;
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(locale, QStringLiteral("reweigh"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || m_own.load(QStringLiteral(":/i18n/reweigh_en.qm"))) // English has a file too, for its plural forms
        QCoreApplication::installTranslator(&m_own);
}

QString writtenLanguage(const QString& asked, const std::string& what, Terminal& terminal)
{
    const bool japanese = asked.isEmpty() ? QLocale().language() == QLocale::Japanese : asked == QLatin1String("ja");
    if (!japanese || !QFontDatabase::families(QFontDatabase::Japanese).isEmpty())
        return asked;
    terminal.note("no Japanese font is installed (the package fonts-noto-cjk has one): " + what + " written in English");
    return QStringLiteral("en");
}

} // namespace reweigh
