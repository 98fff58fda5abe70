// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WritePages.h"

#include "app/window/Translations.h"
#include "widgets/report/PlanReportPage.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>

namespace reweigh {
namespace {

int writePages(const PlanState& state, const PageFiles& files, Terminal& terminal)
{
    QString language; // the environment's
    if (QLocale().language() == QLocale::Japanese && QFontDatabase::families(QFontDatabase::Japanese).isEmpty()) {
        terminal.note("no Japanese font is installed (the package fonts-noto-cjk has one): the report is written in English");
        language = QStringLiteral("en");
    }
    const Translations words(language);
    const Status written = writePlanReport(state, files.html, files.pdf);
    return written ? 0 : terminal.fail(written.error());
}

} // namespace

PageWriter pageWriter()
{
    return writePages;
}

std::unique_ptr<QCoreApplication> pageApplication(int& argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // pages need fonts, but no display
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace reweigh
