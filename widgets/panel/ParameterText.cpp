// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/ParameterText.h"

#include <QCoreApplication>
#include <QLocale>

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

constexpr Words choiceWords[] = {
    {"loss", QT_TRANSLATE_NOOP("ParameterText", "loss")},
    {"stem", QT_TRANSLATE_NOOP("ParameterText", "stem")},
    {"stage1", QT_TRANSLATE_NOOP("ParameterText", "stage 1")},
    {"stage2", QT_TRANSLATE_NOOP("ParameterText", "stage 2")},
    {"stage3", QT_TRANSLATE_NOOP("ParameterText", "stage 3")},
    {"penultimate", QT_TRANSLATE_NOOP("ParameterText", "penultimate")},
    {"logits", QT_TRANSLATE_NOOP("ParameterText", "logits")},
    {"softmax", QT_TRANSLATE_NOOP("ParameterText", "softmax")},
    {"relu", QT_TRANSLATE_NOOP("ParameterText", "ReLU")},
    {"tanh", QT_TRANSLATE_NOOP("ParameterText", "tanh")},
};

QString translated(const char* words)
{
    return QCoreApplication::translate("ParameterText", words);
}

template <std::size_t N>
QString wordsFor(const Words (&table)[N], const std::string& name)
{
    for (const Words& entry : table)
        if (name == entry.name)
            return translated(entry.words);
    return QString::fromStdString(name);
}

} // namespace

QString parameterText(const std::string& name)
{
    const QString text = QString::fromStdString(name);
    bool isNumber = false;
    if (const int layer = text.startsWith(QLatin1String("nodes_")) ? text.mid(6).toInt(&isNumber) : 0; isNumber)
        return translated(QT_TRANSLATE_NOOP("ParameterText", "nodes, layer %1")).arg(QLocale().toString(layer + 1));
    return wordsFor(parameterWords, name);
}

QString choiceText(const std::string& parameter, const std::string& choice)
{
    if (parameter != "input" && parameter != "activation")
        return QString::fromStdString(choice);
    if (const std::string label = "+label"; choice.ends_with(label))
        return translated(QT_TRANSLATE_NOOP("ParameterText", "%1 + label")).arg(wordsFor(choiceWords, choice.substr(0, choice.size() - label.size())));
    return wordsFor(choiceWords, choice);
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
