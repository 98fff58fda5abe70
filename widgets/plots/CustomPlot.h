// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header uses Qt's keywords, which are disabled in this program (QT_NO_KEYWORDS) and are therefore defined here while
// it is included. Do not include this file together with a torch header.
#include <QtPrintSupport/QtPrintSupport>
#include <QtWidgets>
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
