// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/MainWindow.h"

#include "core/base/PathText.h"
#include "core/storage/StudyFolder.h"
#include "widgets/help/ToolTipWrap.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/actions/EditActions.h"
#include "widgets/window/actions/ExportActions.h"
#include "widgets/window/actions/FileActions.h"
#include "widgets/window/actions/FileStudiesMenu.h"
#include "widgets/window/actions/HelpActions.h"
#include "widgets/window/actions/LayoutActions.h"
#include "widgets/window/actions/RunActions.h"
#include "widgets/window/actions/StudyActions.h"
#include "widgets/window/common/Actions.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/common/EachStudy.h"
#include "widgets/window/dialogs/AboutDialog.h"
#include "widgets/window/docking/DockSet.h"
#include "widgets/window/docking/WindowPanels.h"
#include "widgets/window/main/BegunLayout.h"
#include "widgets/window/main/CloseGuard.h"
#include "widgets/window/main/EndNotice.h"
#include "widgets/window/main/FirstGeometry.h"
#include "widgets/window/main/LibTorchBar.h"
#include "widgets/window/main/NoticeBar.h"
#include "widgets/window/main/ReadStudy.h"
#include "widgets/window/main/RecentStudies.h"
#include "widgets/window/main/ResumeBanner.h"
#include "widgets/window/main/StartPage.h"
#include "widgets/window/main/StudyTabs.h"
#include "widgets/window/main/WorkspaceSession.h"
#include "widgets/window/status/RunLogWriter.h"
#include "widgets/window/status/StatusLine.h"
#include "widgets/window/status/ToolPill.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QCloseEvent>
#include <QCursor>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLayout>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QTabBar>
#include <QToolBar>
#include <QUrl>

#include <algorithm>

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
    const QScreen* under = QGuiApplication::screenAt(QCursor::pos());
    if (const QScreen* screen = under ? under : QGuiApplication::primaryScreen())
        setGeometry(firstGeometry(screen->availableGeometry()));
    setAcceptDrops(true);

    // Connected before the panels are, because the panels react to the same signals and their docks must be visible by then.
    connect(&bench, &Workbench::fieldWanted, this, &MainWindow::revealField);
    connect(&bench, &Workbench::panelWanted, this, &MainWindow::revealPanel);
    connect(&bench, &Workbench::trialWanted, this, &MainWindow::revealTrial);
    connect(&bench, &Workbench::comparisonWanted, this, &MainWindow::showComparison);

    m_run = new RunActions(bench, this);
    m_files = new FileActions(bench, *this);
    m_study = new StudyActions(bench, *this);
    for (QAction* action : {m_run->run(), m_run->runNew(), m_run->pause(), m_run->stop(), m_run->stopAfterEpoch(), m_files->newStudy(),
                            m_files->open(), m_files->demo(), m_files->saveConfig(), m_study->compare(), m_study->measureCost()})
        bench.registerAction(action->objectName(), action);

    m_docks = std::make_unique<DockSet>(*this, makeWindowPanels(bench, this));
    m_layouts = new LayoutKeeper(*this, *m_docks, this);
    m_begun = new BegunLayout(
        bench, *m_layouts, [this](Layout layout) { showLayout(layout); }, this);
    m_views = new LayoutActions(*this, *m_docks, *m_layouts);
    m_exports = new ExportActions(bench, m_docks->panels(), *this);
    bench.registerAction(m_exports->architectures()->objectName(), m_exports->architectures());
    m_edit = new EditActions(bench, *m_docks, *m_layouts, *this);
    m_help = new HelpActions(*this, *m_docks, *m_layouts, m_files->demo());
    m_status = new StatusLine(bench, this);
    m_start = new StartPage(m_files->demo(), m_files->newStudy(), m_files->open(), this);
    m_guard = new CloseGuard(bench, *this);
    m_session = new WorkspaceSession(bench, *this, *m_layouts);
    new RunLogWriter(bench, *this);
    new SharedKeys(this);
    new ToolTipWrap(this);

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
        m_torch->follow();
        m_notice->follow();
        follow();
    });
    connect(&m_start->recent(), &RecentStudies::wanted, m_files,
            [this](const QString& file) { m_files->openFile(pathFromText(file.toStdString())); });
    connect(m_files, &FileActions::allClosed, m_layouts, &LayoutKeeper::clear);
    connect(m_files, &FileActions::closedUnstored, this, [this](const QString& title, const std::function<void()>& reopen) {
        m_notice->say(tr("%1 was closed; its changed settings are not stored.").arg(title), tr("Reopen"), reopen);
    });
    connect(m_files, &FileActions::onlyPlanLeft, this, [this] { showLayout(Layout::Plan); });
    eachStudy(m_bench, this, [this](OpenStudy& study) {
        connect(&study, &OpenStudy::titleChanged, this, &MainWindow::follow);
        // After the change is on the undo stack, or off it: by that a study is one that nobody has begun.
        connect(&study, &OpenStudy::configChanged, this, &MainWindow::follow, Qt::QueuedConnection);
    });
    connect(m_run, &RunActions::started, this, [this] {
        if (m_layouts->current() == Layout::SetUp)
            m_begun->show(Layout::Watch);
    });
    connect(m_files, &FileActions::begun, this, [this](bool demo) { showLayout(demo ? Layout::Watch : Layout::SetUp); });
    connect(m_files, &FileActions::opened, this, &MainWindow::showOpened);
    connect(m_files, &FileActions::planOpened, this, [this] { showLayout(Layout::Plan); });
    connect(m_files, &FileActions::demoCompared, this, [this](OpenStudy& study) {
        if (&study != &m_bench.current() || m_layouts->current() != Layout::Watch) // the user has gone elsewhere: a line leads back
            return;
        showLayout(Layout::Compare);
    });
    connect(m_banner, &ResumeBanner::resumeWanted, m_files, &FileActions::resume);
    connect(m_study, &StudyActions::comparing, this, [this] { m_begun->show(Layout::Compare); });
    connect(m_study, &StudyActions::costWanted, this, &MainWindow::measureCost);
    connect(m_status, &StatusLine::logWanted, this, [this] {
        if (!m_layouts->current())
            showLayout(Layout::Watch);
        m_docks->reveal(QStringLiteral("log"));
    });
    connect(m_status, &StatusLine::fingerprintWanted, m_edit->copyFingerprint(), &QAction::trigger);
    connect(m_guard, &CloseGuard::safe, this, &QWidget::close);
    connect(&m_bench, &Workbench::currentChanged, this, &MainWindow::follow);
    connect(&m_bench, &Workbench::studiesChanged, this, &MainWindow::follow);
    connect(&m_bench.plan(), &OpenPlan::fileChanged, this, &MainWindow::follow);
    connect(&m_bench.plan(), &OpenPlan::snapshotChanged, this, &MainWindow::follow);
}

void MainWindow::follow()
{
    const OpenPlan& plan = m_bench.plan();
    const std::optional<Layout> layout = m_layouts->current();
    const bool isUnbegun = isPristine(m_bench.current());
    const bool isOfPlan = plan.isOpen() && (layout == Layout::Plan || isUnbegun);
    // Beside a plan, a study that nobody has begun is seen only where its settings are.
    const bool isSeen = layout && layout != Layout::Plan && !(isOfPlan && isUnbegun && layout != Layout::SetUp);
    m_run->setShown(isSeen ? RunActions::Shown::Study : layout == Layout::Plan ? RunActions::Shown::Plan : RunActions::Shown::Nothing);
    setWindowTitle(tr("%1 — Reweigh").arg(isOfPlan ? plan.title() : m_bench.current().title()));
    m_ended->settle();
}

void MainWindow::restoreSession()
{
    if (const std::optional<Layout> layout = m_session->restore())
        m_first = layout;
}

void MainWindow::restoreGeometryOnly()
{
    m_session->restoreGeometry();
}

/// Shows a study that was opened in the layout in view; where none is yet (start page, command line) in Search or, if trials of it were
/// interrupted, in Watch, where it goes on. Studies of other programs have nothing to show in the layouts for setting up and watching.
void MainWindow::showOpened()
{
    const bool first = !m_layouts->current();
    if (first)
        showLayout(Layout::Search);
    OpenStudy* study = &m_bench.current();
    whenRead(*study, this, [this, study, first] {
        if (study != &m_bench.current())
            return;
        const std::optional<Layout> layout = m_layouts->current();
        if (first && layout.value_or(Layout::Search) == Layout::Search && cutOffTrials(*study->snapshot()) > 0)
            return showLayout(Layout::Watch);
        if (!study->isOthers())
            return;
        if (layout == Layout::SetUp || layout == Layout::Watch)
            showLayout(Layout::Search);
        if (m_layouts->current() == Layout::Search
            && std::ranges::any_of(study->snapshot()->trials, [](const auto& trial) { return !trial->intermediate.empty(); }))
            m_docks->reveal(QStringLiteral("intermediate"));
    });
}

void MainWindow::openDemo(const std::filesystem::path& folder)
{
    if (isThere(StudyFolder::in(folder).file()))
        m_files->continueDemo(folder);
    else
        m_files->beginDemo(folder);
}

void MainWindow::showLayout(Layout layout)
{
    if (!isVisible()) {
        m_first = layout; // the sizes of docks depend on that of the window
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

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !isActiveWindow())
        return;
    OpenStudy& study = m_bench.current(); // the user may come from getting what was missing
    if (const auto preview = study.preview(); preview && preview->error && preview->error->code == ErrorCode::DataSetNotInstalled)
        study.retryPreview();
}

void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    if (event->added() && event->child()->isWidgetType()) // the child is not fully constructed yet
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
        if (panel->findChild<QWidget*>(QStringLiteral("editor-") + key))
            return revealPanel(panel->id());
    }
}

/// Shows a panel of the layout Set up.
void MainWindow::revealPanel(const QString& id)
{
    if (const QDockWidget* dock = m_docks->dock(id); dock && !dock->isVisible())
        showLayout(Layout::SetUp);
    m_docks->reveal(id);
}

void MainWindow::revealTrial(qint64 trial)
{
    m_bench.current().selection().setCurrent(trial);
    for (const char* id : {"trial-list", "trials", "inspector"})
        if (const QDockWidget* dock = m_docks->dock(QString::fromLatin1(id)); dock && dock->isVisible())
            return;
    showLayout(Layout::Watch);
}

void MainWindow::showComparison(const std::filesystem::path& study)
{
    if (openDocument(m_bench, study))
        m_begun->show(Layout::Compare);
}

namespace {

/// The files that a drag holds, as far as they are on this machine.
std::vector<std::filesystem::path> draggedFiles(const QMimeData& dragged)
{
    std::vector<std::filesystem::path> files;
    for (const QUrl& url : dragged.urls())
        if (url.isLocalFile())
            files.emplace_back(url.toLocalFile().toStdString());
    return files;
}

} // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFiles(*event->mimeData()).empty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const std::filesystem::path& file : draggedFiles(*event->mimeData()))
        m_files->openFile(file);
    event->acceptProposedAction();
}

void MainWindow::measureCost()
{
    showLayout(Layout::SetUp);
    m_docks->reveal(QStringLiteral("cost"));
    if (const Panel* cost = m_docks->panel(QStringLiteral("cost")))
        if (auto* measure = cost->findChild<QAbstractButton*>(QStringLiteral("measure")))
            if (!measure->property("measuring").toBool()) // which would stop it
                measure->click();
}

} // namespace reweigh

// The menus and the tool bar of MainWindow.

namespace reweigh {
namespace {

QWidget* gap(double grids)
{
    auto* space = new QWidget;
    space->setFixedWidth(Theme::instance().grid(grids));
    return space;
}

} // namespace

void MainWindow::makeMenus()
{
    const auto menu = [this](const QString& name, const QString& title) {
        QMenu* made = menuBar()->addMenu(title);
        made->setObjectName(name);
        made->setToolTipsVisible(true);
        return made;
    };
    QMenu* file = menu(QStringLiteral("menu-file"), tr("&File"));
    file->addActions({m_files->newStudy(), m_files->open()});
    file->addMenu(m_files->recentMenu());
    auto* studies = new FileStudiesMenu(m_bench, file);
    connect(studies, &FileStudiesMenu::chosen, this, &MainWindow::showOpened);
    file->addMenu(studies);
    file->addAction(m_files->demo());
    file->addSeparator();
    file->addAction(m_files->saveConfig());
    file->addActions({m_exports->architectures(), m_exports->figures()});
    file->addActions({m_files->reportStudy(), m_files->reportPlan()});
    file->addSeparator();
    file->addAction(m_files->rename());
    file->addActions({m_files->closeStudy(), m_files->closePlan()});
    QAction* quit = makeAction(this, QStringLiteral("quit"), tr("Quit"), standardKeys(QKeySequence::Quit, "Ctrl+Q"));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    file->addAction(quit);

    QMenu* edit = menu(QStringLiteral("menu-edit"), tr("&Edit"));
    edit->addActions({m_edit->undo(), m_edit->redo()});
    edit->addSeparator();
    edit->addActions({m_edit->copyFingerprint(), m_edit->find()});
    edit->addSeparator();
    edit->addAction(m_edit->preferences());
    connect(m_edit->copyFingerprint(), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_status->fingerprint()); });

    QMenu* study = menu(QStringLiteral("menu-study"), tr("&Study"));
    study->addActions({m_run->run(), m_run->runNew(), m_run->pause(), m_run->stop(), m_run->stopAfterEpoch()});
    study->addSeparator();
    study->addActions({m_study->compare(), m_study->measureCost()});

    m_views->fill(*menu(QStringLiteral("menu-view"), tr("&View")));

    QMenu* help = menu(QStringLiteral("menu-help"), tr("&Help"));
    m_help->fill(*help);
    QAction* about = makeAction(this, QStringLiteral("about"), tr("About Reweigh"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] { showAbout(this); });
    help->addAction(about);
    menuBar()->setStyle(style()); // the menus themselves keep the application's style
}

void MainWindow::makeToolBar()
{
    const Theme& theme = Theme::instance();
    QToolBar* bar = addToolBar(tr("Run and layouts"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setStyle(style());
    bar->toggleViewAction()->setVisible(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->layout()->setSpacing(theme.grid());
    bar->layout()->setContentsMargins(theme.grid(0.5), theme.grid(0.5), theme.grid(), theme.grid(0.5));
    bar->addWidget(new ToolPill(m_run->run()));
    bar->addWidget(new ToolPill(m_run->pause()));
    auto* stop = new ToolPill(m_run->stop());
    stop->setPopupMode(QToolButton::MenuButtonPopup);
    stop->setMenu(m_run->stopMenu());
    bar->addWidget(stop);
    bar->addWidget(gap(3));
    for (QAction* choice : m_views->choices())
        bar->addWidget(new ToolPill(choice));
    auto* stretch = new QWidget;
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(stretch);
    auto* tabs = new StudyTabs(m_bench);
    connect(tabs, &StudyTabs::closeWanted, m_files, &FileActions::close);
    connect(tabs, &StudyTabs::renameWanted, m_files, &FileActions::askName);
    QAction* tabsAction = bar->addWidget(tabs); // a tool bar's widgets are shown and hidden by their actions
    const auto follow = [this, tabsAction] { tabsAction->setVisible(m_bench.studies().size() > 1); };
    connect(&m_bench, &Workbench::studiesChanged, tabs, follow);
    follow();

    addToolBarBreak();
    m_banner = new ResumeBanner(m_bench, this);
    m_banner->setStyle(style());
    addToolBar(m_banner);
    m_banner->follow();
    m_torch = new LibTorchBar(m_bench, this);
    m_notice = new NoticeBar(this);
    for (QToolBar* below : {static_cast<QToolBar*>(m_torch), static_cast<QToolBar*>(m_notice)}) {
        below->setStyle(style());
        addToolBarBreak();
        addToolBar(below);
    }
    m_torch->follow();
    m_notice->follow();
    m_ended = new EndNotice(
        m_bench, *m_layouts, *m_notice, *m_study->compare(), [this](Layout layout) { showLayout(layout); }, this);
}

} // namespace reweigh
