// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/CustomPlot.h"

#include <algorithm>
#include <cmath>

namespace reweigh {

/// Ticks of an axis that counts: whole numbers only, without exponents.
class WholeTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, std::ceil(QCPAxisTicker::getTickStep(range))); }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override { return locale.toString(tick, 'f', 0); }
};

} // namespace reweigh
