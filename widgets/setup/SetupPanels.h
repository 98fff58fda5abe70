// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <vector>

namespace reweigh {

/// The panels of the Set up layout, in the order of the eye: recipe, classes, matrix, samples, model, training,
/// search-options, cost. Owned by `parent`.
std::vector<Panel*> makeSetupPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
