// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/ZoomGestures.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reweigh {
namespace {

constexpr double keyShare = 0.1; ///< of the visible range, by which an arrow key pans

} // namespace

ZoomGestures::ZoomGestures(QWidget& view)
    : QObject(&view)
    , m_view(view)
    , m_back(new QToolButton(&view))
{
    m_back->setObjectName(QStringLiteral("plotReset"));
    m_back->setText(QStringLiteral("⟲"));
    m_back->setAccessibleName(tr("Show the whole plot"));
    m_back->setToolTip(tr("Show the whole plot (double click, or Home)"));
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::NoFocus);
    m_back->setCursor(Qt::ArrowCursor);
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &ZoomGestures::reset);
    view.installEventFilter(this);
}

void ZoomGestures::takeKeysOf(QWidget& holder)
{
    holder.installEventFilter(this);
}

QPoint ZoomGestures::corner(QSize button) const
{
    return {m_view.width() - button.width(), 0};
}

void ZoomGestures::stop()
{
    m_drag = Drag::None;
    if (m_rectangle)
        m_rectangle->hide();
}

void ZoomGestures::tell()
{
    if (std::exchange(m_told, moved()) == moved())
        return;
    if (m_back) {
        m_back->setVisible(moved());
        m_back->adjustSize();
        m_back->move(corner(m_back->size()));
        m_back->raise();
    }
    Q_EMIT movedChanged(moved());
}

bool ZoomGestures::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_back) // the view is being destroyed
        return false;
    if (watched != &m_view)
        return event->type() == QEvent::KeyPress && key(*static_cast<QKeyEvent*>(event));
    switch (event->type()) {
    case QEvent::Wheel: {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->angleDelta().y() == 0 || !reaches(wheel->position()))
            break;
        zoom(wheel->position(), std::pow(wheelFactor, wheel->angleDelta().y() / 120.0));
        event->accept();
        return true;
    }
    case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove: return drag(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease: return drop(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick: {
        const auto* click = static_cast<QMouseEvent*>(event);
        m_drag = Drag::None;
        m_dragged = false;
        if (!moved() || click->button() != Qt::LeftButton || keeps(click->position()))
            break;
        reset();
        return true;
    }
    case QEvent::KeyPress: return key(*static_cast<QKeyEvent*>(event));
    case QEvent::Resize: m_back->move(corner(m_back->size())); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

bool ZoomGestures::press(const QMouseEvent& event)
{
    m_drag = Drag::None;
    m_dragged = false;
    if (event.button() != Qt::LeftButton || !reaches(event.position()))
        return false;
    const bool rectangle = event.modifiers() & Qt::ShiftModifier;
    if (!rectangle && keeps(event.position()))
        return false;
    m_from = event.position().toPoint();
    m_area = begin(event.position());
    if (!m_area.isEmpty())
        m_drag = rectangle ? Drag::Rectangle : Drag::Pressed;
    return m_drag == Drag::Rectangle; // a click that only picks what is under it goes on to the view
}

bool ZoomGestures::drag(const QMouseEvent& event)
{
    if (m_drag == Drag::None || !(event.buttons() & Qt::LeftButton))
        return false;
    const QPoint way = event.position().toPoint() - m_from;
    if (m_drag == Drag::Rectangle) {
        if (!m_rectangle)
            m_rectangle = new QRubberBand(QRubberBand::Rectangle, &m_view);
        m_rectangle->setGeometry(QRect(m_from, event.position().toPoint()).normalized().intersected(m_area));
        m_rectangle->show();
        return true;
    }
    if (m_drag == Drag::Pressed && way.manhattanLength() < QApplication::startDragDistance())
        return false;
    m_drag = Drag::Pan;
    m_dragged = true;
    moveBy({double(way.x()) / std::max(1, m_area.width()), double(way.y()) / std::max(1, m_area.height())});
    return true;
}

bool ZoomGestures::drop(const QMouseEvent& event)
{
    const Drag done = std::exchange(m_drag, Drag::None);
    if (m_rectangle)
        m_rectangle->hide();
    if (done != Drag::Rectangle)
        return false; // the view has seen the press, and sees the release
    const QRect chosen = QRect(m_from, event.position().toPoint()).normalized();
    if (chosen.width() >= QApplication::startDragDistance() || chosen.height() >= QApplication::startDragDistance())
        choose(chosen);
    return true;
}

bool ZoomGestures::key(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(middle(), wheelFactor); return true;
    case Qt::Key_Minus: zoom(middle(), 1.0 / wheelFactor); return true;
    case Qt::Key_Home: reset(); return true;
    default: break;
    }
    const bool mayPan = event.modifiers() & Qt::ShiftModifier;
    const int across = event.key() == Qt::Key_Left ? 1 : event.key() == Qt::Key_Right ? -1 : 0;
    const int along = event.key() == Qt::Key_Up ? 1 : event.key() == Qt::Key_Down ? -1 : 0;
    if (!mayPan || !((across && keyPans() & Qt::Horizontal) || (along && keyPans() & Qt::Vertical)))
        return false;
    if (!begin(middle()).isEmpty())
        moveBy({keyShare * across, keyShare * along});
    return true;
}

} // namespace reweigh
