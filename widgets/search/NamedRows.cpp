// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/NamedRows.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// Elides names to the plot's width at every replot, also in exported figures, and leaves out names that would overlap.
class NameTicker : public QCPAxisTickerText {
public:
    NameTicker(const Plot& plot, const QStringList& names)
        : m_plot(plot)
    {
        for (qsizetype row = 0; row < names.size(); ++row)
            addTick(double(row), names[row]);
    }

    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision, QVector<double>& places,
                  QVector<double>* subPlaces, QVector<QString>* names) override
    {
        const QFontMetricsF metrics(m_plot.yAxis->tickLabelFont());
        QRectF ink; // what letters of any row take above and below the line they stand on; more in Japanese
        for (const QString& name : ticks())
            ink |= metrics.tightBoundingRect(name);
        const double row = std::abs(m_plot.yAxis->coordToPixel(1.0) - m_plot.yAxis->coordToPixel(0.0));
        m_stride = std::max(1, int(std::ceil(ink.height() / std::max(1.0, row))));
        QCPAxisTickerText::generate(range, locale, format, precision, places, subPlaces, names);
    }

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        if (int(std::lround(tick)) % m_stride != 0)
            return {};
        return QFontMetricsF(m_plot.yAxis->tickLabelFont())
            .elidedText(QCPAxisTickerText::getTickLabel(tick, locale, format, precision), Qt::ElideRight, m_plot.viewport().width() * 0.4);
    }

private:
    const Plot& m_plot;
    int m_stride = 1; ///< every how many rows have their name
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
