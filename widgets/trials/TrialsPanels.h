// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <vector>

namespace reweigh {

/// Makes the panels about single trials: trial-list, trials, inspector. Owned by `parent`.
std::vector<Panel*> makeTrialsPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
