// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/FirstGeometry.h"

#include <QMargins>

#include <algorithm>

namespace reweigh {
namespace {

/// Title bar and border at their usual sizes: the real ones are known after the window is shown.
constexpr QMargins windowFrame(4, 36, 4, 6);

QRect within(const QRect& wanted, const QRect& room)
{
    QRect fitted(wanted.topLeft(), wanted.size().boundedTo(room.size()));
    fitted.moveLeft(std::clamp(fitted.left(), room.left(), room.right() + 1 - fitted.width()));
    fitted.moveTop(std::clamp(fitted.top(), room.top(), room.bottom() + 1 - fitted.height()));
    return fitted;
}

} // namespace

QRect firstGeometry(const QRect& available)
{
    const QRect room = available.marginsRemoved(windowFrame);
    const QSize wanted(std::max(1600, available.width() * 7 / 10), std::max(1000, available.height() * 7 / 10));
    QRect geometry(QPoint(), wanted.boundedTo(room.size()));
    geometry.moveCenter(room.center());
    return within(geometry, room);
}

QRect reachableGeometry(const QRect& wanted, const QList<QRect>& available)
{
    const QPoint title(wanted.center().x(), wanted.top());
    for (const QRect& screen : available)
        if (screen.contains(title))
            return within(wanted, screen.marginsRemoved(windowFrame));
    for (const QRect& screen : available)
        if (screen.intersects(wanted))
            return within(wanted, screen.marginsRemoved(windowFrame));
    return firstGeometry(available.front());
}

} // namespace reweigh
