// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/ParameterText.h"

#include "core/config/Names.h"
#include "core/config/TapText.h"

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
    {"hidden_layers", QT_TRANSLATE_NOOP("ParameterText", "hidden layers")},
    {"nodes", QT_TRANSLATE_NOOP("ParameterText", "nodes a layer (geometric mean)")},
    {"input", QT_TRANSLATE_NOOP("ParameterText", "input tap")},
    {"activation", QT_TRANSLATE_NOOP("ParameterText", "activation")},
    {"meta_lr", QT_TRANSLATE_NOOP("ParameterText", "meta learning rate")},
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
    const QString text = QString::fromStdString(name);
    bool isNumber = false;
    if (const int layer = text.startsWith(QLatin1String("nodes_")) ? text.mid(6).toInt(&isNumber) : 0; isNumber)
        return translated(QT_TRANSLATE_NOOP("ParameterText", "nodes, layer %1")).arg(QLocale().toString(layer + 1));
    for (const Words& entry : parameterWords)
        if (name == entry.name)
            return translated(entry.words);
    return text;
}

QString choiceText(const std::string& parameter, const std::string& choice)
{
    if (parameter == "activation")
        return titleOf(choicesOf<Activation>(), choice);
    if (parameter != "input")
        return QString::fromStdString(choice);
    if (const std::string label = "+label"; choice.ends_with(label))
        return translated(QT_TRANSLATE_NOOP("ParameterText", "%1 + label")).arg(titleOf(tapChoices(), choice.substr(0, choice.size() - label.size())));
    return titleOf(tapChoices(), choice);
}

QString quantityText(double value, int digits)
{
    if (!std::isfinite(value))
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
    return choiceText(parameter.name, value.is_string() ? value.get<std::string>() : value.dump());
}

} // namespace reweigh
