// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/CustomPlot.h"

#include <cmath>

namespace reweigh {

/// Ticks of a log axis: powers of ten, and 3, or 2 and 5, between them where the axis spans few.
class LogTicker : public QCPAxisTickerLog {
protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override
    {
        const double span = range.lower > 0.0 ? range.upper / range.lower : 0.0;
        if (span <= 0.0 || span > 1e3 || (span > 1e2 && tickCount() < 4))
            return QCPAxisTickerLog::createTickVector(step, range);
        QVector<double> ticks;
        for (double decade = std::pow(10.0, std::floor(std::log10(range.lower))); decade <= range.upper; decade *= 10.0)
            for (const double part : span > 30.0 ? QVector<double>{1.0, 3.0} : QVector<double>{1.0, 2.0, 5.0})
                ticks.append(part * decade);
        return ticks;
    }
};

} // namespace reweigh
