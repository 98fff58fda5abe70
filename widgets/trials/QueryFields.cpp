// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/QueryFields.h"

#include "core/base/PythonJson.h"
#include "core/config/Names.h"
#include "widgets/text/TypedText.h"
#include "widgets/trials/TrialText.h"

#include <QCoreApplication>

#include <algorithm>

namespace reweigh {
namespace {

struct FieldName {
    TrialColumn::Kind column;
    const char* name;
    QueryField::Kind kind;
};

constexpr FieldName fieldNames[] = {
    {TrialColumn::Star, "star", QueryField::YesNo},
    {TrialColumn::Number, "number", QueryField::Number},
    {TrialColumn::State, "state", QueryField::State},
    {TrialColumn::Layers, "layers", QueryField::Layers},
    {TrialColumn::InputLayer, "input", QueryField::Input},
    {TrialColumn::ActivationName, "activation", QueryField::Text},
    {TrialColumn::MetaLr, "meta-lr", QueryField::Number},
    {TrialColumn::Value, "value", QueryField::Number},
    {TrialColumn::Retrained, "fresh-seeds", QueryField::Number},
    {TrialColumn::BestEpoch, "best-epoch", QueryField::Number},
    {TrialColumn::Test, "test", QueryField::Number},
    {TrialColumn::Auroc, "noise-auroc", QueryField::Number},
    {TrialColumn::Parameters, "parameters", QueryField::Number},
    {TrialColumn::Seed, "seed", QueryField::Number},
    {TrialColumn::Duration, "time", QueryField::Duration},
    {TrialColumn::Tags, "tag", QueryField::Tags},
    {TrialColumn::Note, "note", QueryField::Text},
};

/// A title as a name without spaces: "fresh-seeds".
QString nameFrom(const QString& title)
{
    return title.toCaseFolded().replace(' ', '-');
}

/// Kind and values of a parameter of another program's study, from the first trial that has it.
void describeParameter(QueryField& field, const StudySnapshot& study)
{
    field.kind = QueryField::Number;
    for (const auto& trial : study.trials) {
        const Parameter* found = parameterOf(*trial, field.column.parameter);
        if (!found)
            continue;
        const auto* choices = std::get_if<CategoricalDistribution>(&found->distribution);
        if (!choices)
            return;
        const bool numbers = std::ranges::all_of(choices->choices, [](const auto& choice) { return choice.is_number(); });
        field.kind = numbers ? QueryField::Number : QueryField::Text;
        for (const auto& choice : choices->choices)
            field.values << QString::fromStdString(plainJsonText(choice));
        field.closed = !numbers;
        return;
    }
}

void describeValues(QueryField& field, const QStringList& tags)
{
    switch (field.kind) {
    case QueryField::State:
        field.values = {QStringLiteral("done"),    QStringLiteral("pruned"),      QStringLiteral("failed"),    QStringLiteral("running"),
                        QStringLiteral("waiting"), QStringLiteral("interrupted"), QStringLiteral("infeasible")};
        field.closed = true;
        break;
    case QueryField::Input:
        for (const Choice& part : inputParts())
            field.values << QString::fromStdString(part.name);
        field.values << QStringLiteral("standardised");
        field.closed = true;
        break;
    case QueryField::YesNo:
        field.values = {QStringLiteral("yes"), QStringLiteral("no")};
        field.closed = true;
        break;
    case QueryField::Tags: field.values = tags; break;
    default: break;
    }
    if (field.column.kind == TrialColumn::ActivationName) {
        for (const Choice& choice : choicesOf<Activation>())
            field.values << QString::fromStdString(choice.name);
        field.closed = true;
    }
}

} // namespace

bool QueryField::isWhole() const
{
    switch (column.kind) {
    case TrialColumn::Number:
    case TrialColumn::BestEpoch:
    case TrialColumn::Parameters:
    case TrialColumn::Seed:
    case TrialColumn::Layers: return true;
    default: return false;
    }
}

std::vector<QueryField> queryFields(const StudySnapshot& study, const std::vector<TrialColumn>& columns, const QStringList& tags)
{
    std::vector<QueryField> fields, own;
    for (const TrialColumn& column : columns) {
        QueryField field;
        field.column = column;
        field.help = columnHelp(column);
        field.others << columnKey(column);
        if (column.kind == TrialColumn::Searched || column.kind == TrialColumn::Objective) {
            field.name = QString::fromStdString(column.parameter);
            if (column.kind == TrialColumn::Searched) {
                field.others = QStringList{QStringLiteral("params_") + field.name}; // as in Optuna's tables
                describeParameter(field, study);
            } else {
                field.kind = QueryField::Number;
            }
            own.push_back(std::move(field));
            continue;
        }
        const auto named = std::ranges::find(fieldNames, column.kind, &FieldName::column);
        field.name = QLatin1String(named->name);
        field.kind = named->kind;
        field.others << nameFrom(columnTitle(column));
        describeValues(field, tags);
        fields.push_back(field);
        if (column.kind == TrialColumn::Layers) {
            field.kind = QueryField::Nodes;
            field.name = QStringLiteral("nodes");
            field.others.clear();
            field.help = QCoreApplication::translate("QueryFields", "Nodes of any of the hidden layers");
            fields.push_back(field);
        }
    }
    // A parameter that has the name of a column of every study is found by its second name.
    fields.insert(fields.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return fields;
}

const QueryField* fieldNamed(const std::vector<QueryField>& fields, const QString& name)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const QueryField& field : fields)
            if (field.name.compare(name, sensitivity) == 0)
                return &field;
        for (const QueryField& field : fields)
            if (field.others.contains(name, sensitivity))
                return &field;
    }
    for (const QueryField& field : fields) // a name with full-width letters, written without quotation marks
        if (foldedText(field.name) == foldedText(name))
            return &field;
    return nullptr;
}

const QueryField* fieldOf(const std::vector<QueryField>& fields, TrialColumn::Kind column)
{
    const auto found = std::ranges::find_if(fields, [column](const QueryField& field) { return field.column.kind == column; });
    return found == fields.end() ? nullptr : &*found;
}

std::optional<TrialState> stateFromWord(const QString& word)
{
    const QString folded = foldedText(word);
    if (folded == QLatin1String("complete"))
        return TrialState::Complete;
    if (folded == QLatin1String("fail"))
        return TrialState::Failed;
    constexpr std::pair<TrialState, const char*> words[] = {{TrialState::Complete, "done"},
                                                            {TrialState::Pruned, "pruned"},
                                                            {TrialState::Failed, "failed"},
                                                            {TrialState::Running, "running"},
                                                            {TrialState::Waiting, "waiting"}};
    for (const auto& [state, english] : words)
        if (folded == QLatin1String(english) || folded == stateWord(state).toCaseFolded())
            return state;
    return std::nullopt;
}

} // namespace reweigh
