// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ArmTable.h"

#include "app/cli/TextTable.h"
#include "core/base/Stats.h"
#include "core/config/Names.h"
#include "core/experiment/ArmStatistics.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// "81.3 ± 0.9 %", or the bare mean where one seed allows no interval.
std::string meanText(const std::vector<double>& values)
{
    if (values.empty())
        return "–";
    const MeanInterval interval = meanInterval(values);
    if (!std::isfinite(interval.halfWidth))
        return percent(interval.mean);
    return fixed(100 * interval.mean, 1) + " ± " + fixed(100 * interval.halfWidth, 1) + " %";
}

std::string aurocText(const ArmResult& arm)
{
    const std::vector<double> values = armValues(arm, "detection.auroc");
    return values.empty() ? "–" : fixed(meanInterval(values).mean, 3);
}

double totalSeconds(const ArmResult& arm)
{
    double seconds = 0.0;
    for (const ArmRun& run : arm.runs)
        seconds += run.seconds;
    return seconds;
}

std::string verdictText(const ArmResult& searched, const ArmResult& other)
{
    const ArmDifference d = difference(searched, other, "test.accuracy");
    std::string text = "searched − " + armName(other.kind) + ": " + fixed(100 * d.mean, 1);
    if (!std::isfinite(d.halfWidth))
        return text + " points, one seed: cannot tell (no interval from one pair; give --arm-seeds 3 or more)\n";
    text += " ± " + fixed(100 * d.halfWidth, 1) + " points (n = " + std::to_string(d.seeds) + ", paired t, 95 %): ";
    switch (d.verdict) {
    case ArmVerdict::Better: return text + "better\n";
    case ArmVerdict::Worse: return text + "worse\n";
    case ArmVerdict::CannotTell: break;
    }
    return text + "cannot tell"
        + (d.seedsNeeded > d.seeds ? " (about " + std::to_string(d.seedsNeeded) + " seeds would, if this difference is real)\n" : "\n");
}

} // namespace

std::string architectureText(const MetaNetSpec& spec)
{
    std::string text = tapName(spec) + " ";
    for (std::size_t i = 0; i < spec.hidden.size(); ++i)
        text += (i ? "-" : "") + std::to_string(spec.hidden[i]);
    if (spec.hidden.empty())
        text += "no hidden layer";
    return text + " " + nameOf(spec.activation);
}

std::string armTable(const std::vector<ArmResult>& arms)
{
    TextTable table({"arm", "MW-Net", "parameters", "seeds", "test accuracy", "balanced", "few", "noise AUROC", "time"});
    int k = 0;
    for (const ArmResult& arm : arms) {
        const bool weighted = arm.kind != ArmKind::CrossEntropy;
        table.add({armName(arm.kind), weighted ? architectureText(arm.proposal.metaNet) : "–",
                   weighted ? std::to_string(arm.parameters) : "–", std::to_string(arm.runs.size()),
                   meanText(armValues(arm, "test.accuracy")), meanText(armValues(arm, "test.balanced_accuracy")),
                   meanText(armValues(arm, "test.few")), aurocText(arm), duration(totalSeconds(arm))});
        if (!arm.runs.empty())
            if (const auto metric = arm.runs.front().metrics.find("test.accuracy"); metric != arm.runs.front().metrics.end())
                k = metric->second.meanEpochs;
    }
    std::string text = table.text();
    text += "test figures: mean of the last " + std::to_string(k)
        + " epochs; ± Student-t 95 % over seeds; every arm retrained with the same fresh seeds, splits and epochs\n";
    const auto searched = std::ranges::find(arms, ArmKind::Searched, &ArmResult::kind);
    if (searched != arms.end())
        for (const ArmResult& arm : arms)
            if (arm.kind != ArmKind::Searched)
                text += verdictText(*searched, arm);
    return text;
}

} // namespace reweigh
