// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/InputText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace reweigh {

QString inputText(const std::string& name)
{
    if (std::ranges::find(inputsWithLabel(), name) == inputsWithLabel().end())
        return QString::fromStdString(name);
    QStringList words;
    for (const std::string& part : partsOfInput(name)) {
        const auto known = std::ranges::find(inputParts(), part, &Choice::name);
        words << QCoreApplication::translate(tableContext, known->title);
    }
    return words.join(QStringLiteral(" + "));
}

QString inputText(const MetaNetSpec& spec)
{
    return withStandardisation(inputText(inputName(spec)), spec);
}

QString withStandardisation(const QString& input, const MetaNetSpec& spec)
{
    return isStandardised(spec) ? QCoreApplication::translate("ParameterText", "%1, standardised").arg(input) : input;
}

} // namespace reweigh
