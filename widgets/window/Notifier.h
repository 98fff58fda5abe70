// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reweigh {

/// A notification of the desktop's own (org.freedesktop.Notifications). Where there is no session bus, or nobody listens,
/// nothing happens.
void notifyDesktop(const QString& title, const QString& text);

} // namespace reweigh
