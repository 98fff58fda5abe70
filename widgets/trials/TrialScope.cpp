// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialScope.h"

#include "core/study/Feasibility.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reweigh {
namespace {

/// True if all trials of `left` are complete and no complete trial outside is better than the worst of them, where a feasible trial is better
/// than one that is not.
bool areTheBest(const StudySnapshot& study, const Selection::Trials& left)
{
    const double sign = study.direction == Direction::Maximize ? 1.0 : -1.0;
    using Rank = std::pair<bool, double>; // feasible, value
    Rank worstIn{true, INFINITY}, bestOut{false, -INFINITY};
    for (const auto& trial : study.trials) {
        const bool in = left.contains(trial->number), complete = trial->state == TrialState::Complete && trial->value;
        if (in && !complete)
            return false;
        if (!complete)
            continue;
        const Rank rank(isFeasible(*trial), sign * *trial->value);
        (in ? worstIn : bestOut) = in ? std::min(worstIn, rank) : std::max(bestOut, rank);
    }
    return worstIn >= bestOut;
}

} // namespace

TrialCounts countTrials(const StudySnapshot& study)
{
    TrialCounts counts{.all = int(study.trials.size())};
    for (const auto& trial : study.trials)
        switch (trial->state) {
        case TrialState::Complete: ++counts.done; break;
        case TrialState::Pruned: ++counts.pruned; break;
        case TrialState::Failed: ++counts.failed; break;
        case TrialState::Running: ++(study.isInterrupted(*trial) ? counts.interrupted : counts.running); break;
        case TrialState::Waiting: ++counts.waiting; break;
        }
    return counts;
}

QString countsText(const StudySnapshot& study)
{
    const TrialCounts counts = countTrials(study);
    QStringList parts;
    const auto add = [&](int count, const QString& text) {
        if (count > 0)
            parts << text;
    };
    add(counts.done, QCoreApplication::translate("TrialScope", "%n done", nullptr, counts.done));
    add(counts.pruned, QCoreApplication::translate("TrialScope", "%n pruned", nullptr, counts.pruned));
    add(counts.failed, QCoreApplication::translate("TrialScope", "%n failed", nullptr, counts.failed));
    add(counts.running, QCoreApplication::translate("TrialScope", "%n running", nullptr, counts.running));
    add(counts.interrupted, QCoreApplication::translate("TrialScope", "%n interrupted", nullptr, counts.interrupted));
    add(counts.waiting, QCoreApplication::translate("TrialScope", "%n waiting", nullptr, counts.waiting));
    return QCoreApplication::translate("TrialScope", "%1 · %2", "all trials · by state")
        .arg(QLocale().toString(counts.all), parts.join(QStringLiteral(", ")));
}

QString brushText(const StudySnapshot& study, const Selection::Trials& left)
{
    const int done = countTrials(study).done;
    if (!left.empty() && int(left.size()) < done && areTheBest(study, left))
        return QCoreApplication::translate("TrialScope", "brushed: top %1 %")
            .arg(QLocale().toString(int(std::lround(100.0 * double(left.size()) / done))));
    return QCoreApplication::translate("TrialScope", "brushed: %n trial(s)", nullptr, int(left.size()));
}

} // namespace reweigh
