// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/FittedLabel.h"

#include <QFontMetricsF>

namespace reweigh {

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
    m_axis.setLabel(metrics.elidedText(m_text, Qt::ElideRight, m_axis.axisRect()->height()));
}

} // namespace reweigh
