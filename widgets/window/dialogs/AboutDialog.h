// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace reweigh {

/// Shows the program's version and licence, and that it sends no data anywhere.
void showAbout(QWidget* parent);

} // namespace reweigh
