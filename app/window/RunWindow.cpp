// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/RunWindow.h"

#include "app/ProcessStart.h"
#include "app/cli/StudyPath.h"
#include "app/window/Translations.h"
#include "core/base/PathText.h"
#include "core/live/cost/CostProbe.h"
#include "core/plan/Plan.h"
#include "core/storage/StudyFolder.h"
#include "widgets/desktop/DesktopScheme.h"
#include "widgets/window/common/Actions.h"
#include "widgets/window/common/AppSettings.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/main/MainWindow.h"
#include "widgets/window/main/Screenshots.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <unistd.h>

namespace reweigh {
namespace {

/// Makes the application object. Without a display it prints one sentence and ends the program with exit code 4, where Qt would abort.
class GuiStart {
public:
    /// `offscreen`: windows are drawn in memory at `scale` pixels per point, without a display.
    GuiStart(bool offscreen, int scale);

    QApplication& application() { return *m_application; }

    /// Speaks `language` ("de"), or the system's language where it is empty.
    void speak(const QString& language) { m_words.emplace(language); }

private:
    int m_argc = 1;
    char m_name[8] = "reweigh";
    char* m_argv[2] = {m_name, nullptr};
    std::unique_ptr<QApplication> m_application;
    std::optional<Translations> m_words;
};

/// Message handler: prints one sentence and exits with code 4 at Qt's fatal message, which says that no display can be opened. Qt's other
/// messages, meant for developers, are dropped.
void noDisplay(QtMsgType type, const QMessageLogContext&, const QString&)
{
    if (type != QtFatalMsg)
        return;
    std::fputs("reweigh: there is no display to open a window on. Use a subcommand (reweigh demo, search, report; see --help), or "
               "reweigh --screenshots DIR STUDY.\n",
               stderr);
    _exit(4);
}

GuiStart::GuiStart(bool offscreen, int scale)
{
    if (offscreen) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    }
    const QtMessageHandler before = qInstallMessageHandler(offscreen ? withoutOffscreenNoise : noDisplay);
    m_application = std::make_unique<QApplication>(m_argc, m_argv);
    writeNumbersWithPoints();
    if (!offscreen)
        qInstallMessageHandler(before);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.reweigh.Reweigh"));
    QApplication::setWindowIcon(themedIcon(QStringLiteral("app/io.github.reweigh.Reweigh")));
}

/// Opens what the command line names: a study, or a plan. False, with a line in the log, if it is neither.
bool openNamed(Workbench& bench, const std::string& given, const std::string& studyName)
{
    return isPlanFile(given) ? openPlanFile(bench, given) : openDocument(bench, given, studyName) != nullptr;
}

int drawScreenshots(const WindowOptions& options, Terminal& terminal)
{
    const QTemporaryDir settings; // screenshots show the default window, without the user's settings
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    GuiStart start(true, options.scale);
    start.speak(QString::fromStdString(options.language));
    Theme::instance().apply(start.application());
    Workbench bench;
    openNamed(bench, options.studies.front(), options.studyName);
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
    const DesktopScheme desktop(QDBusConnection::sessionBus());

    Workbench bench;
    MainWindow window(bench);
    if (options.studies.empty() && options.demo.empty())
        window.restoreSession();
    else // what is named is opened, and nothing else
        window.restoreGeometryOnly();
    bool opened = false;
    for (const std::string& study : options.studies)
        opened = openNamed(bench, study, options.studyName) || opened;
    if (!options.demo.empty())
        window.openDemo(options.demo);
    if (!options.layout.empty())
        window.showLayout(*layoutFromName(QString::fromStdString(options.layout)));
    else if (opened) // else the start page stays
        isPlanFile(options.studies.back()) ? window.showLayout(Layout::Plan) : window.showOpened();
    window.show();
    // The callback runs on the thread of SignalWatch, so the call is queued to the window's thread.
    const std::stop_callback asked(stop,
                                   [&window] { QMetaObject::invokeMethod(&window, &MainWindow::pauseAndQuit, Qt::QueuedConnection); });
    const int code = QApplication::exec();
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

} // namespace

void withoutOffscreenNoise(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const bool noise = text.startsWith(QLatin1String("This plugin does not support"))
                       || text.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR not set")); // so it is in a service or container
    if (!noise)
        std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, text)));
}

int runWindow(const WindowOptions& options, Terminal& terminal, std::stop_token stop)
{
    const bool onlyPlans = std::ranges::all_of(options.studies, [](const std::string& study) { return isPlanFile(study); });
    if (!options.studyName.empty() && onlyPlans)
        return terminal.fail(
            {ErrorCode::UsageWrong, "--study-name has no effect on a plan: its cells are studies of their own", "reweigh", {}});
    for (const std::string& study : options.studies) {
        const bool plan = isPlanFile(study);
        if (plan && isThere(study) && !options.screenshots.empty()) // pictures of what cannot be read would be empty
            if (const Result<Plan> read = readPlan(study); !read)
                return terminal.fail(read.error());
        const std::filesystem::path file = plan ? std::filesystem::path(study) : StudyFolder::at(study).file();
        if (!isThere(file))
            return terminal.fail({plan ? ErrorCode::FileMissing : ErrorCode::StudyMissing, file.string(), {}, {}});
        if (!plan && !options.screenshots.empty()) {
            const auto read = readStudy(study, options.studyName);
            if (!read)
                return terminal.fail(read.error());
            noteLeftOut(terminal, **read);
        }
    }
    if (!options.screenshots.empty())
        return drawScreenshots(options, terminal);
    const int code = openWindow(options, std::move(stop));
    if (CostProbe::abandoned()) { // a step of a large network takes a minute, and whatever is to be kept is written
        std::fflush(nullptr);
        std::_Exit(code);
    }
    return code;
}

} // namespace reweigh
