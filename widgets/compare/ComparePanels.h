// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace reweigh {

class Panel;
class Workbench;

/// The panels of the layout "Compare": variants, verdicts, variant-curves, recall, where.
std::vector<Panel*> makeComparePanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
