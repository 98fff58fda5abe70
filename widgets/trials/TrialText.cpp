// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialText.h"

#include "widgets/text/ErrorText.h"
#include "widgets/text/FigureText.h"
#include "widgets/text/InputText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Trials", text);
}

const QString none = QStringLiteral("—");

} // namespace

QString stateWord(TrialState state)
{
    switch (state) {
    case TrialState::Running: return say(QT_TRANSLATE_NOOP("Trials", "running"));
    case TrialState::Complete: return say(QT_TRANSLATE_NOOP("Trials", "done"));
    case TrialState::Pruned: return say(QT_TRANSLATE_NOOP("Trials", "pruned"));
    case TrialState::Failed: return say(QT_TRANSLATE_NOOP("Trials", "failed"));
    case TrialState::Waiting: return say(QT_TRANSLATE_NOOP("Trials", "waiting"));
    }
    return {};
}

QString stateMark(TrialState state)
{
    switch (state) {
    case TrialState::Running: return QStringLiteral("▶");
    case TrialState::Complete: return markOf(Role::Done);
    case TrialState::Pruned: return QStringLiteral("⊘");
    case TrialState::Failed: return markOf(Role::Bad);
    case TrialState::Waiting: return QStringLiteral("…");
    }
    return {};
}

Role stateRole(TrialState state)
{
    switch (state) {
    case TrialState::Running: return Role::Selection;
    case TrialState::Complete: return Role::Done;
    case TrialState::Failed: return Role::Bad;
    case TrialState::Pruned:
    case TrialState::Waiting: break;
    }
    return Role::Dim;
}

QString stateText(const TrialRow& row, int plannedEpochs)
{
    const QString word = QStringLiteral("%1 %2").arg(stateMark(row.state), stateWord(row.state));
    if (row.cutOff)
        return say(QT_TRANSLATE_NOOP("Trials", "‖ interrupted, continues at the next start"));
    if (row.state == TrialState::Running && row.epoch > 0)
        return plannedEpochs > 0 ? say(QT_TRANSLATE_NOOP("Trials", "%1 · epoch %2 of %3"))
                                       .arg(word, QLocale().toString(row.epoch), QLocale().toString(plannedEpochs))
                                 : say(QT_TRANSLATE_NOOP("Trials", "%1 · step %2")).arg(word, QLocale().toString(row.epoch));
    if (row.error)
        return say(QT_TRANSLATE_NOOP("Trials", "%1: %2")).arg(word, errorText(*row.error));
    return row.infeasible ? say(QT_TRANSLATE_NOOP("Trials", "%1, violates a constraint")).arg(word) : word;
}

QString trialSentence(const TrialRow& row, int plannedEpochs)
{
    const QString number = QLocale().toString(qlonglong(row.number)), state = stateText(row, plannedEpochs);
    if (!row.proposal)
        return say(QT_TRANSLATE_NOOP("Trials", "trial %1: %2, value %3")).arg(number, state, resultText(row, 4));
    return say(QT_TRANSLATE_NOOP("Trials", "trial %1: %2, layers %3, input %4, value %5"))
        .arg(number, state, layersText(row.proposal->metaNet.hidden), inputText(row.proposal->metaNet), accuracyText(row.value));
}

QString layersText(const std::vector<int>& hidden)
{
    if (hidden.empty())
        return say(QT_TRANSLATE_NOOP("Trials", "no hidden layer"));
    QStringList nodes;
    for (const int count : hidden)
        nodes << QString::number(count);
    return nodes.join(' ');
}

QString layersBrief(const std::vector<int>& hidden)
{
    const bool alike = !hidden.empty() && std::ranges::all_of(hidden, [&](int count) { return count == hidden.front(); });
    return alike ? QStringLiteral("%1 × %2").arg(hidden.size()).arg(hidden.front()) : layersText(hidden);
}

QString accuracyText(std::optional<double> value)
{
    return value && !std::isnan(*value) ? shownFigure(*value, 4) : none;
}

QString resultText(const TrialRow& row, int digits)
{
    const auto text = [digits](double value) { return std::isnan(value) ? QString(none) : shownFigure(value, digits); };
    if (row.objectives.empty())
        return row.value ? text(*row.value) : QString(none);
    QStringList values;
    for (const double value : row.objectives)
        values << text(value);
    return values.join(QStringLiteral(" · "));
}

QString shareText(double value)
{
    return std::isnan(value) ? none : shownFigure(value, 2);
}

QString rateText(double value)
{
    return QLocale().toString(value, 'e', 2);
}

QString durationText(std::optional<double> seconds)
{
    if (!seconds)
        return none;
    const auto whole = std::max(0LL, std::llround(*seconds));
    const QString rest =
        QStringLiteral("%1:%2").arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, QLatin1Char('0')).arg(whole % 60, 2, 10, QLatin1Char('0'));
    return whole < 3600 ? rest : QStringLiteral("%1:%2").arg(whole / 3600).arg(rest);
}

QString intervalText(const MeanInterval& interval)
{
    if (interval.n < 1)
        return none;
    const QString mean = accuracyText(interval.mean);
    if (interval.n == 1)
        return say(QT_TRANSLATE_NOOP("Trials", "%1, one seed: no interval")).arg(mean);
    return QCoreApplication::translate("Trials", "%1 ± %2, %n seed(s)", nullptr, interval.n).arg(mean, accuracyText(interval.halfWidth));
}

} // namespace reweigh
