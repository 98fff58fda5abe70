// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace reweigh {

class DockSet;

/// The layouts of the window.
enum class Layout { SetUp, Watch, Search, Compare, Plan };
inline constexpr std::array allLayouts = {Layout::SetUp, Layout::Watch, Layout::Search, Layout::Compare, Layout::Plan};

/// "setup", "watch", "search", "compare", "plan": the name in settings, file names and --layout.
QString layoutName(Layout layout);
/// The layout of a name; none if the name is unknown.
std::optional<Layout> layoutFromName(const QString& name);
/// The translated name on screen: "Set up", ...
QString layoutTitle(Layout layout);

/// A part of the window: either docks as tabs (the first in front), or several parts beside or below each other.
struct LayoutNode {
    int share = 1; ///< share of the extent of the containing part, relative to its neighbours' shares
    QStringList docks;
    Qt::Orientation split = Qt::Horizontal;
    std::vector<LayoutNode> parts;
};

/// The original arrangement of the docks in a layout.
const LayoutNode& layoutPlan(Layout layout);

} // namespace reweigh
