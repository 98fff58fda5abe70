// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/EnlargedPanel.h"

#include "widgets/panel/Panel.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace reweigh {
namespace {

/// The main window, also for a panel in a floating dock.
QWidget* mainWindowOf(const QWidget& widget)
{
    QWidget* window = widget.window();
    while (window->parentWidget())
        window = window->parentWidget()->window();
    return window;
}

} // namespace

bool EnlargedPanel::shows(const Panel& panel)
{
    return qobject_cast<const EnlargedPanel*>(panel.parentWidget());
}

void EnlargedPanel::toggle(Panel& panel)
{
    if (auto* shown = qobject_cast<EnlargedPanel*>(panel.parentWidget())) {
        shown->giveBack();
        return;
    }
    const QWidget* home = panel.parentWidget();
    if (!home || !home->layout() || home->layout()->indexOf(&panel) < 0)
        return;
    QWidget* window = mainWindowOf(panel);
    for (EnlargedPanel* other : window->findChildren<EnlargedPanel*>(QString(), Qt::FindDirectChildrenOnly))
        other->giveBack();
    new EnlargedPanel(*window, panel); // owned by the window; goes when it gives the panel back
}

EnlargedPanel::EnlargedPanel(QWidget& window, Panel& panel)
    : QWidget(&window)
    , m_panel(&panel)
    , m_home(panel.parentWidget())
    , m_place(new QWidget)
    , m_focus(QApplication::focusWidget())
{
    const Theme& theme = Theme::instance();
    setObjectName(QStringLiteral("enlarged"));
    m_place->setMinimumSize(panel.minimumSizeHint()); // so that the neighbours stay as they are
    m_place->setSizePolicy(panel.sizePolicy());
    delete m_home->layout()->replaceWidget(&panel, m_place);

    auto* back = new QToolButton(this);
    back->setObjectName(QStringLiteral("enlargedBack"));
    back->setText(tr("Back to the window (Esc)"));
    back->setAccessibleName(back->text());
    connect(back, &QToolButton::clicked, this, &EnlargedPanel::giveBack);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &EnlargedPanel::giveBack);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.grid(), theme.grid(0.5), theme.grid(), theme.grid());
    column->setSpacing(theme.grid(0.5));
    column->addWidget(back, 0, Qt::AlignRight);
    column->addWidget(&panel, 1);
    panel.show();

    window.installEventFilter(this);
    m_home->installEventFilter(this);
    setGeometry(window.rect());
    show();
    raise();
    if (m_focus && panel.isAncestorOf(m_focus))
        m_focus->setFocus();
    else
        back->setFocus();
}

void EnlargedPanel::giveBack()
{
    if (!m_panel || !m_home || !m_place || m_panel->parentWidget() != this)
        return deleteLater();
    QWidget* focus = QApplication::focusWidget();
    delete m_home->layout()->replaceWidget(m_place, m_panel);
    delete m_place;
    m_panel->show();
    if (focus && m_panel->isAncestorOf(focus))
        focus->setFocus();
    else if (m_focus)
        m_focus->setFocus();
    hide();
    deleteLater();
}

bool EnlargedPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_home && event->type() == QEvent::Hide && !event->spontaneous())
        giveBack(); // another layout, or the dock was closed
    else if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void EnlargedPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().colour(Role::Window));
}

} // namespace reweigh
