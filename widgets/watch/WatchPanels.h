// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace reweigh {

class Panel;
class Workbench;

/// Makes the panels of the Watch layout, which show what the sample weights do and whether they help: weight-curve, accuracy,
/// noise-auroc, mechanism, weight-distribution, label-errors. Owned by `parent`.
std::vector<Panel*> makeWatchPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
