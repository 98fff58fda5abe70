// SPDX-License-Identifier: GPL-3.0-or-later
// The menus and the tool bar of MainWindow: what stands where.
#include "widgets/theme/Theme.h"
#include "widgets/window/AboutDialog.h"
#include "widgets/window/Actions.h"
#include "widgets/window/EditActions.h"
#include "widgets/window/ExportActions.h"
#include "widgets/window/FileActions.h"
#include "widgets/window/LayoutActions.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/ResumeBanner.h"
#include "widgets/window/RunActions.h"
#include "widgets/window/StatusLine.h"
#include "widgets/window/StudyActions.h"
#include "widgets/window/StudyTabs.h"
#include "widgets/window/ToolPill.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLayout>
#include <QMenuBar>
#include <QToolBar>

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
    file->addAction(m_files->demo());
    file->addSeparator();
    file->addAction(m_files->saveConfig());
    file->addActions({m_exports->architectures(), m_exports->figures()});
    file->addSeparator();
    file->addAction(m_files->closeStudy());
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
    connect(m_edit->copyFingerprint(), &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_status->fingerprint()); });

    QMenu* study = menu(QStringLiteral("menu-study"), tr("&Study"));
    study->addActions({m_run->run(), m_run->pause(), m_run->stop(), m_run->stopAfterEpoch()});
    study->addSeparator();
    study->addActions({m_study->compare(), m_study->measureCost()});

    m_views->fill(*menu(QStringLiteral("menu-view"), tr("&View")));

    QMenu* help = menu(QStringLiteral("menu-help"), tr("&Help"));
    QAction* about = makeAction(this, QStringLiteral("about"), tr("About Reweigh"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] { showAbout(this); });
    help->addAction(about);
    menuBar()->setStyle(style()); // children keep the application's
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
    QAction* tabsAction = bar->addWidget(tabs); // a tool bar shows and hides its widgets by their actions
    const auto follow = [this, tabsAction] { tabsAction->setVisible(m_bench.studies().size() > 1); };
    connect(&m_bench, &Workbench::studiesChanged, tabs, follow);
    follow();

    addToolBarBreak();
    m_banner = new ResumeBanner(m_bench, this);
    m_banner->setStyle(style());
    addToolBar(m_banner);
    m_banner->follow();
}

} // namespace reweigh
