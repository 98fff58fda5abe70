// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/GuiStart.h"

#include "widgets/window/Icons.h"

#include <QLibraryInfo>
#include <QLocale>

#include <cstdio>
#include <unistd.h>

namespace reweigh {
namespace {

/// Qt ends the process where no platform can be opened; what it says before is for developers.
void noDisplay(QtMsgType type, const QMessageLogContext&, const QString&)
{
    if (type != QtFatalMsg)
        return;
    std::fputs("reweigh: there is no display to open a window on. Use a subcommand (reweigh demo, search, report; see --help), or "
               "reweigh --screenshots DIR STUDY.\n", stderr);
    _exit(4);
}

/// The offscreen platform complains of every size a window asks for; what else is said is passed on.
void withoutOffscreenNoise(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (!text.startsWith(QLatin1String("This plugin does not support")))
        std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, text)));
}

} // namespace

GuiStart::GuiStart(bool offscreen, int scale)
{
    if (offscreen) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    }
    const QtMessageHandler before = qInstallMessageHandler(noDisplay);
    m_application = std::make_unique<QApplication>(m_argc, m_argv);
    qInstallMessageHandler(offscreen ? withoutOffscreenNoise : before);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.reweigh.Reweigh"));
    QApplication::setWindowIcon(themedIcon(QStringLiteral("app/io.github.reweigh.Reweigh")));
}

void GuiStart::speak(const QString& language)
{
    if (!language.isEmpty() && QLocale(language).language() != QLocale::system().language())
        QLocale::setDefault(QLocale(language));
    const QLocale locale;
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(locale, QStringLiteral("reweigh"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || m_own.load(QStringLiteral(":/i18n/reweigh_en.qm"))) // plurals
        QCoreApplication::installTranslator(&m_own);
}

} // namespace reweigh
