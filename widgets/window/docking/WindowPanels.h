// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

namespace reweigh {

/// Makes all panels of the window, in the order of the View menu. Owned by `parent`.
std::vector<Panel*> makeWindowPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
