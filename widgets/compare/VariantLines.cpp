// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VariantLines.h"

#include "widgets/theme/Theme.h"

#include <array>

namespace reweigh {

QPen variantPen(int place)
{
    const Theme& theme = Theme::instance();
    if (place == 0) // what the others are held against
        return Plot::thick(theme.colour(Role::Selection));
    constexpr std::array roles = {Role::Test, Role::Train, Role::Validation};
    constexpr std::array dashes = {Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine, Qt::SolidLine};
    const auto index = std::size_t(place - 1);
    const QColor colour = theme.colour(roles[index % roles.size()]);
    const Qt::PenStyle dash = dashes[index % dashes.size()]; // 3 and 5 have no common factor: 15 pens before one comes again
    return dash == Qt::SolidLine ? Plot::thin(colour) : Plot::thick(colour, dash);
}

void showVariantLines(Plot& plot, LineNames& names, const std::vector<VariantLine>& lines, bool dots)
{
    plot.clearGraphs();
    std::vector<LineNames::Name> ends;
    for (const VariantLine& line : lines) {
        QCPGraph* graph = plot.addGraph();
        graph->setName(line.name);
        graph->setPen(variantPen(line.place));
        graph->setData(QVector<double>(line.x.begin(), line.x.end()), QVector<double>(line.y.begin(), line.y.end()), true);
        if (dots)
            graph->setScatterStyle({QCPScatterStyle::ssDisc, QPen(graph->pen().color()), QBrush(graph->pen().color()), 5.0});
        if (!line.y.empty())
            ends.push_back({line.shortName, graph->pen().color(), line.y.back()});
    }
    // The first one is what is looked at: above the others.
    if (plot.graphCount() > 0 && !lines.empty() && lines.front().place == 0)
        plot.graph(0)->setLayer(QStringLiteral("axes"));
    names.set(std::move(ends), Theme::instance().scopeFont());
}

} // namespace reweigh
