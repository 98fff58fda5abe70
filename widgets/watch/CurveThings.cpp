// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/CurveThings.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr std::size_t mostThings = 24;

struct CurveThingsText {
    Q_DECLARE_TR_FUNCTIONS(CurveThings)
};

CurveRun trialRun(OpenStudy& study, std::int64_t number)
{
    CurveRun run{.name = '#' + std::to_string(number), .trained = study.runEpochs(RunKey::ofTrial(number))};
    const auto preview = study.preview();
    const auto snapshot = study.snapshot();
    const StudyTrial* trial = snapshot->trial(number);
    if (run.trained && run.trained->started)
        run.epochs = run.trained->started->epochs;
    else if (trial && trial->state == TrialState::Running) // paused, interrupted, or trained by another process
        run.epochs = snapshot->plannedEpochs();
    if (run.trained && run.trained->started)
        run.stepsPerEpoch = run.trained->started->stepsPerEpoch;
    else if (preview && preview->data.plan)
        run.stepsPerEpoch = std::max(1, int(preview->data.plan->train.size()) / std::max(1, study.config().training.batchSize));
    return run;
}

} // namespace

std::vector<CurveThing> trialThings(OpenStudy& study)
{
    std::vector<std::int64_t> numbers(study.selection().trials().begin(), study.selection().trials().end());
    if (numbers.empty())
        for (const RunKey& key : study.running())
            if (key.trial >= 0)
                numbers.push_back(key.trial);
    const std::optional<std::int64_t> current = study.selection().current();
    std::vector<CurveThing> things;
    int next = current ? 1 : 0;
    for (const std::int64_t number : numbers) {
        CurveRun run = trialRun(study, number);
        const int place = number == current ? 0 : next++;
        if (run.trained && (things.size() < mostThings || number == current))
            things.push_back({.name = QString::fromStdString(run.name), .place = place, .runs = {std::move(run)}, .lines = {}});
    }
    return things;
}

std::vector<CurveThing> variantThings(OpenStudy& study)
{
    std::vector<CurveThing> things;
    int place = 0;
    const auto snapshot = study.snapshot();
    for (const VariantResult& variant : snapshot->variants) {
        if (variant.runs.empty())
            continue;
        const QString name = QString::fromStdString(variant.name());
        CurveThing thing{.name = variant.earlier ? CurveThingsText::tr("%1, earlier", "a variant, made of an earlier best trial").arg(name)
                                                 : name,
                         .place = place++,
                         .runs = {},
                         .lines = {}};
        const std::string runs = variant.earlier ? variant.name() + '-' + variant.hash : variant.name(); // in tables, in no language
        for (auto& [seed, trained] : study.variantEpochs(variant)) {
            const int steps = trained->started ? std::max(1, trained->started->stepsPerEpoch) : 1;
            const int epochs = trained->started ? trained->started->epochs : 0;
            thing.runs.push_back(
                {.name = runs + ' ' + std::to_string(seed), .trained = std::move(trained), .stepsPerEpoch = steps, .epochs = epochs});
        }
        if (!thing.runs.empty())
            things.push_back(std::move(thing));
    }
    return things;
}

bool anyEpoch(const std::vector<CurveThing>& things)
{
    return std::ranges::any_of(things, [](const CurveThing& thing) {
        return std::ranges::any_of(thing.runs, [](const CurveRun& run) { return run.trained && !run.trained->epochs.empty(); });
    });
}

std::optional<std::pair<double, QString>> thingWords(const CurveThing& thing, std::size_t index, double x)
{
    const SplitLines& lines = thing.lines[index];
    const auto at = std::ranges::find(lines.band.x, x);
    if (at == lines.band.x.end())
        return std::nullopt;
    const auto point = std::size_t(at - lines.band.x.begin());
    const double mean = lines.band.mean[point];
    if (!std::isfinite(mean))
        return std::nullopt;
    const QString split = AccuracyPlot::splitName(splitStyles()[index]);
    if (thing.runs.size() == 1)
        return std::pair(mean, CurveThingsText::tr("%1 %2: %3", "trial, split, value").arg(thing.name, split, AccuracyPlot::figure(mean)));
    const int n = lines.band.n[point];
    const double half = (lines.band.high[point] - lines.band.low[point]) / 2.0;
    return std::pair(mean, std::isfinite(half)
                               ? CurveThingsText::tr("%1 %2: %3 ± %4 (%5)", "variant, split, mean, half-width, runs")
                                     .arg(thing.name, split, AccuracyPlot::figure(mean), AccuracyPlot::figure(half), QLocale().toString(n))
                               : CurveThingsText::tr("%1 %2: %3 (%4)", "variant, split, mean, runs")
                                     .arg(thing.name, split, AccuracyPlot::figure(mean), QLocale().toString(n)));
}

} // namespace reweigh
