// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/LayoutKeeper.h"

#include "widgets/window/Arrange.h"

#include <QSettings>

namespace reweigh {
namespace {

constexpr int stateVersion = 2; // another set of docks: another number

QString keyOf(Layout layout)
{
    return QStringLiteral("layouts/") + layoutName(layout);
}

} // namespace

LayoutKeeper::LayoutKeeper(QMainWindow& window, const DockSet& docks, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_docks(docks)
{
}

void LayoutKeeper::show(Layout layout)
{
    if (m_current == layout)
        return;
    save();
    m_current = layout;
    m_window.setUpdatesEnabled(false);
    if (!m_window.restoreState(QSettings().value(keyOf(layout)).toByteArray(), stateVersion))
        arrange(m_window, m_docks, layoutPlan(layout));
    m_window.setUpdatesEnabled(true);
    Q_EMIT changed();
}

void LayoutKeeper::clear()
{
    save();
    m_current.reset();
    for (QDockWidget* dock : m_docks.docks())
        dock->hide();
    Q_EMIT changed();
}

void LayoutKeeper::reset()
{
    if (!m_current)
        return;
    QSettings().remove(keyOf(*m_current));
    m_window.setUpdatesEnabled(false);
    arrange(m_window, m_docks, layoutPlan(*m_current));
    m_window.setUpdatesEnabled(true);
    Q_EMIT changed();
}

void LayoutKeeper::save() const
{
    if (m_current)
        QSettings().setValue(keyOf(*m_current), m_window.saveState(stateVersion));
}

} // namespace reweigh
