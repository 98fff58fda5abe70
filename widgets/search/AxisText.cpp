// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/AxisText.h"

#include "widgets/panel/ParameterText.h"
#include "widgets/text/FigureText.h"

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

QVariant axisTableValue(const ParameterAxis& axis, double value)
{
    return axis.categorical ? QVariant(QString::fromStdString(axis.categories[std::size_t(value)])) : QVariant(value);
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
    return std::isfinite(value) && size >= 1e5 ? QLocale().toString(value, 'g', 4) : shownFigure(value, size < 10.0 ? 4 : 2);
}

QString choiceLabel(const ParameterAxis& axis)
{
    return parameterText(axis.name) + QStringLiteral(" ▾");
}

QString severalObjectivesText()
{
    return QCoreApplication::translate("AxisText",
                                       "This study has several objectives, and this view needs a single value of each trial. Pareto "
                                       "front shows two of them, History one.");
}

QString noCompleteTrialText()
{
    return QCoreApplication::translate("AxisText", "No complete trial yet.");
}

QString noneHasText(const QString& quantity)
{
    return QCoreApplication::translate("AxisText", "No complete trial has “%1”: choose another quantity in this view's menu.")
        .arg(quantity);
}

QString noneHasBothText(const QString& x, const QString& y)
{
    return QCoreApplication::translate("AxisText", "No complete trial has both %1 and %2: choose others in this view's menu.").arg(x, y);
}

} // namespace reweigh
