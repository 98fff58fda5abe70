// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/QueryCompletion.h"

#include "widgets/text/TypedText.h"
#include "widgets/trials/TrialQuery.h"

#include <algorithm>

namespace reweigh {
namespace {

/// Where the term begins that ends at `cursor`: behind the last space outside quotation marks.
int termStart(const QString& line, int cursor)
{
    int start = 0;
    bool quoted = false;
    for (int at = 0; at < cursor; ++at) {
        quoted = quoted != (line[at] == '"');
        if (!quoted && line[at].isSpace())
            start = at + 1;
    }
    return start;
}

/// Those of `entries` whose text begins with `begun`, before those that have it elsewhere; in any case and width.
template <typename Entry, typename Text>
std::vector<const Entry*> matching(const std::vector<Entry>& entries, const QString& begun, Text text)
{
    std::vector<const Entry*> first, others;
    const QString sought = foldedText(begun);
    for (const Entry& entry : entries)
        if (const QString whole = foldedText(text(entry)); whole.startsWith(sought))
            first.push_back(&entry);
        else if (whole.contains(sought))
            others.push_back(&entry);
    first.insert(first.end(), others.begin(), others.end());
    return first;
}

} // namespace

QueryCompletion queryCompletion(const QString& written, int cursor, const std::vector<QueryField>& fields)
{
    const QString line = asciiUnquoted(written);
    QueryCompletion completion;
    int from = termStart(line, cursor);
    if (from < cursor && line[from] == '-')
        ++from;
    const QString term = line.mid(from, cursor - from);
    const auto sign = std::ranges::find_if(term, [](QChar letter) { return QStringLiteral(":<>=").contains(letter); });
    if (sign == term.end()) {
        completion.from = from;
        completion.length = cursor - from;
        for (const QueryField* field : matching(fields, term, [](const QueryField& entry) { return entry.name; })) {
            const bool number = field->isNumber() && field->kind != QueryField::Layers && field->kind != QueryField::Nodes;
            completion.choices.push_back({quotedValue(field->name) + (number ? '>' : ':'), field->help});
        }
        return completion;
    }
    const QueryField* field = fieldNamed(fields, QString(term.begin(), sign - term.begin()).remove('"'));
    if (!field)
        return completion;
    const auto separator = [&](QChar letter) {
        return letter == ',' || QStringLiteral(":<>=").contains(letter) || (letter == '+' && field->kind == QueryField::Input);
    };
    int begin = cursor;
    while (begin > from && !separator(line[begin - 1]))
        --begin;
    completion.from = begin;
    completion.length = cursor - begin;
    const QString begun = line.mid(begin, cursor - begin).remove('"');
    const std::vector<QString> values(field->values.begin(), field->values.end());
    for (const QString* value : matching(values, begun, [](const QString& entry) { return entry; }))
        completion.choices.push_back({quotedValue(*value), {}});
    return completion;
}

} // namespace reweigh
