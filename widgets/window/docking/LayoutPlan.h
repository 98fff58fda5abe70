// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace reweigh {

class DockSet;

/// The four questions a window answers.
enum class Layout { SetUp, Watch, Search, Compare };
inline constexpr std::array allLayouts = {Layout::SetUp, Layout::Watch, Layout::Search, Layout::Compare};

/// "setup", "watch", "search", "compare": in settings, file names and --layout.
QString layoutName(Layout layout);
std::optional<Layout> layoutFromName(const QString& name);
/// "Set up", ...: on screen.
QString layoutTitle(Layout layout);

/// A part of the window: docks behind each other (the first in front), or parts beside or below each other.
struct LayoutNode {
    int share = 1; ///< of the extent of the part it lies in, against its neighbours'
    QStringList docks;
    Qt::Orientation split = Qt::Horizontal;
    std::vector<LayoutNode> parts;
};

const LayoutNode& layoutPlan(Layout layout);

} // namespace reweigh
