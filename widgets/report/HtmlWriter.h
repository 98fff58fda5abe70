// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/Report.h"

#include <QByteArray>

namespace reweigh {

/// The report as one HTML page, well-formed as XML: styles and figures (SVG) are within it, and it refers to nothing outside. The same
/// report gives the same bytes. Needs a QGuiApplication, for the fonts of the figures.
QByteArray htmlOf(const Report& report);

/// A figure as SVG, an element without an XML declaration, in its own size on paper.
QByteArray svgOf(const ReportFigure& figure);

} // namespace reweigh
