// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace reweigh {

/// Version, licence, and that nothing is sent anywhere.
void showAbout(QWidget* parent);

} // namespace reweigh
