// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/ArmLines.h"

#include "widgets/compare/CompareText.h"

namespace reweigh {

QPen armPen(ArmKind kind)
{
    const Theme& theme = Theme::instance();
    switch (kind) {
    case ArmKind::Searched: return Plot::thick(theme.colour(Role::Selection));
    case ArmKind::Largest: return Plot::thick(theme.colour(Role::Test), Qt::DashLine);
    case ArmKind::FixedSearched: return Plot::thick(theme.colour(Role::Test), Qt::DashDotLine);
    case ArmKind::Fixed: return Plot::thick(theme.colour(Role::Train), Qt::DotLine);
    case ArmKind::CrossEntropy: return Plot::thin(theme.colour(Role::Train));
    }
    return {};
}

void showArmLines(Plot& plot, LineNames& names, const std::vector<ArmLine>& lines, bool dots)
{
    plot.clearGraphs();
    std::vector<LineNames::Name> ends;
    for (const ArmLine& line : lines) {
        QCPGraph* graph = plot.addGraph();
        graph->setName(armLabel(line.kind));
        graph->setPen(armPen(line.kind));
        graph->setData(QVector<double>(line.x.begin(), line.x.end()), QVector<double>(line.y.begin(), line.y.end()), true);
        if (dots)
            graph->setScatterStyle({QCPScatterStyle::ssDisc, QPen(graph->pen().color()), QBrush(graph->pen().color()), 5.0});
        if (!line.y.empty())
            ends.push_back({armShortLabel(line.kind), graph->pen().color(), line.y.back()});
    }
    // The searched one is what is looked at: above the others.
    if (plot.graphCount() > 0 && !lines.empty() && lines.front().kind == ArmKind::Searched)
        plot.graph(0)->setLayer(QStringLiteral("axes"));
    names.set(std::move(ends), Theme::instance().scopeFont());
}

} // namespace reweigh
