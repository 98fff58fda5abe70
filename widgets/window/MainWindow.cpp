// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/MainWindow.h"

#include "core/base/PathText.h"
#include "core/storage/StudyFolder.h"
#include "widgets/window/RunLogWriter.h"
#include "widgets/window/DockStrip.h"
#include "widgets/window/Documents.h"
#include "widgets/window/EditActions.h"
#include "widgets/window/ExportActions.h"
#include "widgets/window/FileActions.h"
#include "widgets/window/LayoutActions.h"
#include "widgets/window/CloseGuard.h"
#include "widgets/window/ResumeBanner.h"
#include "widgets/window/RunActions.h"
#include "widgets/window/SpaceKey.h"
#include "widgets/window/StartPage.h"
#include "widgets/window/StatusLine.h"
#include "widgets/window/StudyActions.h"
#include "widgets/window/WindowPanels.h"
#include "widgets/window/WorkspaceSession.h"

#include <QCloseEvent>
#include <QAbstractButton>
#include <QTabBar>

namespace reweigh {

MainWindow::MainWindow(Workbench& bench, QWidget* parent)
    : QMainWindow(parent)
    , m_bench(bench)
{
    setObjectName(QStringLiteral("window"));
    auto* style = new DockStyle;
    style->setParent(this);
    setStyle(style);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    resize(1600, 1000);

    // Before the panels: they answer the same wishes once their dock is on screen.
    connect(&bench, &Workbench::fieldWanted, this, &MainWindow::revealField);
    connect(&bench, &Workbench::trialWanted, this, &MainWindow::revealTrial);

    m_run = new RunActions(bench, this);
    m_files = new FileActions(bench, *this);
    m_study = new StudyActions(bench, *this);
    for (QAction* action : {m_run->run(), m_run->pause(), m_run->stop(), m_run->stopAfterEpoch(), m_files->newStudy(), m_files->open(), m_files->demo(),
                            m_files->saveConfig(), m_study->compare(), m_study->measureCost()})
        bench.registerAction(action->objectName(), action);

    m_docks = std::make_unique<DockSet>(*this, makeWindowPanels(bench, this));
    m_layouts = new LayoutKeeper(*this, *m_docks, this);
    m_views = new LayoutActions(*this, *m_docks, *m_layouts);
    m_exports = new ExportActions(bench, m_docks->panels(), *this);
    bench.registerAction(m_exports->architectures()->objectName(), m_exports->architectures());
    m_edit = new EditActions(bench, *m_docks, *m_layouts, *this);
    m_status = new StatusLine(bench, this);
    m_start = new StartPage(m_files->demo(), m_files->newStudy(), m_files->open(), this);
    m_guard = new CloseGuard(bench, *this);
    m_session = new WorkspaceSession(bench, *this, *m_layouts);
    new RunLogWriter(bench, *this);
    new SpaceKey(this);

    setStatusBar(m_status);
    setCentralWidget(m_start);
    makeMenus();
    makeToolBar();
    connectParts();
    m_layouts->clear();
    follow();
}

MainWindow::~MainWindow()
{
    disconnect(&m_bench, nullptr, this, nullptr);
}

void MainWindow::connectParts()
{
    connect(m_layouts, &LayoutKeeper::changed, this, [this] {
        m_start->setVisible(!m_layouts->current());
        m_banner->follow();
    });
    connect(m_run, &RunActions::started, this, [this] {
        if (m_layouts->current() == Layout::SetUp)
            showLayout(Layout::Watch);
    });
    connect(m_files, &FileActions::begun, this, [this](bool demo) { showLayout(demo ? Layout::Watch : Layout::SetUp); });
    connect(m_files, &FileActions::opened, this, [this] {
        if (!m_layouts->current())
            showLayout(Layout::Search);
    });
    connect(m_study, &StudyActions::comparing, this, [this] { showLayout(Layout::Compare); });
    connect(m_study, &StudyActions::costWanted, this, &MainWindow::measureCost);
    connect(m_status, &StatusLine::logWanted, this, [this] {
        if (!m_layouts->current())
            showLayout(Layout::Watch);
        m_docks->reveal(QStringLiteral("log"));
    });
    connect(m_status, &StatusLine::fingerprintWanted, m_edit->copyFingerprint(), &QAction::trigger);
    connect(m_guard, &CloseGuard::safe, this, &QWidget::close);
    connect(&m_bench, &Workbench::currentChanged, this, &MainWindow::follow);
    for (const auto& study : m_bench.studies())
        connect(study.get(), &OpenStudy::titleChanged, this, &MainWindow::follow);
    connect(&m_bench, &Workbench::studiesChanged, this, [this] {
        for (const auto& study : m_bench.studies())
            connect(study.get(), &OpenStudy::titleChanged, this, &MainWindow::follow, Qt::UniqueConnection);
        follow();
    });
}

void MainWindow::follow()
{
    setWindowTitle(tr("%1 — Reweigh").arg(m_bench.current().title()));
}

void MainWindow::restoreSession()
{
    if (m_session->restore())
        m_first = m_session->lastLayout();
}

void MainWindow::openDemo(const std::filesystem::path& folder)
{
    if (isThere(StudyFolder::in(folder).file())) {
        openDocument(m_bench, folder);
        showLayout(Layout::Search);
    } else {
        m_files->beginDemo(folder);
    }
}

void MainWindow::showLayout(Layout layout)
{
    if (!isVisible()) {
        m_first = layout; // docks get their sizes from the window's
        return;
    }
    m_start->hide();
    m_layouts->show(layout);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_first) {
        const Layout first = *std::exchange(m_first, std::nullopt);
        m_start->hide();
        m_layouts->show(first);
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_guard->mayLeave()) {
        event->ignore();
        return;
    }
    m_session->save();
    event->accept();
}

void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    if (event->added() && event->child()->isWidgetType()) // not yet what it will be
        QMetaObject::invokeMethod(this, &MainWindow::nameTabBars, Qt::QueuedConnection);
}

void MainWindow::nameTabBars()
{
    for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        tabs->setAccessibleName(tr("Views behind each other"));
}

void MainWindow::pauseAndQuit()
{
    m_guard->pauseAndLeave();
}

void MainWindow::revealField(const QString& key)
{
    for (const Panel* panel : m_docks->panels()) {
        if (!panel->findChild<QWidget*>(QStringLiteral("editor-") + key))
            continue;
        QDockWidget* dock = m_docks->dock(panel->id());
        if (!dock->isVisible())
            showLayout(Layout::SetUp);
        m_docks->reveal(panel->id());
        return;
    }
}

void MainWindow::revealTrial(qint64 trial)
{
    m_bench.current().selection().setCurrent(trial);
    for (const char* id : {"trial-list", "trials", "inspector"})
        if (const QDockWidget* dock = m_docks->dock(QString::fromLatin1(id)); dock && dock->isVisible())
            return;
    showLayout(Layout::Watch);
}

void MainWindow::measureCost()
{
    showLayout(Layout::SetUp);
    m_docks->reveal(QStringLiteral("cost"));
    if (const Panel* cost = m_docks->panel(QStringLiteral("cost")))
        if (auto* measure = cost->findChild<QAbstractButton*>(QStringLiteral("measure")))
            measure->click();
}

} // namespace reweigh
