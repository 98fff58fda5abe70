// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialColumns.h"

#include "core/base/PythonJson.h"
#include "core/config/Names.h"
#include "core/search/ParameterNames.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/text/HelpText.h"
#include "widgets/text/InputText.h"
#include "widgets/trials/TrialText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace reweigh {
namespace {

struct Named {
    TrialColumn::Kind kind;
    const char* key;
    const char* title;
    const char* help;
};

constexpr Named named[] = {
    {TrialColumn::Star, "star", "★", QT_TRANSLATE_NOOP("TrialColumns", "Starred by you")},
    {TrialColumn::Number, "number", "#", QT_TRANSLATE_NOOP("TrialColumns", "Number within the study, from 0")},
    {TrialColumn::State, "state", QT_TRANSLATE_NOOP("TrialColumns", "state"),
     QT_TRANSLATE_NOOP("TrialColumns", "How the trial ended, and why if it failed")},
    {TrialColumn::Value, "value", QT_TRANSLATE_NOOP("TrialColumns", "value"),
     QT_TRANSLATE_NOOP("TrialColumns", "What the search maximises or minimises; one seed")},
    {TrialColumn::Layers, "layers", QT_TRANSLATE_NOOP("TrialColumns", "layers"),
     QT_TRANSLATE_NOOP("TrialColumns", "Nodes of each hidden layer")},
    {TrialColumn::InputLayer, "fed-by", QT_TRANSLATE_NOOP("TrialColumns", "input"),
     QT_TRANSLATE_NOOP("TrialColumns", "What the weighting network sees of a sample")},
    {TrialColumn::ActivationName, "activation", QT_TRANSLATE_NOOP("TrialColumns", "activation"),
     QT_TRANSLATE_NOOP("TrialColumns", "Activation of the hidden layers")},
    {TrialColumn::MetaLr, "meta-lr", QT_TRANSLATE_NOOP("TrialColumns", "meta lr"),
     QT_TRANSLATE_NOOP("TrialColumns", "Learning rate of the weighting network")},
    {TrialColumn::Retrained, "retrained", QT_TRANSLATE_NOOP("TrialColumns", "fresh seeds"),
     QT_TRANSLATE_NOOP("TrialColumns", "Mean, 95 % half-width and seeds, where the comparison retrained this network")},
    {TrialColumn::BestEpoch, "best-epoch", QT_TRANSLATE_NOOP("TrialColumns", "best epoch"),
     QT_TRANSLATE_NOOP("TrialColumns", "Epoch at which the searched metric was best")},
    {TrialColumn::Test, "test-accuracy", QT_TRANSLATE_NOOP("TrialColumns", "test"),
     QT_TRANSLATE_NOOP("TrialColumns", "Test accuracy; never searched")},
    {TrialColumn::Auroc, "noise-auroc", QT_TRANSLATE_NOOP("TrialColumns", "noise AUROC"),
     QT_TRANSLATE_NOOP("TrialColumns", "How well low weights find the wrong labels; 0.5 is chance")},
    {TrialColumn::Parameters, "parameters", QT_TRANSLATE_NOOP("TrialColumns", "parameters"),
     QT_TRANSLATE_NOOP("TrialColumns", "Number of parameters of the weighting network")},
    {TrialColumn::Seed, "train-seed", QT_TRANSLATE_NOOP("TrialColumns", "seed"),
     QT_TRANSLATE_NOOP("TrialColumns", "Seed of initial weights, batch order and augmentation")},
    {TrialColumn::Duration, "seconds", QT_TRANSLATE_NOOP("TrialColumns", "time"),
     QT_TRANSLATE_NOOP("TrialColumns", "How long it ran, without interruptions")},
    {TrialColumn::Tags, "tags", QT_TRANSLATE_NOOP("TrialColumns", "tags"),
     QT_TRANSLATE_NOOP("TrialColumns", "Yours, with commas between them; edit in place")},
    {TrialColumn::Note, "note", QT_TRANSLATE_NOOP("TrialColumns", "note"), QT_TRANSLATE_NOOP("TrialColumns", "Yours; edit in place")},
};

const Named& namesOf(TrialColumn::Kind kind)
{
    return *std::ranges::find(named, kind, &Named::kind);
}

QString sayColumn(const char* text)
{
    return QCoreApplication::translate("TrialColumns", text);
}

template <typename T> QVariant maybe(const std::optional<T>& value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

/// The external value of the parameter `name`.
QVariant searchedValue(const FrozenTrial& trial, const std::string& name)
{
    const Parameter* found = parameterOf(trial, name);
    if (!found)
        return {};
    const nlohmann::json value = externalValue(found->distribution, found->value);
    if (std::holds_alternative<CategoricalDistribution>(found->distribution))
        return QString::fromStdString(plainJsonText(value));
    return value.is_number_integer() ? QVariant(value.get<qlonglong>()) : QVariant(value.get<double>());
}

/// "0.8640 ± 0.0050 (3)": mean, half-width, seeds. One seed has no half-width.
QString retrainedText(const MeanInterval& interval)
{
    if (interval.n == 0)
        return {};
    const QString mean = accuracyText(interval.mean), seeds = QLocale().toString(interval.n);
    return interval.n == 1 ? QStringLiteral("%1 (%2)").arg(mean, seeds)
                           : QStringLiteral("%1 ± %2 (%3)").arg(mean, accuracyText(interval.halfWidth), seeds);
}

QString numberText(const QVariant& value)
{
    if (!value.isValid())
        return QStringLiteral("—");
    if (value.typeId() == QMetaType::Double)
        return QLocale().toString(value.toDouble(), 'g', 4);
    return value.typeId() == QMetaType::QString ? value.toString() : QLocale().toString(value.toLongLong());
}

} // namespace

std::vector<TrialColumn> trialColumns(bool ours, const std::vector<std::string>& parameters, const std::vector<std::string>& objectives)
{
    using enum TrialColumn::Kind;
    std::vector<TrialColumn> columns;
    if (ours) {
        for (const Named& entry : named)
            columns.push_back({entry.kind, {}});
        return columns;
    }
    for (const TrialColumn::Kind kind : {Star, Number, State})
        columns.push_back({kind, {}});
    for (std::size_t i = 0; i < objectives.size(); ++i)
        columns.push_back({Objective, objectives[i], i});
    if (objectives.empty())
        columns.push_back({Value, {}});
    for (const std::string& name : parameters)
        columns.push_back({Searched, name});
    for (const TrialColumn::Kind kind : {Duration, Tags, Note})
        columns.push_back({kind, {}});
    return columns;
}

QString columnKey(const TrialColumn& column)
{
    if (column.kind == TrialColumn::Objective) // as in Optuna's tables, so that a parameter may have the same name
        return QStringLiteral("values_") + QString::fromStdString(column.parameter);
    return column.kind == TrialColumn::Searched ? QString::fromStdString(column.parameter) : QLatin1String(namesOf(column.kind).key);
}

QString columnTitle(const TrialColumn& column)
{
    const bool ownName = column.kind == TrialColumn::Searched || column.kind == TrialColumn::Objective;
    return ownName ? QString::fromStdString(column.parameter) : sayColumn(namesOf(column.kind).title);
}

QString columnHelp(const TrialColumn& column)
{
    if (column.kind == TrialColumn::Objective)
        return QCoreApplication::translate("TrialColumns", "Objective %1, one of several").arg(QString::fromStdString(column.parameter));
    return column.kind == TrialColumn::Searched
               ? QCoreApplication::translate("TrialColumns", "Searched parameter %1").arg(QString::fromStdString(column.parameter))
               : sayColumn(namesOf(column.kind).help);
}

QString meanOfLastText(int lastEpochs)
{
    return QCoreApplication::translate("TrialColumns", "Mean of the last %Ln epoch(s)", nullptr, lastEpochs);
}

QString columnTip(const TrialColumn& column, int lastEpochs)
{
    using enum TrialColumn::Kind;
    const HelpTopic* term = column.kind == Auroc ? helpTopic(QStringLiteral("auroc")) : nullptr;
    const bool mean = column.kind == Value || column.kind == Test || column.kind == Auroc;
    const QString help =
        mean && lastEpochs > 0 ? QStringLiteral("%1\n%2").arg(columnHelp(column), meanOfLastText(lastEpochs)) : columnHelp(column);
    return term ? QStringLiteral("%1\n%2: %3").arg(help, term->title, plainHelp(term->html)) : help;
}

bool isFigure(const TrialColumn& column)
{
    using enum TrialColumn::Kind;
    switch (column.kind) {
    case Star:
    case State:
    case Layers:
    case InputLayer:
    case ActivationName:
    case Tags:
    case Note: return false;
    default: return true;
    }
}

bool isEditable(const TrialColumn& column)
{
    return column.kind == TrialColumn::Tags || column.kind == TrialColumn::Note;
}

QVariant rawValue(const TrialColumn& column, const TrialCell& cell)
{
    using enum TrialColumn::Kind;
    const TrialRow& row = cell.row;
    const auto text = [](const QString& value) { return value.isEmpty() ? QVariant() : QVariant(value); };
    switch (column.kind) {
    case Star: return cell.marks.star ? QVariant(1) : QVariant();
    case Number: return qlonglong(row.number);
    case State: return stateWord(row.state);
    case Layers: return row.proposal ? QVariant(layersText(row.proposal->metaNet.hidden)) : QVariant();
    case InputLayer: return row.proposal ? QVariant(inputText(row.proposal->metaNet)) : QVariant();
    case ActivationName:
        return row.proposal ? QVariant(choiceText(parameter::activation, nameOf(row.proposal->metaNet.activation))) : QVariant();
    case MetaLr: return row.proposal ? QVariant(row.proposal->metaLr) : QVariant();
    case Value: return maybe(row.value);
    case Retrained: return row.retrained.n > 0 ? QVariant(row.retrained.mean) : QVariant();
    case BestEpoch: return maybe(row.bestEpoch);
    case Test: return maybe(row.test);
    case Auroc: return maybe(row.auroc);
    case Parameters: return row.parameters ? QVariant(qlonglong(*row.parameters)) : QVariant();
    case Seed: return row.seed ? QVariant(qulonglong(*row.seed)) : QVariant();
    case Duration: return maybe(secondsOf(row));
    case Tags: return text(cell.marks.tags.join(QStringLiteral(", ")));
    case Note: return text(cell.marks.note);
    case Searched: return searchedValue(cell.trial, column.parameter);
    case Objective: return column.objective < cell.trial.objectives.size() ? QVariant(cell.trial.objectives[column.objective]) : QVariant();
    }
    return {};
}

QString cellText(const TrialColumn& column, const TrialCell& cell)
{
    using enum TrialColumn::Kind;
    const TrialRow& row = cell.row;
    switch (column.kind) {
    case Star: return cell.marks.star ? QStringLiteral("★") : QStringLiteral("☆");
    case Number: return QString::number(row.number);
    case State: return stateText(row, cell.plannedEpochs);
    case MetaLr: return row.proposal ? rateText(row.proposal->metaLr) : QStringLiteral("—");
    case Value: return accuracyText(row.value);
    case Retrained: return retrainedText(row.retrained);
    case Test: return accuracyText(row.test);
    case Auroc: return accuracyText(row.auroc);
    case Seed: return row.seed ? QString::number(*row.seed) : QStringLiteral("—");
    case Duration: return durationText(secondsOf(row));
    case BestEpoch:
    case Parameters:
    case Searched:
    case Objective: return numberText(rawValue(column, cell));
    default: return rawValue(column, cell).toString();
    }
}

QStringList tagsFromText(const QString& text)
{
    QStringList tags;
    for (const QString& part : text.split(','))
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags << tag;
    return tags;
}

} // namespace reweigh
