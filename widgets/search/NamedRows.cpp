// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/NamedRows.h"

#include <QFontMetricsF>

#include <cmath>

namespace reweigh {
namespace {

/// Elides names to the plot's width at every replot, also in exported figures.
class NameTicker : public QCPAxisTickerText {
public:
    NameTicker(const Plot& plot, const QStringList& names)
        : m_plot(plot)
    {
        for (qsizetype row = 0; row < names.size(); ++row)
            addTick(double(row), names[row]);
    }

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        const QFontMetricsF metrics(m_plot.yAxis->tickLabelFont());
        const double row = std::abs(m_plot.yAxis->coordToPixel(1.0) - m_plot.yAxis->coordToPixel(0.0));
        const auto stride = std::max(1, int(std::ceil(0.8 * metrics.height() / std::max(1.0, row)))); // leaves out names that would overlap
        if (int(std::lround(tick)) % stride != 0)
            return {};
        return metrics.elidedText(QCPAxisTickerText::getTickLabel(tick, locale, format, precision), Qt::ElideRight,
                                  m_plot.viewport().width() * 0.4);
    }

private:
    const Plot& m_plot;
};

} // namespace

void setNamedRows(Plot& plot, const QStringList& names)
{
    plot.yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NameTicker(plot, names)));
    plot.axisRect()->setMinimumMargins(QMargins(0, Theme::instance().grid(0.75), 0, 0)); // the first name is taller than its row
    plot.yAxis->setRangeReversed(true);
    plot.yAxis->setRange(-0.6, double(names.size()) - 0.4);
    plot.yAxis->setTickLabelColor(Theme::instance().colour(Role::Text));
    plot.yAxis->setLabel({});
    plot.yAxis->grid()->setVisible(false);
    plot.yAxis->setBasePen(Qt::NoPen);
}

void setFigures(Plot& plot)
{
    plot.yAxis->setRangeReversed(false);
    plot.yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot.yAxis->ticker()->setTickCount(5);
    plot.yAxis->setTickLabelColor(Theme::instance().colour(Role::Dim));
    plot.yAxis->setBasePen(QPen(Theme::instance().colour(Role::Line)));
    plot.yAxis->grid()->setVisible(true);
}

} // namespace reweigh
