// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace reweigh {

class Panel;
class Workbench;

/// What the weights do, and whether they help: weight-curve, accuracy, weight distribution, label-errors.
std::vector<Panel*> makeWatchPanels(Workbench& bench, QWidget* parent);

} // namespace reweigh
