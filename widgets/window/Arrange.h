// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/DockSet.h"
#include "widgets/window/LayoutPlan.h"

namespace reweigh {

/// Lays the docks out as `plan` says, in proportion to the window. Docks it does not name are hidden, and stand behind each
/// other at the bottom when they are called. Docks it names that are not there are left out.
void arrange(QMainWindow& window, const DockSet& docks, const LayoutNode& plan);

} // namespace reweigh
