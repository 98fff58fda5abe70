// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTextBrowser;

namespace reweigh {

/// Gives pages in `browser` the theme's colours. Call it before the page is set, and again when the theme has changed.
void styleHelp(QTextBrowser& browser);

/// The height in pixels of what `browser` shows if it is laid out in `width` pixels.
int helpHeight(const QTextBrowser& browser, int width);

} // namespace reweigh
