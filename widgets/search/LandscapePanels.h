// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <vector>

namespace reweigh {

/// The views over a study's trials: landscape, history, importance, density, slice, parallel.
std::vector<Panel*> makeLandscapePanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
