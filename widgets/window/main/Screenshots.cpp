// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/Screenshots.h"

#include "core/base/FileIo.h"
#include "widgets/theme/Theme.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QThreadPool>
#include <QTimer>

namespace reweigh {
namespace {

constexpr int limitMs = 60000;

bool restless(const MainWindow& window, Workbench& bench)
{
    OpenStudy& study = bench.current();
    if (!study.isNew() && study.snapshot()->file.empty())
        return true;
    if (bench.plan().isOpen() && !bench.plan().snapshot() && !bench.plan().failure())
        return true;
    if (!study.preview() || QThreadPool::globalInstance()->activeThreadCount() > 0)
        return true;
    const auto& panels = window.docks().panels();
    return std::any_of(panels.begin(), panels.end(), [](const Panel* panel) { return !panel->isFresh(); });
}

} // namespace

bool waitUntilSettled(const MainWindow& window, Workbench& bench, int quietMs)
{
    QElapsedTimer all, quiet;
    all.start();
    quiet.start();
    QObject context;
    OpenStudy& study = bench.current();
    for (const auto signal :
         {&OpenStudy::snapshotChanged, &OpenStudy::previewChanged, &OpenStudy::selectionChanged, &OpenStudy::filterChanged})
        QObject::connect(&study, signal, &context, [&quiet] { quiet.restart(); });
    QObject::connect(&study, &OpenStudy::epochsChanged, &context, [&quiet] { quiet.restart(); });
    while (quiet.elapsed() < quietMs) {
        if (all.elapsed() > limitMs)
            return false;
        QEventLoop turn;
        QTimer::singleShot(20, &turn, &QEventLoop::quit);
        turn.exec();
        if (restless(window, bench))
            quiet.restart();
    }
    return true;
}

Result<std::vector<std::filesystem::path>> takeScreenshots(MainWindow& window, Workbench& bench, const std::filesystem::path& folder)
{
    if (const Status made = makeFolder(folder); !made)
        return made.error();
    std::vector<std::filesystem::path> files;
    window.resize(1600, 1000);
    window.show();
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        Theme::instance().setScheme(scheme);
        for (const Layout layout : allLayouts) {
            window.showLayout(layout);
            if (!waitUntilSettled(window, bench))
                return Error{
                    ErrorCode::FileUnreadable, bench.current().snapshot()->file.string(), "the window still changed after a minute", {}};
            const QString name =
                layoutName(layout) + (scheme == ColourScheme::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"));
            QByteArray bytes;
            QBuffer buffer(&bytes);
            window.grab().save(&buffer, "PNG");
            files.push_back(folder / name.toStdString());
            if (const Status written = writeFileAtomic(files.back(), {bytes.constData(), std::size_t(bytes.size())}); !written)
                return written.error();
        }
    }
    return files;
}

} // namespace reweigh
