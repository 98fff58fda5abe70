// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <vector>

namespace reweigh {

/// The panels of this room: trial-list, trials, inspector.
std::vector<Panel*> makeTrialsPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
