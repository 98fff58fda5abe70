// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/AxisChoice.h"

#include "widgets/panel/ParameterText.h"
#include "widgets/text/FigureText.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
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

QString severalObjectivesText()
{
    return QCoreApplication::translate("AxisText",
                                       "This study has several objectives, and this view needs a single value of each trial. Pareto "
                                       "front shows two of them, History one.");
}

QString objectiveValueText(double value)
{
    const double size = std::abs(value);
    return std::isfinite(value) && size >= 1e5 ? QLocale().toString(value, 'g', 4) : shownFigure(value, size < 10.0 ? 4 : 2);
}

AxisChoice::AxisChoice(const QString& key, const QString& title, std::vector<std::string> preferred, QMenu& menu, QObject* parent)
    : QObject(parent)
    , m_chosen(key, QString())
    , m_preferred(std::move(preferred))
    , m_menu(menu.addMenu(title))
{
    m_menu->setObjectName(QString(key).replace('/', '-'));
}

const ParameterAxis* AxisChoice::Wish::among(const std::vector<ParameterAxis>& axes, const std::string& other) const
{
    const auto named = [&](const std::string& name) {
        const auto found = std::ranges::find(axes, name, &ParameterAxis::name);
        return found == axes.end() ? nullptr : &*found;
    };
    if (const ParameterAxis* axis = named(chosen))
        return axis;
    for (const std::string& name : preferred)
        if (const ParameterAxis* axis = named(name); axis && name != other)
            return axis;
    for (const ParameterAxis& axis : axes)
        if (axis.name != other)
            return &axis;
    return axes.empty() ? nullptr : &axes.front();
}

void AxisChoice::offer(const std::vector<ParameterAxis>& axes, const std::string& shown)
{
    std::vector<std::string> names;
    for (const ParameterAxis& axis : axes)
        names.push_back(axis.name);
    if (names != m_offered) {
        m_offered = std::move(names);
        m_menu->clear();
        delete m_menu->findChild<QActionGroup*>();
        auto* group = new QActionGroup(m_menu);
        for (const std::string& name : m_offered) {
            QAction* action = m_menu->addAction(parameterText(name));
            action->setObjectName(QString::fromStdString(name));
            action->setCheckable(true);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, name] { choose(name); });
        }
    }
    for (QAction* action : m_menu->actions())
        action->setChecked(action->objectName().toStdString() == shown);
}

void AxisChoice::choose(const std::string& name)
{
    m_chosen.set(QString::fromStdString(name));
    Q_EMIT changed();
}

QString sharedAxisKey(const ParameterAxis& axis)
{
    return axis.categorical ? QString() : QStringLiteral("quantity ") + QString::fromStdString(axis.name);
}

QString choiceLabel(const ParameterAxis& axis)
{
    return parameterText(axis.name) + QStringLiteral(" ▾");
}

} // namespace reweigh
