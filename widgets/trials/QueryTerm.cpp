// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/QueryTerm.h"

#include "core/config/Names.h"
#include "widgets/text/TypedText.h"
#include "widgets/trials/TrialTableModel.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// A number and half of the unit of its last decimal, within which values are taken for it.
struct WrittenNumber {
    double value = 0.0, half = 0.0;
};

std::optional<WrittenNumber> plainNumber(const QString& text, bool whole)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || std::isnan(value))
        return std::nullopt;
    const auto exponent = text.indexOf('e', 0, Qt::CaseInsensitive), point = text.indexOf('.');
    const auto end = exponent < 0 ? text.size() : exponent;
    const auto decimals = point < 0 ? 0 : end - point - 1;
    if (whole || (decimals == 0 && exponent < 0))
        return WrittenNumber{value, 0.0};
    const int power = exponent < 0 ? 0 : text.mid(exponent + 1).toInt();
    return WrittenNumber{value, 0.5 * std::pow(10.0, power - int(decimals))};
}

/// "90", "90s", "1.5m", "2h", "1:30", "1:02:11" in seconds.
std::optional<WrittenNumber> writtenTime(const QString& text)
{
    if (text.contains(':')) {
        const QStringList parts = text.split(':');
        double seconds = 0.0;
        for (const QString& part : parts) {
            bool ok = false;
            const int number = part.toInt(&ok);
            if (!ok || number < 0 || parts.size() > 3)
                return std::nullopt;
            seconds = 60.0 * seconds + number;
        }
        return WrittenNumber{seconds, 0.5};
    }
    const QChar unit = text.isEmpty() ? QChar() : text.back();
    const double factor = unit == 'h' ? 3600.0 : unit == 'm' ? 60.0 : 1.0;
    const bool named = factor > 1.0 || unit == 's';
    auto number = plainNumber(named ? text.chopped(1) : text, false);
    if (number) {
        number->value *= factor;
        number->half = factor * std::max(number->half, text.contains('.') ? 0.0 : 0.5);
    }
    return number;
}

std::optional<WrittenNumber> writtenNumber(const QString& text, const QueryField& field)
{
    return field.kind == QueryField::Duration ? writtenTime(text) : plainNumber(text, field.isWhole());
}

bool compares(double value, QueryTerm::Compare compare, const QueryValue& wanted)
{
    switch (compare) {
    case QueryTerm::Has:
    case QueryTerm::Equal: return value >= wanted.low && value <= wanted.high;
    case QueryTerm::Less: return wanted.number && value < *wanted.number;
    case QueryTerm::AtMost: return wanted.number && value <= *wanted.number;
    case QueryTerm::Greater: return wanted.number && value > *wanted.number;
    case QueryTerm::AtLeast: return wanted.number && value >= *wanted.number;
    }
    return false;
}

bool hasState(const TrialTableModel& trials, int row, const QString& word)
{
    const QString folded = foldedText(word);
    const bool interrupted = trials.snapshot().isInterrupted(trials.trial(row));
    if (interrupted || folded == QLatin1String("interrupted")) // nor is such a trial running
        return interrupted && folded == QLatin1String("interrupted");
    if (folded == QLatin1String("infeasible"))
        return trials.row(row).infeasible;
    return stateFromWord(word) == trials.trial(row).state;
}

bool hasInput(const MetaNetSpec& spec, const QueryValue& wanted, bool exactly)
{
    QStringList parts;
    for (const std::string& part : partsOfInput(inputName(spec)))
        parts << QString::fromStdString(part);
    if (isStandardised(spec))
        parts << QStringLiteral("standardised");
    return std::ranges::all_of(wanted.parts, [&](const QString& part) { return parts.contains(part); })
           && (!exactly || wanted.parts.size() == parts.size());
}

/// The value of a column as a number: also of a category that is written as one.
std::optional<double> numberIn(const QVariant& value)
{
    bool ok = false;
    const double number = value.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool hasText(const QVariant& value, const QueryValue& wanted, QueryTerm::Compare compare)
{
    const QString text = foldedText(value.toString()), sought = foldedText(wanted.written);
    return compare == QueryTerm::Equal ? text == sought : text.contains(sought);
}

bool hasValue(const QueryTerm& term, const QueryValue& wanted, const TrialTableModel& trials, int row)
{
    const QueryField& field = *term.field;
    const StudyTrial& trial = trials.trial(row);
    // First what needs no facts of the trial, which take long to read in a large study.
    switch (field.kind) {
    case QueryField::State: return wanted.any || hasState(trials, row, wanted.written);
    case QueryField::Tags:
        return std::ranges::any_of(trials.marks(row).tags,
                                   [&](const QString& tag) { return wanted.any || foldedText(tag) == foldedText(wanted.written); });
    case QueryField::YesNo: return trials.marks(row).star == (wanted.any || wanted.written == QLatin1String("yes"));
    default: break;
    }
    if (field.column.kind == TrialColumn::Number)
        return wanted.any || compares(double(trial.number), term.compare, wanted);
    if (field.column.kind == TrialColumn::Value)
        return trial.value && (wanted.any || compares(*trial.value, term.compare, wanted));
    if (field.column.kind == TrialColumn::Note)
        return wanted.any ? !trials.marks(row).note.isEmpty() : hasText(trials.marks(row).note, wanted, term.compare);
    const TrialRow& facts = trials.row(row);
    if (field.kind == QueryField::Layers || field.kind == QueryField::Nodes || field.kind == QueryField::Input) {
        if (!facts.proposal || wanted.any)
            return facts.proposal.has_value();
        const MetaNetSpec& net = facts.proposal->metaNet;
        if (field.kind == QueryField::Input)
            return hasInput(net, wanted, term.compare == QueryTerm::Equal);
        if (field.kind == QueryField::Nodes)
            return std::ranges::any_of(net.hidden, [&](int nodes) { return compares(nodes, term.compare, wanted); });
        return wanted.widths.empty() ? compares(double(net.hidden.size()), term.compare, wanted) : net.hidden == wanted.widths;
    }
    if (field.column.kind == TrialColumn::ActivationName) // by the name that studies have, whatever the window calls it
        return facts.proposal
               && (wanted.any || hasText(QString::fromStdString(nameOf(facts.proposal->metaNet.activation)), wanted, term.compare));
    const QVariant value = rawValue(field.column, trials.cell(row));
    if (!value.isValid() || wanted.any)
        return value.isValid();
    if (!field.isNumber())
        return hasText(value, wanted, term.compare);
    const std::optional<double> number = numberIn(value);
    return number && compares(*number, term.compare, wanted);
}

} // namespace

bool QueryTerm::accepts(const TrialTableModel& trials, int row) const
{
    const bool found = std::ranges::any_of(values, [&](const QueryValue& value) {
        return field ? hasValue(*this, value, trials, row) : trials.searchText(row).contains(foldedText(value.written));
    });
    return found != negated;
}

bool readNumber(QueryValue& value, const QueryField& field)
{
    const auto dots = value.written.indexOf(QLatin1String(".."));
    if (dots >= 0) {
        const QString low = value.written.left(dots), high = value.written.mid(dots + 2);
        const auto first = writtenNumber(low, field), last = writtenNumber(high, field);
        if ((low.isEmpty() && high.isEmpty()) || (!low.isEmpty() && !first) || (!high.isEmpty() && !last))
            return false;
        const auto ends = std::minmax({first ? first->value : -INFINITY, last ? last->value : INFINITY});
        value.low = ends.first;
        value.high = ends.second;
        return true;
    }
    const auto number = writtenNumber(value.written, field);
    if (!number)
        return false;
    value.number = number->value;
    value.low = number->value - number->half;
    value.high = number->value + number->half;
    return true;
}

} // namespace reweigh
