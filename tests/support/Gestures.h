// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWheelEvent>
#include <QtTest>

namespace reweigh::test {

/// Turns the wheel over a widget; 120 is a notch away from the user. Returns whether the widget took it: else a scroll area would get it.
inline bool wheelAt(QWidget& view, QPointF place, int angle = 120)
{
    QWheelEvent event(place, view.mapToGlobal(place), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    event.setAccepted(false);
    return QCoreApplication::sendEvent(&view, &event) && event.isAccepted();
}

/// Presses the left button, moves the pointer in two steps, and lets go.
inline void dragOver(QWidget& view, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&view, Qt::LeftButton, modifiers, from);
    for (const QPoint place : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&view, &move);
    }
    QTest::mouseRelease(&view, Qt::LeftButton, modifiers, to);
}

} // namespace reweigh::test
