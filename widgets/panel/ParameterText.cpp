// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/ParameterText.h"

#include "core/base/PythonJson.h"
#include "core/config/Names.h"
#include "core/search/ParameterNames.h"
#include "widgets/text/InputText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct Words {
    const char* name;
    const char* words;
};

constexpr Words parameterWords[] = {
    {parameter::layers, QT_TRANSLATE_NOOP("ParameterText", "hidden layers")},
    {parameter::nodes, QT_TRANSLATE_NOOP("ParameterText", "nodes per layer (geometric mean)")},
    {parameter::input, QT_TRANSLATE_NOOP("ParameterText", "input layer")},
    {parameter::standardised, QT_TRANSLATE_NOOP("ParameterText", "standardised input")},
    {parameter::activation, QT_TRANSLATE_NOOP("ParameterText", "activation")},
    {parameter::metaLr, QT_TRANSLATE_NOOP("ParameterText", "meta learning rate")},
    {column::number, QT_TRANSLATE_NOOP("ParameterText", "number of the trial")},
    {column::value, QT_TRANSLATE_NOOP("ParameterText", "value of the trial")},
    {column::retrained, QT_TRANSLATE_NOOP("ParameterText", "mean over fresh seeds")},
    {column::begun, QT_TRANSLATE_NOOP("ParameterText", "time at which the trial began")},
    {column::seconds, QT_TRANSLATE_NOOP("ParameterText", "time of the trial (s)")},
    {column::bestEpoch, QT_TRANSLATE_NOOP("ParameterText", "best epoch")},
    {column::test, QT_TRANSLATE_NOOP("ParameterText", "test accuracy (never searched)")},
    {column::auroc, QT_TRANSLATE_NOOP("ParameterText", "noise AUROC")},
    {column::parameters, QT_TRANSLATE_NOOP("ParameterText", "parameters of the weighting network")},
};

QString translated(const char* words)
{
    return QCoreApplication::translate("ParameterText", words);
}

QString titleOf(const std::vector<Choice>& choices, const std::string& name)
{
    const auto found = std::ranges::find(choices, name, &Choice::name);
    return found == choices.end() ? QString::fromStdString(name) : QCoreApplication::translate(tableContext, found->title);
}

} // namespace

QString parameterText(const std::string& name)
{
    if (const std::optional<int> layer = parameter::layerOf(name))
        return translated(QT_TRANSLATE_NOOP("ParameterText", "nodes, layer %1")).arg(QLocale().toString(*layer + 1));
    if (name.starts_with(column::objectives))
        return QString::fromStdString(name.substr(column::objectives.size()));
    for (const Words& entry : parameterWords)
        if (name == entry.name)
            return translated(entry.words);
    return QString::fromStdString(name);
}

QString choiceText(const std::string& name, const std::string& choice)
{
    if (name == parameter::activation)
        return titleOf(choicesOf<Activation>(), choice);
    if (name == parameter::standardised)
        return titleOf(choicesOf<Standardise>(), choice);
    return name == parameter::input ? inputText(choice) : QString::fromStdString(choice);
}

QString quantityText(double value, int digits)
{
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (std::isnan(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    if (size < 1.0 || size >= 1e9)
        return QLocale().toString(value, 'g', digits);
    const int before = int(std::floor(std::log10(size)));
    const double unit = std::pow(10.0, std::max(0, digits - 1 - before));
    const double rounded = std::round(value * unit) / unit;
    return rounded == std::floor(rounded) ? QLocale().toString(qint64(rounded)) : QLocale().toString(value, 'g', digits);
}

QString valueText(const Parameter& parameter)
{
    const nlohmann::json value = externalValue(parameter.distribution, parameter.value);
    if (!std::holds_alternative<CategoricalDistribution>(parameter.distribution))
        return quantityText(parameter.value);
    return choiceText(parameter.name, plainJsonText(value));
}

} // namespace reweigh
