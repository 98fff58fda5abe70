// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WriteFigures.h"

#include "app/window/RunWindow.h"
#include "app/window/Translations.h"
#include "core/base/PathText.h"
#include "core/plan/Plan.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/main/MainWindow.h"
#include "widgets/window/main/Screenshots.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>

namespace reweigh {
namespace {

/// Shows every layout once, so that each view has read what it draws, and waits until none has anything new. False if that takes minutes.
bool drawAll(MainWindow& window, Workbench& bench)
{
    if (!waitUntilSettled(window, bench))
        return false;
    // A study's curves are read when the first view that shows them is; a plan has none.
    const int quietMs = bench.plan().isOpen() && bench.current().isNew() ? viewsQuietMs : followerQuietMs;
    for (const Layout layout : allLayouts) {
        window.showLayout(layout);
        if (!waitUntilSettled(window, bench, quietMs))
            return false;
    }
    for (int round = 0; round < 20; ++round) {
        bool news = false;
        for (Panel* panel : window.docks().panels()) // those behind others do not refresh by themselves
            news = panel->bringUpToDate() || news;
        if (!waitUntilSettled(window, bench, quietMs))
            return false;
        if (!news)
            return true;
    }
    return false;
}

/// The views that are figures: of a plan its own, of a study all others; with no study, all there are.
std::vector<Panel*> figuresOf(const MainWindow& window, const std::string& study)
{
    std::vector<Panel*> figures;
    for (Panel* panel : window.docks().panels()) {
        const bool ofPlan = panel->id().startsWith(QLatin1String("plan-"));
        if (panel->hasFigure() && (study.empty() || (ofPlan == isPlanFile(study) && panel->hasContent())))
            figures.push_back(panel);
    }
    return figures;
}

int list(const std::vector<Panel*>& figures, Terminal& terminal)
{
    nlohmann::json names = nlohmann::json::array();
    std::size_t widest = 0;
    for (const Panel* panel : figures)
        widest = std::max(widest, panel->id().toStdString().size());
    for (const Panel* panel : figures) {
        const std::string name = panel->id().toStdString(), title = panel->title().toStdString();
        terminal.print(name + std::string(widest + 2 - name.size(), ' ') + title + "\n");
        names.push_back({{"name", name}, {"title", title}});
    }
    terminal.result({{"figures", names}});
    return 0;
}

/// The first of `names` that no view has; empty if each is one's.
std::string unknownName(const std::vector<std::string>& names, const MainWindow& window)
{
    const std::vector<Panel*> all = figuresOf(window, {});
    for (const std::string& name : names)
        if (std::ranges::none_of(all, [&](const Panel* panel) { return panel->id().toStdString() == name; }))
            return name;
    return {};
}

int writeFigures(const FigureOrder& order, Terminal& terminal)
{
    const QTemporaryDir settings; // figures show the default views, without the user's settings
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const Translations words(writtenLanguage(QString::fromStdString(order.language), "the figures are", terminal));
    Theme::instance().setScheme(ColourScheme::Light);
    Theme::instance().apply(*qApp);
    Theme::instance().setPaper(order.setup.font);
    Workbench bench;
    if (isPlanFile(order.study))
        openPlanFile(bench, order.study, order.studies);
    else if (!order.study.empty())
        openDocument(bench, order.study, order.studyName);
    MainWindow window(bench);
    if (const std::string unknown = unknownName(order.setup.figures, window); !unknown.empty()) {
        std::string known;
        for (const Panel* panel : figuresOf(window, {}))
            known += (known.empty() ? "" : ", ") + panel->id().toStdString();
        return terminal.fail({ErrorCode::UnknownValue, "--figure", unknown, known});
    }
    if (!order.study.empty()) {
        window.resize(1600, 1000);
        window.show();
        if (!drawAll(window, bench))
            return terminal.fail({ErrorCode::FileUnreadable, order.study, "its views still changed after a minute", {}});
    }
    const std::vector<Panel*> figures = figuresOf(window, order.study);
    if (order.list)
        return list(figures, terminal);
    for (const std::string& name : order.setup.figures)
        if (std::ranges::none_of(figures, [&](const Panel* panel) { return panel->id().toStdString() == name; }))
            terminal.note(name + ": this study has nothing that it shows");
    const auto written = exportAllFigures(figures, bench.current(), order.out, order.setup);
    QThreadPool::globalInstance()->waitForDone();
    if (!written)
        return terminal.fail(written.error());
    nlohmann::json files = nlohmann::json::array();
    for (const std::filesystem::path& file : *written) {
        terminal.print("wrote " + pathText(file) + "\n");
        files.push_back(pathText(file));
    }
    terminal.result({{"written", files}});
    return 0;
}

} // namespace

FigureWriter figureWriter()
{
    return writeFigures;
}

std::unique_ptr<QCoreApplication> viewApplication(int& argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // views are drawn in memory
    qputenv("QT_SCALE_FACTOR", "1");
    qInstallMessageHandler(withoutOffscreenNoise);
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace reweigh
