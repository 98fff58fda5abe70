// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/docking/LayoutPlan.h"

#include <QCoreApplication>

namespace reweigh {
namespace {

LayoutNode docks(int share, const QStringList& ids)
{
    return {share, ids, Qt::Horizontal, {}};
}

LayoutNode beside(int share, std::vector<LayoutNode> parts)
{
    return {share, {}, Qt::Horizontal, std::move(parts)};
}

LayoutNode below(int share, std::vector<LayoutNode> parts)
{
    return {share, {}, Qt::Vertical, std::move(parts)};
}

} // namespace

QString layoutName(Layout layout)
{
    switch (layout) {
    case Layout::SetUp: return QStringLiteral("setup");
    case Layout::Watch: return QStringLiteral("watch");
    case Layout::Search: return QStringLiteral("search");
    case Layout::Compare: return QStringLiteral("compare");
    case Layout::Plan: return QStringLiteral("plan");
    }
    return {};
}

std::optional<Layout> layoutFromName(const QString& name)
{
    for (const Layout layout : allLayouts)
        if (layoutName(layout) == name)
            return layout;
    return std::nullopt;
}

QString layoutTitle(Layout layout)
{
    switch (layout) {
    case Layout::SetUp: return QCoreApplication::translate("Layout", "Set up");
    case Layout::Watch: return QCoreApplication::translate("Layout", "Watch");
    case Layout::Search: return QCoreApplication::translate("Layout", "Search");
    case Layout::Compare: return QCoreApplication::translate("Layout", "Compare");
    case Layout::Plan: return QCoreApplication::translate("Layout", "Plan");
    }
    return {};
}

const LayoutNode& layoutPlan(Layout layout)
{
    static const LayoutNode setUp =
        beside(1, {
                      docks(288, {"recipe"}),
                      below(718, {docks(365, {"classes"}), beside(383, {docks(355, {"matrix"}), docks(355, {"samples", "verify"})})}),
                      below(348, {docks(262, {"model"}), docks(230, {"search-options", "training"}), docks(248, {"cost"})}),
                  });
    static const LayoutNode watch =
        beside(1, {
                      docks(228, {"trial-list"}),
                      below(718, {docks(452, {"weight-curve"}), docks(297, {"accuracy", "noise-auroc", "mechanism", "log"})}),
                      below(407, {docks(330, {"weight-distribution"}), docks(417, {"label-errors"})}),
                  });
    static const LayoutNode search =
        below(1, {
                     beside(408, {docks(556, {"landscape"}),
                                  below(452, {docks(200, {"history", "intermediate", "timeline"}), docks(200, {"density"})}),
                                  below(345, {docks(200, {"importance"}), docks(200, {"slice", "rank"})})}),
                     beside(340, {docks(515, {"parallel"}), docks(501, {"trials"}), docks(345, {"inspector"})}),
                 });
    static const LayoutNode compare =
        below(1, {
                     beside(374, {docks(782, {"variants"}), docks(579, {"verdicts"})}),
                     beside(374, {docks(453, {"variant-curves"}), docks(452, {"recall"}), docks(450, {"where"})}),
                 });
    static const LayoutNode plan = below(1, {
                                                beside(374, {docks(782, {"plan-hypotheses"}), docks(579, {"plan-cells"})}),
                                                beside(374, {docks(782, {"plan-map"}), docks(579, {"plan-transfer"})}),
                                            });
    switch (layout) {
    case Layout::SetUp: return setUp;
    case Layout::Watch: return watch;
    case Layout::Search: return search;
    case Layout::Compare: return compare;
    case Layout::Plan: return plan;
    }
    return setUp;
}

} // namespace reweigh
