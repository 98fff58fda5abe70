// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialDetails.h"

#include "core/analysis/InflationInfo.h"
#include "core/base/JsonText.h"
#include "core/config/Names.h"
#include "core/search/ParameterNames.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/FigureText.h"
#include "widgets/text/InputText.h"
#include "widgets/trials/TrialColumns.h"
#include "widgets/trials/TrialScope.h"
#include "widgets/trials/TrialText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace reweigh {
namespace {

QString sayDetail(const char* text, const char* comment = nullptr)
{
    return QCoreApplication::translate("TrialDetails", text, comment);
}

/// A line of pairs of a word and a figure, with three spaces between them, that breaks between pairs only.
QString unbroken(const QString& pairs)
{
    const QString gap(3, QLatin1Char(' '));
    QStringList parts = pairs.split(gap);
    for (QString& part : parts)
        part.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
    return parts.join(gap);
}

/// Width of the MW-Net's input, computed from the number of `parameters` less those of the other layers; 0 if the numbers are
/// inconsistent.
long inputWidth(const MetaNetSpec& network, long parameters)
{
    std::vector<int> widths = network.hidden;
    widths.push_back(1);
    long rest = parameters;
    for (std::size_t layer = 1; layer < widths.size(); ++layer)
        rest -= long(widths[layer - 1] + 1) * widths[layer];
    const long first = widths.front();
    return rest > 0 && rest % first == 0 ? rest / first - 1 : 0;
}

int validationImages(const StudySnapshot& study)
{
    if (!study.facts || study.facts->metric.find("accuracy") == std::string::npos)
        return 0;
    const long images = long(wholeAt(study.facts->config, "/val-per-class")) * wholeAt(study.facts->fingerprint, "/dataset/classes");
    return std::in_range<int>(images) ? int(images) : 0;
}

/// The AUROC within the classes with many, a medium number of and few images, each a mean over the same last epochs as the overall one; in
/// studies of earlier versions, which did not store it, by the epochs of the training. None where neither is there.
std::optional<std::array<double, 3>> groupAurocs(const TrialFacts& trial, const RunEpochs* trained)
{
    constexpr std::array stored = {"detection.auroc_many", "detection.auroc_medium", "detection.auroc_few"};
    std::array<double, 3> means = {};
    if (trial.metrics.contains(stored[0]) && trial.metrics.contains(stored[1]) && trial.metrics.contains(stored[2])) {
        for (std::size_t group = 0; group < means.size(); ++group)
            means[group] = trial.metrics.at(stored[group]).meanOfLast;
        return means;
    }
    const auto overall = trial.metrics.find("detection.auroc");
    if (!trained || trained->epochs.empty() || overall == trial.metrics.end())
        return std::nullopt;
    const int epochs = int(trained->epochs.size()), last = std::clamp(overall->second.meanEpochs, 1, epochs);
    int place = 0;
    for (const EpochFigures& epoch : trained->epochs)
        if (++place > epochs - last)
            for (std::size_t group = 0; group < means.size(); ++group)
                means[group] += epoch.detection.aurocByGroup[group] / last;
    return means;
}

using Facts = std::vector<TrialDetails::Fact>;

void addOurs(Facts& facts, const TrialFacts& trial, const StudySnapshot& study, const RunEpochs* trained)
{
    const auto metric = [&](const char* name) {
        const auto found = trial.metrics.find(name);
        return found == trial.metrics.end() ? NAN : found->second.meanOfLast;
    };
    const VariantResult* retrained = retrainedOf(study.variants, {.metaNet = trial.architecture, .metaLr = trial.metaLr});
    if (retrained)
        facts.push_back({"fresh-seeds", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Fresh seeds")),
                         intervalText(meanInterval(valuesOf(*retrained, study.facts->metric)))});
    facts.push_back(
        {"test", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Test, never searched")),
         retrained ? intervalText(meanInterval(valuesOf(*retrained, "test.accuracy"))) : accuracyText(metric("test.accuracy"))});
    const std::optional<std::array<double, 3>> groups = groupAurocs(trial, trained);
    const QString overall = shareText(metric("detection.auroc"));
    QString aurocs = groups ? unbroken(sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "%1   many %2   medium %3   few %4"))
                                           .arg(overall, shareText((*groups)[0]), shareText((*groups)[1]), shareText((*groups)[2])))
                            : overall;
    if (const auto auroc = trial.metrics.find("detection.auroc"); auroc != trial.metrics.end()) // that of one epoch is in Watch
        aurocs += '\n' + meanOfLastText(auroc->second.meanEpochs);
    facts.push_back({"auroc", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Noise AUROC")), aurocs, QStringLiteral("auroc")});
}

void addRun(Facts& facts, const TrialFacts& trial)
{
    facts.push_back(
        {"seed-device", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Seed · device")),
         QStringLiteral("%1 · %2 %3")
             .arg(QString::number(trial.trainSeed), QString::fromStdString(trial.device), QString::fromStdString(trial.precision))});
    if (trial.attempt > 1)
        facts.push_back(
            {"attempt", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Attempt")),
             sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "%1: memory ran out before, the batch was halved")).arg(trial.attempt)});
}

/// Of the study's best trial: the others were not selected.
void addInflation(Facts& facts, const FrozenTrial& best, const StudySnapshot& study, const TrialCounts& counts)
{
    if (const std::optional<double> inflation = best.value ? inflationOf(study, *best.value) : std::nullopt)
        facts.push_back(
            {"inflation", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Selection bias, best of %1")).arg(QLocale().toString(counts.done)),
             sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "about +%1")).arg(shownFigure(*inflation, 3)), QStringLiteral("winners-curse")});
}

} // namespace

std::vector<LayerBox> networkBoxes(const MetaNetSpec& network, long parameters)
{
    const long input = parameters > 0 ? inputWidth(network, parameters) : 0;
    std::vector<LayerBox> boxes = {
        {input > 0 ? QString::number(input) : QStringLiteral("?"), sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "in")), false}};
    for (const int nodes : network.hidden)
        boxes.push_back({QString::number(nodes), choiceText(parameter::activation, nameOf(network.activation)), true});
    boxes.push_back({QStringLiteral("σ"), sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "weight")), false});
    return boxes;
}

std::optional<double> inflationOf(const StudySnapshot& study, double value)
{
    const int images = validationImages(study);
    if (images <= 0)
        return std::nullopt;
    return bestOfInflation(countTrials(study).done, accuracyNoise(value, images));
}

TrialDetails trialDetails(const StudyTrial& trial, const StudySnapshot& study, const RunEpochs* trained)
{
    const TrialCounts counts = countTrials(study);
    const TrialRow row = trialRow(trial, study);
    const TrialFacts* known = trial.facts();
    TrialDetails details{.title = sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Trial %1")).arg(trial.number)};
    const bool best = study.best() && study.best()->number == trial.number;
    details.scope = best ? sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "★ best of %1")).arg(QLocale().toString(counts.done))
                         : stateText(row, study.plannedEpochs());
    if (row.error)
        details.scope = QStringLiteral("%1 %2").arg(stateMark(row.state), stateWord(row.state));
    Facts& facts = details.facts;
    if (row.error)
        facts.push_back({"error", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Failed")), errorText(*row.error)});
    if (row.proposal) {
        details.network = networkBoxes(row.proposal->metaNet, row.parameters.value_or(0));
        facts.push_back({"fed-by", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Input")), inputText(row.proposal->metaNet)});
        if (row.parameters)
            facts.push_back(
                {"parameters", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Parameters")), QLocale().toString(qlonglong(*row.parameters))});
        facts.push_back({"meta-lr", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Meta learning rate")), rateText(row.proposal->metaLr)});
    } else {
        for (const Parameter& parameter : trial.parameters)
            facts.push_back({QString::fromStdString(parameter.name), parameterText(parameter.name), valueText(parameter)});
    }
    for (std::size_t i = 0; study.hasSeveralObjectives() && i < study.objectiveNames.size(); ++i) {
        const QString name = QString::fromStdString(study.objectiveNames[i]);
        const auto reached = i < trial.objectives.size() ? std::optional(trial.objectives[i]) : std::nullopt;
        facts.push_back({QStringLiteral("objective-") + name, name, accuracyText(reached)});
    }
    const QString value = known ? sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Validation, searched"))
                                : sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Value"));
    if (!study.hasSeveralObjectives())
        facts.push_back({"value", value, accuracyText(row.value)});
    if (!study.hasSeveralObjectives() && trial.state == TrialState::Running && !trial.intermediate.empty())
        facts.back().text = sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "%1 so far, epoch %2"))
                                .arg(accuracyText(trial.intermediate.back().second), QLocale().toString(row.epoch));
    if (known)
        addOurs(facts, *known, study, trained);
    if (best)
        addInflation(facts, trial, study, counts);
    if (known)
        addRun(facts, *known);
    facts.push_back({"time", sayDetail(QT_TRANSLATE_NOOP("TrialDetails", "Time")), durationText(secondsOf(row))});
    return details;
}

} // namespace reweigh
