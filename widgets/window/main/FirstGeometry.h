// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

namespace reweigh {

/// Where a window stands that is shown for the first time: in the middle of `available`, the part of the screen that panels leave free,
/// with room for its title bar and frame. 1600 x 1000 where that fits; on a larger screen seven tenths of it, so that its pages are not lost
/// there; on a smaller one all of it. Sizes in points.
QRect firstGeometry(const QRect& available);

/// The `wanted` geometry of an earlier time where it can be reached on today's screens: the middle of its title bar is on one, and it is no
/// larger than that. Else the nearest that is, or firstGeometry() on the first screen if it lies on none. `available`: of each
/// screen, not empty.
QRect reachableGeometry(const QRect& wanted, const QList<QRect>& available);

} // namespace reweigh
