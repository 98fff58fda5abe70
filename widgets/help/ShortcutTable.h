// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace reweigh {

/// The keys of all actions in `window` as a table in HTML, a row for each action that has keys: made from the actions themselves, so
/// that it cannot say anything else than they do. The actions of a menu stand together under its title; those of no menu come last.
QString shortcutTable(const QWidget& window);

} // namespace reweigh
