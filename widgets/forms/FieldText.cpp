// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/FieldText.h"

#include "widgets/forms/NumberBox.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/text/ErrorText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

/// Translates a text of core's tables.
QString translated(const char* words)
{
    return QCoreApplication::translate(tableContext, words);
}

QString rangeWords(const ConfigField& field, const Range& range)
{
    if (field.kind == FieldKind::TextList)
        return FieldWords::tr("at least one");
    const QString low = NumberBox::textOf(range.low), high = NumberBox::textOf(range.high);
    if (range.most > 0)
        return FieldWords::tr("%1 to %2 whole numbers from %3 to %4")
            .arg(QLocale().toString(qulonglong(range.fewest)), QLocale().toString(qulonglong(range.most)), low, high);
    if (!std::isfinite(range.high))
        return range.openLow ? FieldWords::tr("a value above %1").arg(low) : FieldWords::tr("a value of at least %1").arg(low);
    return range.openLow ? FieldWords::tr("a value above %1, at most %2").arg(low, high)
                         : FieldWords::tr("a value from %1 to %2").arg(low, high);
}

} // namespace

QString fieldLabel(const std::string& key)
{
    const ConfigField* field = findField(key);
    return field && *field->label ? translated(field->label) : QString::fromStdString(key);
}

QString fieldTip(const std::string& key)
{
    const ConfigField* field = findField(key);
    return field && *field->help ? translated(field->help) : QString();
}

QString fieldChoiceText(const std::string& key, const std::string& choice)
{
    if (key == "input" || key == "search-inputs")
        return choiceText("input", choice);
    if (const ConfigField* field = findField(key))
        if (const auto found = std::ranges::find(field->choices, choice, &Choice::name); found != field->choices.end() && *found->title)
            return translated(found->title);
    return QString::fromStdString(choice);
}

QString withLabels(const QString& sentence)
{
    const auto isPart = [](QChar c) { return c.isLetterOrNumber() || c == '-' || c == '_'; };
    QString result;
    for (qsizetype i = 0; i < sentence.size();) {
        qsizetype end = i;
        while (end < sentence.size() && isPart(sentence[end]))
            ++end;
        if (end == i) {
            result += sentence[i++];
            continue;
        }
        const QString word = sentence.mid(i, end - i);
        const bool isFlag = word.startsWith(QLatin1String("--"));
        const QString key = isFlag ? word.mid(2) : word;
        // A key without a hyphen may be an ordinary word, and a key within a path is part of a name: neither is replaced.
        const bool inPath =
            (i > 0 && (sentence[i - 1] == '/' || sentence[i - 1] == '.')) || (end < sentence.size() && sentence[end] == '/');
        const ConfigField* field = (isFlag || key.contains('-')) && !inPath ? findField(key.toStdString()) : nullptr;
        result += field ? FieldWords::tr("“%1”").arg(fieldLabel(field->key)) : word;
        i = end;
    }
    return result;
}

QString fieldErrorText(Error error, const ExperimentConfig& config)
{
    if (const ConfigField* field = findField(error.where)) {
        error.where = fieldLabel(field->key).toStdString();
        if (error.code == ErrorCode::ValueOutOfRange && field->kind != FieldKind::Switch) {
            const Range left = field->within ? field->within(config) : field->range;
            const Range& meant = error.hint == allowedText(*field, left) ? left : field->range;
            error.hint = rangeWords(*field, meant).toStdString();
        }
    }
    if (error.code == ErrorCode::MetaSetUnchecked)
        error.where = fieldChoiceText("weighting", error.where).toStdString();
    if (error.code == ErrorCode::ValueOutOfRange && error.detail.empty())
        error.detail = FieldWords::tr("empty").toStdString();
    return withLabels(errorText(error));
}

} // namespace reweigh
