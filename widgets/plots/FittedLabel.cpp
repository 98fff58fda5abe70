// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/FittedLabel.h"

#include <QFontMetricsF>
#include <QStringList>

#include <cstdlib>

namespace reweigh {
namespace {

/// `text` in two lines, broken at the blank that is nearest its middle; one line if it has none.
QStringList inTwoLines(const QString& text)
{
    qsizetype best = -1;
    for (qsizetype blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1))
        if (best < 0 || std::abs(2 * blank - text.size()) < std::abs(2 * best - text.size()))
            best = blank;
    return best < 0 ? QStringList{text} : QStringList{text.left(best), text.mid(best + 1)};
}

} // namespace

FittedLabel::FittedLabel(Plot& plot, QCPAxis& axis)
    : QObject(&plot)
    , m_axis(axis)
{
    connect(&plot, &QCustomPlot::beforeReplot, this, &FittedLabel::fit);
}

void FittedLabel::set(const QString& text)
{
    m_text = text;
    fit();
}

void FittedLabel::fit()
{
    const QFontMetricsF metrics(m_axis.labelFont());
    const double room = m_axis.axisRect()->height();
    QStringList lines = metrics.horizontalAdvance(m_text) > room ? inTwoLines(m_text) : QStringList{m_text};
    for (QString& line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, room);
    m_axis.setLabel(lines.join('\n'));
}

} // namespace reweigh
