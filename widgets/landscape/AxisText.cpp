// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/AxisText.h"

#include "widgets/panel/ParameterText.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace reweigh {

QString axisValueText(const ParameterAxis& axis, double value)
{
    if (!axis.categorical)
        return quantityText(value);
    const auto index = std::size_t(std::lround(value));
    return index < axis.categories.size() ? choiceText(axis.name, axis.categories[index]) : QString();
}

std::pair<double, double> cellRange(const LandscapeInfo::Side& side, int cell)
{
    const double half = side.axis.categorical ? 0.5 : side.axis.step / 2.0;
    return {side.edges[std::size_t(cell)] + half, side.edges[std::size_t(cell) + 1] - half};
}

QString cellText(const LandscapeInfo::Side& side, int cell)
{
    const auto [first, last] = cellRange(side, cell);
    const QString from = axisValueText(side.axis, first), to = axisValueText(side.axis, last);
    return from == to ? from : QCoreApplication::translate("AxisText", "%1–%2", "range of values").arg(from, to);
}

QString objectiveText(const StudySnapshot& study)
{
    const std::string metric = study.facts ? study.facts->metric : std::string();
    if (metric == "validation.accuracy")
        return QCoreApplication::translate("AxisText", "validation accuracy");
    if (metric == "validation.balanced_accuracy")
        return QCoreApplication::translate("AxisText", "balanced validation accuracy");
    return metric.empty() ? QCoreApplication::translate("AxisText", "value") : QString::fromStdString(metric);
}

QString objectiveValueText(double value)
{
    const double size = std::abs(value);
    return size >= 1e5 || (size > 0.0 && size < 1e-3) ? QLocale().toString(value, 'g', 4)
        : QLocale().toString(value, 'f', size < 10.0 ? 4 : 2);
}

} // namespace reweigh
