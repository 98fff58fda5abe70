// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <QIcon>

class QAction;

namespace reweigh {

/// A drawing of resources/icons in a role's colour, sharp at every size and scale.
QIcon themedIcon(const QString& name, Role role = Role::Text);

/// Gives `action` the icon now and whenever the theme changes.
void bindIcon(QAction& action, const QString& name, Role role = Role::Text);

} // namespace reweigh
