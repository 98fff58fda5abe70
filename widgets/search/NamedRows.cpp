// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/NamedRows.h"

#include "widgets/theme/Theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace reweigh {
namespace {

constexpr QChar blank(QChar::Nbsp); ///< a plain blank at the end of a label would take no room

/// Elides names to the plot's width at every replot, also in exported figures, and puts names that would overlap into columns.
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
        const int apart = std::max(1, int(std::ceil(ink.height() / std::max(1.0, row)))); // rows between names of one column
        m_columns = std::min(apart, int(m_widths.size()));
        m_stride = (apart + m_columns - 1) / m_columns;
        m_gap = m_columns > 1 ? metrics.horizontalAdvance(QStringLiteral("m")) : 0.0;
        const double share = m_columns > 1 ? 0.5 : Theme::instance().paper() ? 0.55 : 0.4; // on paper no pointer shows what is cut
        m_room = std::max(0.0, m_plot.viewport().width() * share - m_gap * (m_columns - 1)) / m_columns;
        m_widths = {};
        for (auto tick = ticks().constBegin(); tick != ticks().constEnd(); ++tick)
            if (const int column = columnOf(tick.key()); column >= 0) {
                double& width = m_widths[std::size_t(column)];
                width = std::max(width, metrics.horizontalAdvance(elided(tick.value())));
            }
        QCPAxisTickerText::generate(range, locale, format, precision, places, subPlaces, names);
    }

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        const int column = columnOf(tick);
        if (column < 0)
            return {};
        double right = 0.0; // what the columns between the name and the axis take: labels end at the axis
        for (int nearer = 0; nearer < column; ++nearer)
            right += m_widths[std::size_t(nearer)] + m_gap;
        const double unit = QFontMetricsF(m_plot.yAxis->tickLabelFont()).horizontalAdvance(blank);
        const QString blanks(qsizetype(std::ceil(right / std::max(1.0, unit))), blank);
        return elided(QCPAxisTickerText::getTickLabel(tick, locale, format, precision)) + blanks;
    }

private:
    /// In which column the name of a row stands, 0 beside the axis; -1 if it has no room.
    int columnOf(double tick) const
    {
        const int row = int(std::lround(tick));
        return row % m_stride == 0 ? row / m_stride % m_columns : -1;
    }
    QString elided(const QString& name) const
    {
        return QFontMetricsF(m_plot.yAxis->tickLabelFont()).elidedText(name, Qt::ElideMiddle, m_room);
    }

    const Plot& m_plot;
    int m_stride = 1; ///< every how many rows have their name
    int m_columns = 1;
    double m_room = 0.0, m_gap = 0.0;    ///< of a column, and between two of them
    std::array<double, 3> m_widths = {}; ///< of the columns
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
