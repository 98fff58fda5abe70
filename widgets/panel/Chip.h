// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace reweigh {

/// The font of a chip's text.
QFont chipFont();
/// Draws a chip: a tinted, rounded label with a word in the colour of `role`, elided where it is too long; with a dashed outline if
/// `provisional`.
void paintChip(QPainter& painter, const QRectF& chip, Role role, const QString& word, bool provisional = false);

} // namespace reweigh
