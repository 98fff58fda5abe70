// SPDX-License-Identifier: GPL-3.0-or-later
// What a WeightCurvePlot says: the note where no sample was seen, and the words at the pointer.
#include "widgets/watch/WeightCurvePlot.h"

#include <cmath>
#include <limits>

namespace reweigh {

void WeightCurvePlot::placeNote()
{
    m_note->setVisible(false);
    if (!m_info)
        return;
    std::pair<double, double> widest;
    for (const auto& stretch : m_info->unseen(xAxis->range().upper))
        if (stretch.second - stretch.first > widest.second - widest.first)
            widest = stretch;
    const double pixels = xAxis->coordToPixel(widest.second) - xAxis->coordToPixel(widest.first);
    const QString text = tr("no sample\nseen here");
    const QSize needed = QFontMetrics(m_note->font()).size(0, text);
    if (pixels < needed.width() || axisRect()->height() < 2 * needed.height())
        return;
    m_note->setText(text);
    m_note->position->setCoords((widest.first + widest.second) / 2.0, 0.56);
    m_note->setVisible(true);
}

QString WeightCurvePlot::wordsAt(double loss) const
{
    if (!m_info || loss < 0.0)
        return {};
    const QLocale locale;
    const WeightCurveInfo::Reading reading = m_info->at(loss);
    const QString place = locale.toString(loss, 'f', 2), reach = locale.toString(WeightCurveInfo::reach, 'f', 1);
    const QString weight = std::isnan(reading.weight) ? tr("loss %1").arg(place)
                                                      : tr("loss %1 → weight %2").arg(place, locale.toString(reading.weight, 'f', 2));
    const auto percent = [&](double share) { return locale.toString(100.0 * share, 'f', 1); };
    const QString samples = reading.rightShare + reading.wrongShare <= 0.0 ? tr("no sample within ±%1").arg(reach)
        : m_info->rightCount + m_info->wrongCount > 0
        ? tr("%1 right, %2 wrong within ±%3").arg(locale.toString(reading.right), locale.toString(reading.wrong), reach)
        : tr("%1 % of right, %2 % of wrong labels within ±%3").arg(percent(reading.rightShare), percent(reading.wrongShare), reach);
    return weight + '\n' + samples;
}

void WeightCurvePlot::placeDot()
{
    const double weight = m_pointer->visible() ? m_info->at(m_pointer->x()).weight : std::numeric_limits<double>::quiet_NaN();
    m_dot->setVisible(!std::isnan(weight));
    if (m_dot->visible())
        m_dot->position->setCoords(m_pointer->x(), weight);
}

} // namespace reweigh
