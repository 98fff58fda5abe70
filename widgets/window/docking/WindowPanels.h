// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

namespace reweigh {

/// Every panel of the window, in the order the View menu lists them.
std::vector<Panel*> makeWindowPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
