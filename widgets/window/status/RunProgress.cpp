// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/status/RunProgress.h"

#include "core/study/TrialTimes.h"
#include "widgets/state/ComparisonSize.h"
#include "widgets/text/FigureText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

QString number(int value)
{
    return QLocale().toString(value);
}

/// Mean seconds that complete and pruned trials ran; 0 if there are none.
double meanTrialSeconds(const StudySnapshot& study)
{
    double sum = 0.0;
    int count = 0;
    for (const auto& trial : study.trials)
        if (trial->state == TrialState::Complete || trial->state == TrialState::Pruned)
            if (const std::optional<double> ran = runningSeconds(*trial)) {
                sum += *ran;
                ++count;
            }
    return count ? sum / count : 0.0;
}

/// The progress of a training, from its last step or else its last epoch.
struct Place {
    int epoch = 0, epochs = 0, done = 0;
    double stepsPerSecond = 0.0, secondsElapsed = 0.0, secondsLeft = 0.0;
};

Place placeOf(OpenStudy& study, const RunKey& key)
{
    Place place{.epochs = study.config().training.epochs};
    if (const auto trained = study.runEpochs(key)) {
        if (trained->started)
            place.epochs = trained->started->epochs;
        if (!trained->epochs.empty()) {
            const EpochFigures& last = trained->epochs.back();
            place.done = last.epoch;
            place.stepsPerSecond = last.stepsPerSecond;
            place.secondsElapsed = last.secondsElapsed;
            if (last.stepsPerSecond > 0.0 && std::isfinite(last.secondsLeft)) // else no step was timed in it
                place.secondsLeft = last.secondsLeft;
        }
    }
    place.epoch = std::min(place.epochs, place.done + 1);
    if (const auto trace = study.trace(key); trace && trace->latest()) {
        place.epoch = trace->latest()->epoch;
        place.stepsPerSecond = trace->latest()->stepsPerSecond;
        place.secondsLeft = trace->latest()->secondsLeft;
    }
    return place;
}

QString clock(const QDateTime& moment)
{
    const bool today = moment.date() == QDate::currentDate();
    const QString time = QLocale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")); // an estimate is shown without seconds
    return today ? QLocale().toString(moment.time(), time) : QLocale().toString(moment, QLocale::ShortFormat);
}

/// Of what is paused, or runs while no training does: how much of it is done.
QString doneText(const RunProgress& progress)
{
    const bool paused = progress.state == RunState::Paused;
    if (progress.comparing && progress.comparisons > 0)
        return (paused
                    ? QCoreApplication::translate("RunProgress", "Comparison paused, %1 of %Ln training(s) done", nullptr,
                                                  progress.comparisons)
                    : QCoreApplication::translate("RunProgress", "Comparison, %1 of %Ln training(s) done", nullptr, progress.comparisons))
            .arg(number(progress.compared));
    if (progress.comparing)
        return paused ? QCoreApplication::translate("RunProgress", "Comparison paused")
                      : QCoreApplication::translate("RunProgress", "Comparison begins");
    return (paused ? QCoreApplication::translate("RunProgress", "Paused, %1 of %Ln trial(s) done", nullptr, progress.trials)
                   : QCoreApplication::translate("RunProgress", "Running, %1 of %Ln trial(s) done", nullptr, progress.trials))
        .arg(number(progress.finished));
}

QString runText(const RunProgress& progress)
{
    if (progress.comparing)
        return progress.comparisons > 0
                   ? QCoreApplication::translate("RunProgress", "Comparison: %1 of %Ln training(s) · %2, seed %3", nullptr,
                                                 progress.comparisons)
                         .arg(number(progress.compared), QString::fromStdString(progress.run.variant), number(progress.run.seed))
                   : QCoreApplication::translate("RunProgress", "Comparison: %1, seed %2")
                         .arg(QString::fromStdString(progress.run.variant), number(progress.run.seed));
    return QCoreApplication::translate("RunProgress", "Trial %1 of %2")
        .arg(number(int(progress.run.trial) + 1), number(std::max(progress.trials, int(progress.run.trial) + 1)));
}

} // namespace

RunProgress runProgress(OpenStudy& study, const QDateTime& now)
{
    const auto snapshot = study.snapshot();
    const std::vector<RunKey> running = study.running();
    RunProgress progress{.state = study.runner().state(),
                         .comparing = study.runner().comparing(),
                         .running = int(running.size()),
                         .trials = study.config().search.trials,
                         .comparisonNext = study.comparisonNext()};
    progress.finished =
        int(std::count_if(snapshot->trials.begin(), snapshot->trials.end(), [](const auto& trial) { return isFinished(trial->state); }));

    double begun = 0.0, longest = 0.0, mean = meanTrialSeconds(*snapshot);
    for (const RunKey& key : running) {
        const Place place = placeOf(study, key);
        begun += place.epochs > 0 ? double(place.done) / place.epochs : 0.0;
        longest = std::max(longest, place.secondsLeft);
        if (mean == 0.0 && place.done > 0 && (place.secondsLeft > 0.0 || place.done == place.epochs))
            mean = place.secondsElapsed + place.secondsLeft;
        progress.run = key;
        progress.epoch = place.epoch;
        progress.epochs = place.epochs;
        progress.stepsPerSecond = place.stepsPerSecond;
        if (place.secondsLeft > 0.0)
            progress.trialEnds = now.addMSecs(std::llround(place.secondsLeft * 1000));
    }
    if (progress.trials > 0)
        progress.share = std::clamp((progress.finished + begun) / progress.trials, 0.0, 1.0);
    if (progress.comparing) {
        const auto size = comparisonSize(study);
        if (size && size->trainings > 0) {
            progress.compared = size->done;
            progress.comparisons = size->trainings;
            progress.share = std::clamp((size->done + begun) / size->trainings, 0.0, 1.0);
            const int more = std::max(0, size->trainings - size->done - progress.running);
            if (progress.running > 0 && (size->secondsEach > 0.0 || more == 0))
                progress.studyEnds =
                    now.addMSecs(std::llround((longest + std::ceil(double(more) / progress.running) * size->secondsEach) * 1000));
        }
        return progress;
    }
    const int waiting = std::max(0, progress.trials - progress.finished - progress.running);
    if (progress.running > 0 && (mean > 0.0 || waiting == 0))
        progress.studyEnds = now.addMSecs(std::llround((longest + waiting * mean / progress.running) * 1000));
    return progress;
}

QString planText(OpenPlan& plan, const QDateTime& now)
{
    const PlanJobState state = plan.job().state();
    const auto snapshot = plan.snapshot();
    if (state == PlanJobState::Idle || !snapshot)
        return {};
    if (state == PlanJobState::Stopping)
        return QCoreApplication::translate("PlanProgress", "Plan %1: stopping, checkpoints are written").arg(plan.title());
    const PlanSize& size = snapshot->size;
    const int all = size.trials + size.runs - size.runsImpossible, left = size.trialsLeft + size.runsLeft;
    QStringList parts = {
        QCoreApplication::translate("PlanProgress", "Plan %1: %2 of %Ln training(s)", nullptr, all).arg(plan.title(), number(all - left))};
    if (std::isfinite(snapshot->secondsLeft) && plan.job().workers() > 0)
        parts << QCoreApplication::translate("RunProgress", "ends %1")
                     .arg(clock(now.addMSecs(std::llround(snapshot->secondsLeft / plan.job().workers() * 1000))));
    if (!plan.news().isEmpty())
        parts << plan.news();
    return parts.join(QStringLiteral(" · "));
}

double planShare(OpenPlan& plan)
{
    const auto snapshot = plan.snapshot();
    if (!snapshot)
        return 0.0;
    const PlanSize& size = snapshot->size;
    const double all = size.trials + size.runs - size.runsImpossible;
    return all > 0.0 ? (all - size.trialsLeft - size.runsLeft) / all : 0.0;
}

QString progressText(const RunProgress& progress, OpenStudy& study)
{
    switch (progress.state) {
    case RunState::Preparing: return QCoreApplication::translate("RunProgress", "Preparing: reading the data, opening the engine");
    case RunState::Pausing: return QCoreApplication::translate("RunProgress", "Pausing: the step is finished and a checkpoint written");
    case RunState::Stopping: return QCoreApplication::translate("RunProgress", "Stopping: a checkpoint is written");
    case RunState::Paused: return doneText(progress);
    case RunState::Idle: {
        const auto snapshot = study.snapshot();
        if (snapshot->trials.empty())
            return QCoreApplication::translate("RunProgress", "Ready");
        const QString trials = QCoreApplication::translate("RunProgress", "%n trial(s)", nullptr, int(snapshot->trials.size()));
        const StudyTrial* best = snapshot->best();
        const QString line = snapshot->beingWritten
                                 ? QCoreApplication::translate("RunProgress", "%1, another process is adding to them").arg(trials)
                                 : trials;
        return best ? QCoreApplication::translate("RunProgress", "%1 · best %2, trial %3")
                          .arg(line, shownFigure(*best->value, 4), number(int(best->number)))
                    : line;
    }
    case RunState::Running: break;
    }
    if (progress.running == 0)
        return doneText(progress);
    const bool search = !progress.comparing && progress.comparisonNext > 0; // the study does not end with it
    QStringList parts = {runText(progress)}; // what is asked for most comes first: a narrow window cuts the rest off
    if (progress.studyEnds)
        parts << (progress.comparing ? QCoreApplication::translate("RunProgress", "comparison ends %1")
                  : search           ? QCoreApplication::translate("RunProgress", "search ends %1")
                                     : QCoreApplication::translate("RunProgress", "study ends %1"))
                     .arg(clock(*progress.studyEnds));
    if (search)
        parts << QCoreApplication::translate("RunProgress", "then a comparison of up to %Ln training(s)", nullptr, progress.comparisonNext);
    parts << QCoreApplication::translate("RunProgress", "epoch %1 of %2").arg(number(progress.epoch), number(progress.epochs));
    if (progress.trialEnds)
        parts << (progress.comparing ? QCoreApplication::translate("RunProgress", "training ends %1")
                                     : QCoreApplication::translate("RunProgress", "trial ends %1"))
                     .arg(clock(*progress.trialEnds));
    if (progress.stepsPerSecond > 0.0)
        parts << QCoreApplication::translate("RunProgress", "%1 steps/s").arg(QLocale().toString(progress.stepsPerSecond, 'f', 1));
    return parts.join(QStringLiteral(" · "));
}

} // namespace reweigh
