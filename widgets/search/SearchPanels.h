// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <vector>

namespace reweigh {

/// Makes the panels about all trials of a study: landscape, history, importance, density, slice, parallel, rank, intermediate, timeline.
/// Owned by `parent`.
std::vector<Panel*> makeSearchPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
