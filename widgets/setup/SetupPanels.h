// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <vector>

namespace reweigh {

/// Makes the panels of the Set up layout, in their order on screen: recipe, classes, matrix, samples, model, training,
/// search-options, cost, verify (widgets/labels). Owned by `parent`.
std::vector<Panel*> makeSetupPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
