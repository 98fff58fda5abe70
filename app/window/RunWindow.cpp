// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/RunWindow.h"

#include "app/window/GuiStart.h"
#include "core/base/PathText.h"
#include "core/storage/StudyFolder.h"
#include "widgets/window/AppSettings.h"
#include "widgets/window/Documents.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/Screenshots.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QThreadPool>

namespace reweigh {
namespace {

int drawScreenshots(const WindowOptions& options, Terminal& terminal)
{
    const QTemporaryDir settings; // screenshots show the window as it comes, not as somebody left it
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    GuiStart start(true, options.scale);
    start.speak(QString::fromStdString(options.language));
    Theme::instance().apply(start.application());
    Workbench bench;
    bench.open(fullPath(StudyFolder::at(options.studies.front()).file()));
    MainWindow window(bench);
    const auto files = takeScreenshots(window, bench, options.screenshots);
    QThreadPool::globalInstance()->waitForDone();
    if (!files)
        return terminal.fail(files.error());
    for (const std::filesystem::path& file : *files)
        terminal.print("wrote " + file.string() + "\n");
    return 0;
}

int openWindow(const WindowOptions& options, std::stop_token stop)
{
    GuiStart start(false, 1);
    const AppSettings settings = AppSettings::load();
    start.speak(options.language.empty() ? settings.language : QString::fromStdString(options.language));
    Theme::instance().setScheme(options.scheme.empty() ? settings.scheme : *schemeFromName(QString::fromStdString(options.scheme)));
    Theme::instance().apply(start.application());

    Workbench bench;
    MainWindow window(bench);
    window.restoreSession();
    for (const std::string& study : options.studies)
        openDocument(bench, study);
    if (!options.demo.empty())
        window.openDemo(options.demo);
    if (!options.layout.empty())
        window.showLayout(*layoutFromName(QString::fromStdString(options.layout)));
    else if (!options.studies.empty())
        window.showLayout(Layout::Search);
    window.show();
    // The callback runs on the thread that watches signals.
    const std::stop_callback asked(stop, [&window] { QMetaObject::invokeMethod(&window, &MainWindow::pauseAndQuit, Qt::QueuedConnection); });
    const int code = QApplication::exec();
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

} // namespace

int runWindow(const WindowOptions& options, Terminal& terminal, std::stop_token stop)
{
    for (const std::string& study : options.studies)
        if (const std::filesystem::path file = StudyFolder::at(study).file(); !isThere(file))
            return terminal.fail({ErrorCode::StudyMissing, file.string(), {}, {}});
    return options.screenshots.empty() ? openWindow(options, std::move(stop)) : drawScreenshots(options, terminal);
}

} // namespace reweigh
