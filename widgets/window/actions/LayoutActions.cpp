// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/LayoutActions.h"

#include "widgets/window/common/Actions.h"

#include <QActionGroup>
#include <QMenu>

namespace reweigh {

LayoutActions::LayoutActions(QMainWindow& window, const DockSet& docks, LayoutKeeper& keeper)
    : QObject(&window)
    , m_window(window)
    , m_docks(docks)
    , m_keeper(keeper)
    , m_reset(makeAction(this, QStringLiteral("reset-layout"), tr("Reset layout"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_0)}))
    , m_fullScreen(makeAction(this, QStringLiteral("full-screen"), tr("Full screen"), standardKeys(QKeySequence::FullScreen, "F11")))
{
    auto* group = new QActionGroup(this);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional); // no layout is chosen while the start page is shown
    for (std::size_t i = 0; i < allLayouts.size(); ++i) {
        const Layout layout = allLayouts[i];
        m_choices[i] = makeAction(this, QStringLiteral("layout-") + layoutName(layout), layoutTitle(layout),
                                  {QKeySequence(Qt::CTRL | (Qt::Key_1 + int(i)))});
        m_choices[i]->setCheckable(true);
        group->addAction(m_choices[i]);
        connect(m_choices[i], &QAction::triggered, this, [this, layout, action = m_choices[i]] {
            m_keeper.show(layout);
            action->setChecked(true); // pressing it again keeps the layout
        });
        const auto icon = [action = m_choices[i], layout] {
            action->setIcon(themedIcon(layoutName(layout), action->isChecked() ? Role::Selection : Role::Dim));
        };
        icon();
        connect(m_choices[i], &QAction::toggled, this, icon);
        connect(&Theme::instance(), &Theme::changed, this, icon);
    }
    m_fullScreen->setCheckable(true);
    connect(m_reset, &QAction::triggered, &keeper, &LayoutKeeper::reset);
    connect(m_fullScreen, &QAction::triggered, this,
            [this](bool on) { m_window.setWindowState(m_window.windowState().setFlag(Qt::WindowFullScreen, on)); });
    const auto follow = [this] {
        for (std::size_t i = 0; i < allLayouts.size(); ++i)
            m_choices[i]->setChecked(m_keeper.current() == allLayouts[i]);
        m_reset->setEnabled(m_keeper.current().has_value());
    };
    connect(&keeper, &LayoutKeeper::changed, this, follow);
    follow();
}

void LayoutActions::fill(QMenu& view)
{
    for (QAction* choice : m_choices)
        view.addAction(choice);
    view.addAction(m_reset);
    view.addSeparator();
    QMenu* docks = view.addMenu(tr("Views"));
    docks->setObjectName(QStringLiteral("menu-docks"));
    for (QDockWidget* dock : m_docks.docks()) {
        QAction* toggle = dock->toggleViewAction();
        toggle->setObjectName(QStringLiteral("view-") + dock->objectName());
        docks->addAction(toggle);
    }
    view.addSeparator();
    view.addAction(m_fullScreen);
}

} // namespace reweigh
