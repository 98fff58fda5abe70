// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/QueryReader.h"

#include "core/base/NearestName.h"
#include "widgets/text/TypedText.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace reweigh {
namespace {

constexpr int mostLayers = 64; ///< hidden layers that a network can have

QString sayQuery(const char* text)
{
    return QCoreApplication::translate("TrialQuery", text);
}

bool isOneOf(QChar letter, const char* letters)
{
    return QLatin1String(letters).contains(letter);
}

/// Reads a line from left to right; the first problem ends it.
class QueryReader {
public:
    QueryReader(const QString& line, const std::vector<QueryField>& fields)
        : m_line(line)
        , m_fields(fields)
    {
    }

    std::vector<QueryTerm> terms;
    std::optional<QueryProblem> problem;

    void read()
    {
        for (skipSpaces(); !atEnd() && !problem; skipSpaces())
            readTerm();
    }

private:
    bool atEnd() const { return m_at >= m_line.size(); }
    QChar next(int ahead = 0) const { return m_at + ahead < m_line.size() ? m_line[m_at + ahead] : QChar(); }
    void skipSpaces()
    {
        while (!atEnd() && next().isSpace())
            ++m_at;
    }
    QString written(int from) const { return m_line.mid(from, m_at - from).trimmed(); }
    void fail(int from, const QString& sentence)
    {
        if (!problem)
            problem = QueryProblem{sentence, from, std::max(1, m_at - from)};
    }

    bool atSign() const { return isOneOf(next(), ":<>=") || next() == u'≤' || next() == u'≥' || next() == u'≠'; }
    bool atOperator() const { return atSign() || (next() == '!' && next(1) == '='); }
    void readTerm();
    QString readQuoted();
    QString readUntil(bool list);
    void readWord(QueryTerm& term, const QString& word, bool quoted);
    bool readComparison(QueryTerm& term);
    void readField(QueryTerm& term, const QString& name);
    void readValues(QueryTerm& term);
    void check(const QueryTerm& term, QueryValue& value);
    void checkClosed(const QueryTerm& term, QueryValue& value);
    void checkInput(const QueryTerm& term, QueryValue& value);
    void checkLayers(const QueryTerm& term, QueryValue& value);
    QString example(const QueryField& field) const;

    const QString& m_line;
    const std::vector<QueryField>& m_fields;
    int m_at = 0;
};

void QueryReader::readTerm()
{
    QueryTerm term;
    term.from = m_at;
    if (next() == '-' && m_at + 1 < m_line.size() && !next(1).isSpace() && !next(1).isDigit() && next(1) != '.') {
        term.negated = true;
        ++m_at;
    }
    if (next() == '#') {
        ++m_at;
        if (const QueryField* field = fieldOf(m_fields, TrialColumn::Number)) {
            term.field = *field;
            readValues(term);
        }
    } else {
        const bool quoted = next() == '"';
        const QString name = quoted ? readQuoted() : readUntil(false);
        if (problem)
            return;
        const int end = m_at;
        if (!isOneOf(next(), ":")) // a comparison may have spaces around it
            skipSpaces();
        if (!atOperator() || (next() == ':' && m_at > end)) {
            m_at = end;
            readWord(term, name, quoted);
        } else if (readComparison(term)) {
            readField(term, name);
        }
    }
    term.length = m_at - term.from;
    if (!problem)
        terms.push_back(std::move(term));
}

/// What stands between quotation marks, where the line is at the first of them.
QString QueryReader::readQuoted()
{
    const int from = m_at;
    const auto close = m_line.indexOf('"', from + 1);
    if (close < 0) {
        m_at = int(m_line.size());
        fail(from, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "The quotation mark before “%1” is not closed: write another one behind it."))
                       .arg(m_line.mid(from + 1).trimmed()));
        return {};
    }
    m_at = int(close) + 1;
    return m_line.mid(from + 1, close - from - 1);
}

/// Letters up to a space and, of a value (`list`), a comma, or else a comparison. Parts in quotation marks count as letters.
QString QueryReader::readUntil(bool list)
{
    QString text;
    while (!atEnd() && !problem && !next().isSpace() && (list ? next() != ',' : !atOperator())) {
        if (next() == '"')
            text += readQuoted();
        else
            text += m_line[m_at++];
    }
    return text;
}

void QueryReader::readWord(QueryTerm& term, const QString& word, bool quoted)
{
    // In small letters only before a term of a column or a number of a trial: elsewhere it is a word that is searched.
    static const QRegularExpression ofColumn(QStringLiteral("^\\s+-?(#|[^\\s\"]+[:=<>!≠≤≥])"));
    const QString joint = ofColumn.match(m_line.mid(m_at)).hasMatch() ? word.toUpper() : word;
    if (!quoted && (joint == QLatin1String("OR") || word == QLatin1String("||")))
        return fail(term.from, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is not known: write values with commas between them, as in "
                                                                        "state:pruned,failed."))
                                   .arg(word));
    if (!quoted && (joint == QLatin1String("AND") || word == QLatin1String("&&")))
        return fail(term.from,
                    sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is not needed: a trial must meet every term. Leave it out.")).arg(word));
    if (!quoted && joint == QLatin1String("NOT"))
        return fail(term.from, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is not known: write - in front of the term, as in "
                                                                        "-state:failed."))
                                   .arg(word));
    if (word.isEmpty())
        return fail(term.from,
                    sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "Between the quotation marks stands nothing: write a word there.")));
    term.values = {QueryValue{.written = word}};
}

/// The comparison at which the line is. Also ":>" and "==", which other programs have.
bool QueryReader::readComparison(QueryTerm& term)
{
    const int from = m_at;
    while (atSign() || next() == '!')
        ++m_at;
    QString sign = written(from);
    if (sign.size() > 1 && sign[0] == ':')
        sign.remove(0, 1);
    const std::pair<const char16_t*, QueryTerm::Compare> signs[] = {
        {u":", QueryTerm::Has},     {u"=", QueryTerm::Equal},    {u"==", QueryTerm::Equal},  {u"!=", QueryTerm::Equal},
        {u"≠", QueryTerm::Equal},   {u"<", QueryTerm::Less},     {u"<=", QueryTerm::AtMost}, {u"≤", QueryTerm::AtMost},
        {u">", QueryTerm::Greater}, {u">=", QueryTerm::AtLeast}, {u"≥", QueryTerm::AtLeast},
    };
    for (const auto& [known, compare] : signs)
        if (sign == QStringView(known)) {
            term.compare = compare;
            if (sign == QLatin1String("!=") || sign == QStringView(u"≠"))
                term.negated = !term.negated;
            return true;
        }
    fail(from, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is no comparison. There are : = != < <= > and >=.")).arg(written(from)));
    return false;
}

void QueryReader::readField(QueryTerm& term, const QString& name)
{
    if (name.isEmpty())
        return fail(term.from, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” has no column in front of it: write one, as in value>0.45."))
                                   .arg(written(term.from)));
    const QueryField* field = fieldNamed(m_fields, name);
    if (!field) {
        std::vector<std::string> names;
        for (const QueryField& known : m_fields)
            names.push_back(known.name.toStdString());
        const QString nearest = QString::fromStdString(nearestName(name.toCaseFolded().toStdString(), names));
        readUntil(true);
        const QString text = written(term.from);
        return fail(term.from,
                    nearest.isEmpty()
                        ? sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "This study has no column “%1”. To search for the text, write it in "
                                                                   "quotation marks: \"%2\"."))
                              .arg(name, text)
                        : sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "This study has no column “%1”: is %2 meant? To search for the text, "
                                                                   "write it in quotation marks: \"%3\"."))
                              .arg(name, nearest, text));
    }
    term.field = *field;
    const bool ordered = term.compare != QueryTerm::Has && term.compare != QueryTerm::Equal;
    if (ordered && !field->isNumber()) {
        readUntil(true);
        return fail(term.from, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” holds no numbers that could be more or less: write %2, for "
                                                                        "example."))
                                   .arg(field->name, example(*field)));
    }
    skipSpaces();
    readValues(term);
    if (ordered && !problem && (term.values.size() > 1 || !term.values.front().number))
        fail(term.from,
             sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” needs one number to compare with, with a decimal point: write %2, for "
                                                      "example."))
                 .arg(written(term.from), example(*field)));
}

/// The values between commas at which the line is.
void QueryReader::readValues(QueryTerm& term)
{
    while (!problem) {
        const int from = m_at;
        const bool quoted = next() == '"';
        QueryValue value{.written = readUntil(true)};
        if (problem)
            return;
        if (value.written.isEmpty())
            return fail(term.from, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” lacks a value: write %2, for example."))
                                       .arg(written(term.from), example(*term.field)));
        value.any = !quoted && value.written == QLatin1String("*");
        if (!value.any)
            check(term, value);
        if (problem) {
            problem->from = from;
            problem->length = std::max(1, m_at - from);
            return;
        }
        term.values.push_back(std::move(value));
        if (next() != ',')
            return;
        ++m_at;
        skipSpaces();
    }
}

void QueryReader::check(const QueryTerm& term, QueryValue& value)
{
    const QueryField& field = *term.field;
    if (field.kind == QueryField::Input)
        return checkInput(term, value);
    if (field.closed)
        return checkClosed(term, value);
    if (field.kind == QueryField::Layers)
        return checkLayers(term, value);
    if (field.isNumber() && !readNumber(value, field))
        fail(m_at, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is no number for %2: write %3, for example."))
                       .arg(value.written, field.name, example(field)));
}

/// Holds `value` to the values that there are. Of texts a part of one is enough.
void QueryReader::checkClosed(const QueryTerm& term, QueryValue& value)
{
    const QueryField& field = *term.field;
    const QString folded = foldedText(value.written);
    if (field.kind == QueryField::State && stateFromWord(folded))
        return;
    if (field.kind == QueryField::YesNo && QStringList{"yes", "true", "1"}.contains(folded)) {
        value.written = QStringLiteral("yes");
        return;
    }
    if (field.kind == QueryField::YesNo && QStringList{"no", "false", "0"}.contains(folded)) {
        value.written = QStringLiteral("no");
        return;
    }
    const bool known = std::ranges::any_of(field.values, [&](const QString& choice) {
        return field.kind == QueryField::Text && term.compare == QueryTerm::Has ? foldedText(choice).contains(folded)
                                                                                : foldedText(choice) == folded;
    });
    if (!known)
        fail(m_at, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is no value of %2. There are: %3."))
                       .arg(value.written, field.name, field.values.join(QStringLiteral(", "))));
}

void QueryReader::checkInput(const QueryTerm& term, QueryValue& value)
{
    const QueryField& field = *term.field;
    for (const QString& written : foldedText(value.written).remove(' ').split('+')) {
        if (!field.values.contains(written))
            return fail(m_at, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is no part of an input. There are, with + between them: %2."))
                                  .arg(written, field.values.join(QStringLiteral(", "))));
        value.parts << written;
    }
    value.parts.removeDuplicates();
}

/// The number of layers, or the nodes of each: "128-128-64".
void QueryReader::checkLayers(const QueryTerm& term, QueryValue& value)
{
    QString widths = value.written;
    const QStringList parts = widths.replace('-', ' ').split(' ', Qt::SkipEmptyParts);
    if (parts.size() > 1 && !value.written.contains(QLatin1String(".."))) {
        for (const QString& part : parts)
            value.widths.push_back(part.toInt());
        if (std::ranges::all_of(value.widths, [](int nodes) { return nodes > 0; }))
            return;
    } else if (readNumber(value, *term.field)) {
        if (!value.number || *value.number <= mostLayers)
            return;
        return fail(m_at, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is the number of hidden layers, and none has %2: for their width "
                                                                   "write nodes:%2."))
                              .arg(term.field->name, value.written));
    }
    fail(m_at, sayQuery(QT_TRANSLATE_NOOP("TrialQuery", "“%1” is neither a number of layers, as in layers:2, nor the nodes of each, as in "
                                                        "layers:128-128."))
                   .arg(value.written));
}

/// A term about the field that is right.
QString QueryReader::example(const QueryField& field) const
{
    const QString name = quotedValue(field.name);
    switch (field.kind) {
    case QueryField::Number:
        if (field.column.kind == TrialColumn::Number)
            return QStringLiteral("#9");
        return name + (field.isWhole() ? QStringLiteral(">10") : QStringLiteral(">0.45"));
    case QueryField::Duration: return name + QStringLiteral(">2m");
    case QueryField::Layers: return name + QStringLiteral(":2");
    case QueryField::Nodes: return name + QStringLiteral(":128");
    case QueryField::Input: return name + QStringLiteral(":loss+label");
    default: return name + ':' + (field.values.isEmpty() ? QStringLiteral("*") : quotedValue(field.values.front()));
    }
}

} // namespace

QueryLine readQuery(const QString& line, const std::vector<QueryField>& fields)
{
    const QString read = asciiUnquoted(line);
    QueryReader reader(read, fields);
    reader.read();
    return {std::move(reader.terms), std::move(reader.problem)};
}

QString quotedValue(const QString& value)
{
    const bool plain = !value.isEmpty() && value[0] != '-' && asciiForms(value) == value
                       && std::ranges::none_of(value, [](QChar letter) { return letter.isSpace() || isOneOf(letter, ":<>=!,\"#"); });
    return plain && value != QLatin1String("*") ? value : '"' + QString(value).remove('"') + '"';
}

} // namespace reweigh
