// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/NamedRows.h"

#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace reweigh {
namespace {

constexpr QChar blank(QChar::Nbsp); ///< a plain blank at the end of a label would take no room

/// Elides names to the plot's width at every replot, also in exported figures, so that no two become the same, and puts names that would
/// overlap into columns.
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
        for (int columns = std::min(apart, int(m_widths.size())); columns > 0; --columns) {
            arrange(apart, columns);
            if (cutAlike())
                break;
            if (columns == 1)
                cutEach();
        }
        m_widths = {};
        for (const auto& [at, cut] : m_shown) {
            double& width = m_widths[std::size_t(columnOf(at))];
            width = std::max(width, metrics.horizontalAdvance(cut));
        }
        QCPAxisTickerText::generate(range, locale, format, precision, places, subPlaces, names);
    }

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const auto shown = m_shown.find(int(std::lround(tick)));
        if (shown == m_shown.end() || shown->second.isEmpty())
            return {};
        double right = 0.0; // what the columns between the name and the axis take: labels end at the axis
        for (int nearer = 0; nearer < columnOf(tick); ++nearer)
            right += m_widths[std::size_t(nearer)] + m_gap;
        const double unit = QFontMetricsF(m_plot.yAxis->tickLabelFont()).horizontalAdvance(blank);
        return shown->second + QString(qsizetype(std::ceil(right / std::max(1.0, unit))), blank);
    }

private:
    /// Gives names `columns` columns and their room, where names of one column stand `apart` rows from each other.
    void arrange(int apart, int columns)
    {
        m_columns = columns;
        m_stride = (apart + columns - 1) / columns;
        m_gap = columns > 1 ? QFontMetricsF(m_plot.yAxis->tickLabelFont()).horizontalAdvance(QStringLiteral("m")) : 0.0;
        const double share = columns == 1 && Theme::instance().paper() ? 0.55 : 0.5; // on paper no pointer shows what is cut
        m_room = std::max(0.0, m_plot.viewport().width() * share - m_gap * (columns - 1)) / columns;
    }
    /// Cuts all names to their room at the same place, the first at which those that differ still do; false if there is none.
    bool cutAlike()
    {
        for (const Qt::TextElideMode place : cutPlaces) {
            QHash<QString, QString> known;
            bool differ = true;
            m_shown.clear();
            for (auto tick = mTicks.constBegin(); tick != mTicks.constEnd(); ++tick)
                if (columnOf(tick.key()) >= 0) {
                    const QString name = elided(tick.value(), place);
                    differ = differ && known.value(name, tick.value()) == tick.value();
                    known.insert(name, tick.value());
                    m_shown[int(std::lround(tick.key()))] = name;
                }
            if (differ)
                return true;
        }
        return false;
    }
    /// Cuts each name where it differs from those above it; one that cannot is left out.
    void cutEach()
    {
        QHash<QString, QString> known;
        for (auto& [row, name] : m_shown) {
            const QString whole = mTicks.value(row);
            name.clear();
            for (const Qt::TextElideMode place : cutPlaces)
                if (const QString cut = elided(whole, place); name.isEmpty() && known.value(cut, whole) == whole)
                    name = cut;
            known.insert(name, whole);
        }
    }
    /// In which column the name of a row stands, 0 beside the axis; -1 if it has no room.
    int columnOf(double tick) const
    {
        const int row = int(std::lround(tick));
        return row % m_stride == 0 ? row / m_stride % m_columns : -1;
    }
    QString elided(const QString& name, Qt::TextElideMode place) const
    {
        return QFontMetricsF(m_plot.yAxis->tickLabelFont()).elidedText(name, place, m_room);
    }

    static constexpr std::array cutPlaces = {Qt::ElideMiddle, Qt::ElideRight, Qt::ElideLeft};

    const Plot& m_plot;
    int m_stride = 1; ///< every how many rows have their name
    int m_columns = 1;
    std::map<int, QString> m_shown;      ///< by row, as cut
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
