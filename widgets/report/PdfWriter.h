// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/Report.h"

#include <QByteArray>

namespace reweigh {

/// The report as PDF: A4 pages with numbers, type of 8 points and more, figures as lines, shapes and text, headers of tables repeated on
/// every page. The same report and fonts give the same bytes. Needs a QGuiApplication; its platform may be "offscreen".
/// Thread: any that is a QThread, as the layout of text takes its event dispatcher. While another PDF is written, the bytes may differ.
QByteArray pdfOf(const Report& report);

} // namespace reweigh
