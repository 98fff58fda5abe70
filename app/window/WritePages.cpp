// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WritePages.h"

#include "app/window/RunWindow.h"
#include "app/window/Translations.h"
#include "widgets/report/PlanReportPage.h"

#include <QGuiApplication>

namespace reweigh {
namespace {

int writePages(const PlanState& state, const PageFiles& files, Terminal& terminal)
{
    const Translations words(writtenLanguage({}, "the report is", terminal));
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
    qInstallMessageHandler(withoutOffscreenNoise);
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace reweigh
