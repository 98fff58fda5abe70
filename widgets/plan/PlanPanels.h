// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace reweigh {

class Panel;
class Workbench;

/// Makes the panels of the Plan layout: plan-hypotheses, plan-cells, plan-map, plan-transfer. Owned by `parent`.
std::vector<Panel*> makePlanPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
