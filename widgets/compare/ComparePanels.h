// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace reweigh {

class Panel;
class Workbench;

/// Makes the panels of the Compare layout: variants, verdicts, variant-curves, recall, where. Owned by `parent`.
std::vector<Panel*> makeComparePanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
