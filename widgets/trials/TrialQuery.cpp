// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialQuery.h"

#include "widgets/trials/TrialTableModel.h"

#include <algorithm>
#include <utility>

namespace reweigh {
namespace {

/// Whether TrialQuery::wanted() takes its values from this term.
bool saysWhatIsWanted(const QueryTerm& term, TrialColumn::Kind column)
{
    return term.field && term.field->column.kind == column && !term.negated
           && (term.compare == QueryTerm::Has || term.compare == QueryTerm::Equal);
}

} // namespace

TrialQuery TrialQuery::parse(const QString& line, const std::vector<QueryField>& fields)
{
    QueryLine read = readQuery(line, fields);
    TrialQuery query;
    query.m_terms = std::move(read.terms);
    query.m_problem = std::move(read.problem);
    return query;
}

bool TrialQuery::accepts(const TrialTableModel& trials, int row) const
{
    return std::ranges::all_of(m_terms, [&](const QueryTerm& term) { return term.accepts(trials, row); });
}

QStringList TrialQuery::wanted(TrialColumn::Kind column) const
{
    QStringList values;
    if (std::ranges::count_if(m_terms, [&](const QueryTerm& term) { return saysWhatIsWanted(term, column); }) != 1)
        return values;
    const auto term = std::ranges::find_if(m_terms, [&](const QueryTerm& each) { return saysWhatIsWanted(each, column); });
    for (const QueryValue& value : term->values)
        values << value.written;
    return values;
}

QString withWanted(const QString& line, const std::vector<QueryField>& fields, TrialColumn::Kind column, const QStringList& values)
{
    QString changed = line;
    const TrialQuery query = TrialQuery::parse(line, fields);
    for (auto term = query.terms().rbegin(); term != query.terms().rend(); ++term)
        if (saysWhatIsWanted(*term, column))
            changed.remove(term->from, term->length + 1); // with the space behind it
    changed = changed.trimmed();
    const QueryField* field = fieldOf(fields, column);
    if (values.isEmpty() || !field)
        return changed;
    QStringList quoted;
    for (const QString& value : values)
        quoted << quotedValue(value);
    return (changed.isEmpty() ? QString() : changed + ' ') + quotedValue(field->name) + ':' + quoted.join(',');
}

} // namespace reweigh
