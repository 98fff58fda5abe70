// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

#include <array>

namespace reweigh {

/// The pen of the thing at index `place` (0 or more) among several that one plot compares: trials, or variants in the order of the
/// study, which have the same pen in all plots. Place 0 is the one in view, or the one that the others are compared with. Pens differ
/// by dashes as well as by colour; after 16 they repeat.
inline QPen seriesPen(int place)
{
    const Theme& theme = Theme::instance();
    if (place == 0)
        return Plot::thick(theme.colour(Role::Selection));
    constexpr std::array roles = {Role::Test, Role::Train, Role::Validation};
    constexpr std::array dashes = {Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine, Qt::SolidLine};
    const auto index = std::size_t(place - 1);
    const QColor colour = theme.colour(roles[index % roles.size()]);
    const Qt::PenStyle dash = dashes[index % dashes.size()]; // 3 and 5 have no common factor, so 15 pens differ
    return dash == Qt::SolidLine ? Plot::thin(colour) : Plot::thick(colour, dash);
}

/// How a pen of seriesPen() looks in a line of text: its dashes.
inline QString seriesMark(const QPen& pen)
{
    switch (pen.style()) {
    case Qt::DashLine: return QStringLiteral("╌");
    case Qt::DotLine: return QStringLiteral("┈");
    case Qt::DashDotLine: return QStringLiteral("╌·");
    case Qt::DashDotDotLine: return QStringLiteral("╌··");
    default: return pen.widthF() > 1.5 ? QStringLiteral("━") : QStringLiteral("─");
    }
}

} // namespace reweigh
