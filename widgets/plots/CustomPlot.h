// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header writes Qt's keywords, which are off here (QT_NO_KEYWORDS). Never together with a torch header.
#include <QtWidgets>
#include <QtPrintSupport/QtPrintSupport>
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
