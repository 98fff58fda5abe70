// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/DockSet.h"

#include "widgets/theme/Theme.h"
#include "widgets/window/DockStrip.h"

#include <QGuiApplication>
#include <QVBoxLayout>

namespace reweigh {
namespace {

QDockWidget::DockWidgetFeatures features()
{
    QDockWidget::DockWidgetFeatures features = QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable;
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    // A floating dock cannot be docked again on Wayland before 6.5.
    if (QGuiApplication::platformName().startsWith(QLatin1String("wayland")))
        return features;
#endif
    return features | QDockWidget::DockWidgetFloatable;
}

/// Beside the panel, what its strip is above it: half the distance to the next.
QWidget* withGap(Panel* panel)
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    const int gap = Theme::instance().grid(0.5);
    layout->setContentsMargins(gap, 0, gap, 0);
    layout->addWidget(panel);
    return box;
}

} // namespace

DockSet::DockSet(QMainWindow& window, std::vector<Panel*> panels)
    : m_panels(std::move(panels))
{
    for (Panel* panel : m_panels) {
        auto* dock = new QDockWidget(panel->title(), &window);
        dock->setObjectName(QStringLiteral("dock-") + panel->id());
        dock->setAccessibleName(panel->title());
        dock->setFeatures(features());
        dock->setTitleBarWidget(new DockStrip(*dock));
        dock->setWidget(withGap(panel));
        QObject::connect(panel, &Panel::titleChanged, dock, [dock, panel] {
            dock->setWindowTitle(panel->title());
            dock->setAccessibleName(panel->title());
        });
        m_docks[panel->id()] = dock;
    }
}

Panel* DockSet::panel(const QString& id) const
{
    const auto found = std::find_if(m_panels.begin(), m_panels.end(), [&](const Panel* panel) { return panel->id() == id; });
    return found == m_panels.end() ? nullptr : *found;
}

std::vector<QDockWidget*> DockSet::docks() const
{
    std::vector<QDockWidget*> docks;
    for (const Panel* panel : m_panels)
        docks.push_back(m_docks[panel->id()]);
    return docks;
}

void DockSet::reveal(const QString& id) const
{
    if (QDockWidget* dock = m_docks.value(id)) {
        dock->show();
        dock->raise();
    }
}

} // namespace reweigh
