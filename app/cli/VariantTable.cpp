// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/VariantTable.h"

#include "app/cli/TextTable.h"
#include "core/base/NumberText.h"
#include "core/config/Names.h"
#include "core/experiment/VariantSummary.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/WeightText.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

double totalSeconds(const VariantResult& variant)
{
    double seconds = 0.0;
    for (const VariantRun& run : variant.runs)
        seconds += run.seconds;
    return seconds;
}

std::string seedsText(const VariantResult& variant)
{
    const std::string runs = std::to_string(variant.runs.size());
    return variant.failed.empty() ? runs : runs + ", " + std::to_string(variant.failed.size()) + " failed";
}

std::string nameText(const VariantResult& variant)
{
    return variant.earlier ? variant.name() + " (earlier)" : variant.name();
}

std::string resultsTable(const std::vector<VariantResult>& variants)
{
    TextTable table(
        {"variant", "weights by", "meta rate", "parameters", "seeds", "test accuracy", "balanced", "few", "noise AUROC", "time"});
    for (const VariantResult& variant : variants) {
        const WeightSource source = weightSource(variant, false);
        const VariantSummary summary = summarise(variant);
        const bool network = hasNetwork(source);
        table.add({nameText(variant), variant.weighted ? weightingText(source) : "–", network ? figure(variant.metaLr, 5) : "–",
                   network ? std::to_string(variant.parameters) : "–", seedsText(variant), shareText(summary.accuracy),
                   shareText(summary.balanced), shareText(summary.few), aurocText(summary.auroc), duration(totalSeconds(variant))});
    }
    return table.text();
}

/// A line for each variant with weights and runs: "searched, fed by loss + label: separates wrong from right labels (AUROC 0.90)".
std::string weightLines(const std::vector<VariantResult>& variants, bool ownLabels)
{
    std::string text;
    for (const VariantResult& variant : variants)
        if (const WeightVerdict verdict = summarise(variant).weights; verdict.effect != WeightEffect::NoWeights)
            text += nameText(variant) + ", " + weightVerdictLine(verdict, weightSource(variant, ownLabels)) + "\n";
    return text.empty() ? text
                        : "\nwhat the weights do, by the mean AUROC of 1 - weight as a score for "
                              + std::string(ownLabels ? "changed" : "wrong") + " labels (0.5: chance)\n" + text;
}

std::string effectText(const EffectSize& effect)
{
    return std::isnan(effect.g) ? "–" : fixed(effect.g, 2) + " [" + fixed(effect.low, 2) + ", " + fixed(effect.high, 2) + "]";
}

std::string missingText(const Judgement& judgement)
{
    if (judgement.verdict != JudgedAs::CannotTell)
        return "";
    if (judgement.pairsMissing > 0)
        return std::to_string(judgement.pairsMissing);
    const int pairs = judgement.test.interval.n;
    return pairs < 2 ? "at least " + std::to_string(2 - pairs) : "> " + std::to_string(mostPairs - pairs);
}

/// How large the differences are, and whether a test by ranks agrees.
std::string effectTable(const std::vector<JudgedRow>& rows)
{
    TextTable table({"difference", "Hedges' g, 95 %", "signed rank"});
    for (const JudgedRow& row : rows)
        table.add({row.text(), effectText(row.judgement.effect), chanceText(row.judgement.test.signedRankP)});
    return table.text();
}

/// The last epochs that a test figure is the mean of; 0 if no run has one.
int lastEpochs(const std::vector<VariantResult>& variants)
{
    for (const VariantResult& variant : variants)
        for (const VariantRun& run : variant.runs)
            if (const auto metric = run.metrics.find("test.accuracy"); metric != run.metrics.end())
                return metric->second.meanEpochs;
    return 0;
}

std::string remarks(const std::vector<VariantResult>& variants, const std::vector<JudgedRow>& rows)
{
    std::string text;
    for (const JudgedRow& row : rows)
        if (const MeanInterval& seen = row.judgement.test.interval; seen.n > 1 && seen.deviation == 0.0 && seen.mean != 0.0)
            text +=
                row.text() + ": all " + std::to_string(seen.n)
                + " pairs differ by the same amount, as few test images make likely; Student's t needs a spread, so p is that of the sign "
                  "test\n";
    for (const JudgedRow& row : rows)
        if (row.unpaired > 0)
            text += row.text() + ": " + std::to_string(row.unpaired)
                    + (row.unpaired == 1 ? " seed has no pair and is ignored\n" : " seeds have no pair and are ignored\n");
    for (const VariantResult& variant : variants) {
        for (const FailedRun& failure : variant.failed)
            text += runLine(variant, failure) + "\n";
        for (const VariantRun& run : variant.runs)
            if (run.batchSize > 0)
                text += variant.name() + ", seed " + std::to_string(run.seed) + ": batch of " + std::to_string(run.batchSize)
                        + ", because a larger one ran out of memory\n";
    }
    if (std::ranges::any_of(variants, &VariantResult::earlier))
        text += "earlier: trained from an earlier best trial of the search, or with other settings of the same name; not judged\n";
    return text;
}

/// "0.794 ± 0.030": with so many decimals, or more where the half-width needs them; the mean alone where the half-width is infinite.
std::string withSpread(double mean, double halfWidth, int digits)
{
    if (const std::optional<int> shown = spreadDigits(halfWidth, digits))
        return fixed(mean, *shown) + " ± " + fixed(halfWidth, *shown);
    return figure(mean, digits) + (std::isfinite(halfWidth) ? " ± " + fixed(halfWidth, digits) : std::string());
}

} // namespace

std::string shareText(const MeanInterval& interval)
{
    if (!std::isfinite(interval.halfWidth))
        return percent(interval.mean);
    return fixed(100 * interval.mean, 1) + " ± " + fixed(100 * interval.halfWidth, 1) + " %";
}

std::string aurocText(const MeanInterval& interval)
{
    return withSpread(interval.mean, interval.halfWidth, 3);
}

std::string differenceText(const MeanInterval& interval, bool share)
{
    if (interval.n == 0)
        return "–";
    const double scale = share ? 100.0 : 1.0;
    return (interval.mean > 0 ? "+" : "") + withSpread(scale * interval.mean, scale * interval.halfWidth, share ? 2 : 3);
}

std::string chanceText(double p)
{
    return std::isnan(p) ? "–" : p < 0.0001 ? "< 0.0001" : fixed(p, 4);
}

std::string verdictTable(const std::vector<JudgedRow>& rows)
{
    TextTable table({"difference", "pairs", "mean, 95 %", "p", "p, Holm", "verdict", "missing"});
    for (const JudgedRow& row : rows) {
        const Judgement& judged = row.judgement;
        table.add({row.text(), std::to_string(judged.test.interval.n), differenceText(judged.test.interval, row.second),
                   chanceText(judged.test.p), chanceText(judged.adjustedP), nameOf(judged.verdict), missingText(judged)});
    }
    return table.text();
}

std::string verdictNote()
{
    return "paired by seed; mean: in percentage points, of the AUROC as it is; p: Student's t;\n"
           "verdict: p after Holm over the table below 0.05; missing: further pairs for 80 % power at the level\n"
           "that Holm leaves the row, if the difference is as large as seen\n";
}

std::string runLine(const VariantResult& variant, const VariantRun& run)
{
    const auto accuracy = run.metrics.find("test.accuracy");
    return variant.name() + ", seed " + std::to_string(run.seed)
           + (accuracy == run.metrics.end() ? "" : ": test accuracy " + percent(accuracy->second.meanOfLast))
           + (run.batchSize > 0 ? ", with a batch of " + std::to_string(run.batchSize) + " after out of memory" : "");
}

std::string runLine(const VariantResult& variant, const FailedRun& failure)
{
    return variant.name() + ", seed " + std::to_string(failure.seed) + ": " + errorText(failure.error).toStdString();
}

std::string architectureText(const MetaNetSpec& spec)
{
    std::string text = (isStandardised(spec) ? "standardised " : "") + inputName(spec) + " ";
    for (std::size_t i = 0; i < spec.hidden.size(); ++i)
        text += (i ? "-" : "") + std::to_string(spec.hidden[i]);
    if (spec.hidden.empty())
        text += "no hidden layer";
    return text + " " + nameOf(spec.activation);
}

std::string weightingText(const WeightSource& source)
{
    if (!hasNetwork(source))
        return source.weighting;
    const std::string network = architectureText(source.metaNet);
    return source.weighting == "mwnet" ? network : source.weighting + ", " + network;
}

std::string variantTable(const std::vector<VariantResult>& variants, bool ownLabels)
{
    const std::vector<JudgedRow> rows = judgeVariants(variants);
    const int epochs = lastEpochs(variants);
    std::string text = resultsTable(variants)
                       + "test figures: " + (epochs == 1 ? "the last epoch" : "mean of the last " + std::to_string(epochs) + " epochs")
                       + "; ± Student-t 95 % over seeds; every variant trained with the same fresh seeds and, unless it says "
                         "otherwise, data and epochs\n"
                       + weightLines(variants, ownLabels);
    if (!rows.empty())
        text += "\n" + verdictTable(rows) + verdictNote() + "\n" + effectTable(rows) + "signed rank: p of Wilcoxon's test, exact\n";
    return text + remarks(variants, rows);
}

nlohmann::json comparisonJson(const std::vector<VariantResult>& variants)
{
    nlohmann::json list = nlohmann::json::array();
    for (const VariantResult& variant : variants)
        list.push_back(toJson(variant));
    return {{"variants", std::move(list)}, {"summaries", summariesJson(variants)}, {"verdicts", toJson(judgeVariants(variants))}};
}

} // namespace reweigh
