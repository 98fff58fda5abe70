// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

#include <array>

namespace reweigh {

/// Dashes of the pens, and how they look in a line of text. Each can be told from the others in grey.
struct SeriesDash {
    QList<qreal> lengths; ///< of dashes and gaps, in widths of the pen
    QString mark;
};

inline const std::array<SeriesDash, 8>& seriesDashes()
{
    static const std::array<SeriesDash, 8> dashes = {{{{4, 2}, QStringLiteral("╌")},
                                                      {{1, 1.5}, QStringLiteral("┈")},
                                                      {{5, 2, 1, 2}, QStringLiteral("╌·")},
                                                      {{9, 2.5}, QStringLiteral("─╴")},
                                                      {{5, 2, 1, 2, 1, 2}, QStringLiteral("╌··")},
                                                      {{2.5, 1.25}, QStringLiteral("┄")},
                                                      {{9, 2, 2.5, 2}, QStringLiteral("─·")},
                                                      {{1, 4}, QStringLiteral("··")}}};
    return dashes;
}

/// The pen of the thing at index `place` (0 or more) among several that one plot compares: trials, or variants in the order of the
/// study, which have the same pen in all plots. Place 0 is the one in view, or the one that the others are compared with. Pens differ
/// by dashes as well as by colour: the first 9 can be told apart without colour; after 41 they repeat.
inline QPen seriesPen(int place)
{
    const Theme& theme = Theme::instance();
    if (place == 0)
        return Plot::thick(theme.colour(Role::Selection));
    constexpr std::array roles = {Role::Test, Role::Validation, Role::Meta, Role::Wrong, Role::Train};
    const auto index = std::size_t(place - 1);
    QPen pen = Plot::thick(theme.colour(roles[index % roles.size()])); // 5 and 8 have no common factor, so 40 pens differ
    pen.setDashPattern(seriesDashes()[index % seriesDashes().size()].lengths);
    return pen;
}

/// How a pen of seriesPen() looks in a line of text: its dashes.
inline QString seriesMark(const QPen& pen)
{
    for (const SeriesDash& dash : seriesDashes())
        if (dash.lengths == pen.dashPattern())
            return dash.mark;
    return QStringLiteral("━");
}

} // namespace reweigh
