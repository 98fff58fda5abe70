// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/docking/DockSet.h"

#include "widgets/theme/Theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyleOptionMenuItem>
#include <QVBoxLayout>

namespace reweigh {

DockStrip::DockStrip(QDockWidget& dock)
    : QWidget(&dock)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::SizeAllCursor);
    setToolTip(tr("Drag to move this view, double-click to let it float"));
}

QSize DockStrip::sizeHint() const
{
    const int height = Theme::instance().grid();
    return {height * 4, height};
}

void DockStrip::paintEvent(QPaintEvent*)
{
    if (!underMouse())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().tint(Role::Dim, 0.6));
    const double width = Theme::instance().grid(4), height = Theme::instance().grid(0.5);
    painter.drawRoundedRect(QRectF(rect().center().x() - width / 2, (this->height() - height) / 2, width, height), height / 2, height / 2);
}

DockStyle::DockStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

int DockStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    return metric == PM_DockWidgetSeparatorExtent ? Theme::instance().grid(0.5) : QProxyStyle::pixelMetric(metric, option, widget);
}

void DockStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = Theme::instance();
    if (element == CE_ToolBar || element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, theme.colour(Role::Window));
    } else if (element == CE_MenuBarItem) {
        const bool chosen = option->state & State_Selected;
        painter->fillRect(option->rect, chosen ? theme.tint(Role::Selection, theme.dark() ? 0.28 : 0.16) : theme.colour(Role::Window));
        const int mnemonics = styleHint(SH_UnderlineShortcut, option, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
        drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonics, option->palette,
                     option->state & State_Enabled, static_cast<const QStyleOptionMenuItem*>(option)->text, QPalette::WindowText);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void DockStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element != PE_IndicatorDockWidgetResizeHandle)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

namespace {

QDockWidget::DockWidgetFeatures features()
{
    QDockWidget::DockWidgetFeatures features = QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable;
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    // On Wayland, Qt before 6.5 cannot dock a floating dock again.
    if (QGuiApplication::platformName().startsWith(QLatin1String("wayland")))
        return features;
#endif
    return features | QDockWidget::DockWidgetFloatable;
}

/// Margins around the panel of half the distance to the next dock; the strip serves as the margin above.
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
