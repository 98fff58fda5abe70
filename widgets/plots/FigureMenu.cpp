// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/FigureMenu.h"

#include "widgets/panel/ValueSource.h"
#include "widgets/panel/ZoomGestures.h"
#include "widgets/plots/EnlargedPanel.h"
#include "widgets/plots/FigureExport.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>

#include <algorithm>

namespace reweigh {

FigureMenu::FigureMenu(Panel& panel, Workbench& bench)
    : QObject(&panel)
    , m_panel(panel)
    , m_bench(bench)
{
    QMenu& menu = panel.menu();
    if (!menu.isEmpty())
        menu.addSeparator();
    const auto entry = [&](const QString& name, const QString& text) {
        QAction* action = menu.addAction(text);
        action->setObjectName(name);
        return action;
    };
    m_enlarge = entry(QStringLiteral("enlarge"), tr("Enlarge to the whole window"));
    m_picture = entry(QStringLiteral("copyPicture"), tr("Copy the picture"));
    m_data = entry(QStringLiteral("copyData"), tr("Copy the data"));
    connect(m_enlarge, &QAction::triggered, &panel, [&panel] { EnlargedPanel::toggle(panel); });
    connect(m_picture, &QAction::triggered, &panel,
            [&panel, &bench] { QGuiApplication::clipboard()->setImage(figureImage(panel, bench.current())); });
    connect(m_data, &QAction::triggered, &panel, [&panel] {
        const FigureTable table = panel.table();
        auto* data = new QMimeData; // the clipboard owns it
        data->setText(QString::fromUtf8(table.toTabbed()));
        data->setData(QStringLiteral("text/csv"), table.toCsv());
        QGuiApplication::clipboard()->setMimeData(data);
    });
    connect(&menu, &QMenu::aboutToShow, this, &FigureMenu::follow);
    connect(&panel, &Panel::turned, this, [&panel] { // another study has other axes
        for (ZoomGestures* zoom : panel.findChildren<ZoomGestures*>())
            zoom->release();
    });
    panel.installEventFilter(this);
}

void FigureMenu::follow()
{
    m_picture->setEnabled(m_panel.hasContent() && !m_panel.isPale());
    m_data->setEnabled(!m_panel.table().rows.empty());
    const bool large = EnlargedPanel::shows(m_panel);
    m_enlarge->setText(large ? tr("Back to the window (Esc)") : tr("Enlarge to the whole window"));
    m_enlarge->setEnabled(large || (m_panel.parentWidget() && m_panel.parentWidget()->layout()));
}

QString FigureMenu::valueAt(Panel& panel, const QPoint& place)
{
    for (QWidget* at = panel.childAt(place); at && at != &panel; at = at->parentWidget())
        if (const auto* source = dynamic_cast<const ValueSource*>(at))
            return source->saysAt(QPointF(at->mapFrom(&panel, place)));
    return {};
}

void FigureMenu::popUp(const QPoint& place, const QPoint& global)
{
    follow();
    auto* popup = new QMenu(&m_panel);
    popup->setObjectName(QStringLiteral("figureMenu"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    const QString value = valueAt(m_panel, place);
    QAction* copy = popup->addAction(tr("Copy the value"));
    copy->setObjectName(QStringLiteral("copyValue"));
    copy->setEnabled(!value.isEmpty());
    connect(copy, &QAction::triggered, this, [value] { QGuiApplication::clipboard()->setText(value); });
    const auto zooms = m_panel.findChildren<ZoomGestures*>();
    if (!zooms.isEmpty()) {
        QAction* whole = popup->addAction(tr("Show the whole plot"));
        whole->setObjectName(QStringLiteral("showWhole"));
        whole->setEnabled(std::ranges::any_of(zooms, &ZoomGestures::moved));
        connect(whole, &QAction::triggered, this, [zooms] {
            for (ZoomGestures* zoom : zooms)
                zoom->reset();
        });
    }
    popup->addSeparator();
    popup->addActions(m_panel.menu().actions());
    popup->popup(global);
}

bool FigureMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ContextMenu) {
        const auto* wanted = static_cast<QContextMenuEvent*>(event);
        popUp(wanted->pos(), wanted->globalPos());
        event->accept();
        return true;
    }
    if (event->type() == QEvent::MouseButtonDblClick) {
        const auto* click = static_cast<QMouseEvent*>(event);
        const QWidget* title = m_panel.findChild<QWidget*>(QStringLiteral("panelTitle"));
        if (click->button() == Qt::LeftButton && title && click->position().y() <= title->geometry().bottom() + 1) {
            EnlargedPanel::toggle(m_panel);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reweigh
