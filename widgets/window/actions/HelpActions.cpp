// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/HelpActions.h"

#include "widgets/help/HelpWindow.h"
#include "widgets/window/common/Actions.h"
#include "widgets/window/docking/LayoutKeeper.h"

#include <QApplication>
#include <QMenu>

#include <array>

namespace reweigh {
namespace {

/// What a step of the tour shows.
struct TourStop {
    Layout layout;
    const char* panel;
};

constexpr std::array<TourStop, HelpTour::steps> tourStops = {{{Layout::SetUp, "recipe"},
                                                              {Layout::Watch, "weight-curve"},
                                                              {Layout::Watch, "weight-distribution"},
                                                              {Layout::Search, "landscape"},
                                                              {Layout::Compare, "verdicts"}}};

} // namespace

HelpActions::HelpActions(QMainWindow& window, const DockSet& docks, LayoutKeeper& layouts, QAction* demo)
    : QObject(&window)
    , m_window(window)
    , m_docks(docks)
    , m_layouts(layouts)
    , m_demo(demo)
    , m_help(makeAction(this, QStringLiteral("help"), tr("Help on this view"), standardKeys(QKeySequence::HelpContents, "F1")))
    , m_glossary(makeAction(this, QStringLiteral("glossary"), tr("Glossary"), {QKeySequence(Qt::CTRL | Qt::Key_F1)}))
    , m_shortcuts(makeAction(this, QStringLiteral("shortcuts"), tr("Keyboard shortcuts"), {QKeySequence(Qt::CTRL | Qt::Key_Slash)}))
    , m_tour(makeAction(this, QStringLiteral("tour"), tr("Tour in five steps")))
{
    m_help->setToolTip(tr("What the view with the keyboard focus shows"));
    m_tour->setToolTip(tr("Through the layouts with the study in view; can be left at any time"));
    connect(m_help, &QAction::triggered, this, &HelpActions::explainFocus);
    connect(m_glossary, &QAction::triggered, this, [this] { HelpWindow::of(m_window).openPage(QStringLiteral("glossary")); });
    connect(m_shortcuts, &QAction::triggered, this, [this] { HelpWindow::of(m_window).openPage(QStringLiteral("shortcuts")); });
    connect(m_tour, &QAction::triggered, this, &HelpActions::beginTour);
}

void HelpActions::fill(QMenu& help)
{
    help.addActions({m_help, m_glossary, m_shortcuts, m_tour});
    help.addSeparator();
}

void HelpActions::explainFocus()
{
    for (const QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (const auto* panel = qobject_cast<const Panel*>(widget))
            return HelpWindow::of(m_window).openTopic(panel->id());
    HelpWindow::of(m_window).openPage(QStringLiteral("index"));
}

void HelpActions::beginTour()
{
    if (!m_running) {
        m_running = new HelpTour(m_window, m_demo);
        connect(m_running.data(), &HelpTour::stepShown, this, &HelpActions::showStep);
    }
    m_running->go(0);
}

void HelpActions::showStep(int step)
{
    const TourStop& stop = tourStops.at(std::size_t(step));
    if (m_layouts.current() != stop.layout)
        m_layouts.show(stop.layout);
    const QString id = QString::fromLatin1(stop.panel);
    m_docks.reveal(id);
    if (Panel* panel = m_docks.panel(id); panel && m_running)
        m_running->pointAt(*panel);
}

} // namespace reweigh
