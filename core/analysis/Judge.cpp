// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Judge.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

struct HolmStep {
    double adjusted = std::numeric_limits<double>::quiet_NaN();
    int factor = 0; ///< factor of the p value that decides this row: its own, or a smaller one whose adjusted value is larger
};

std::vector<HolmStep> holmSteps(std::span<const double> p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i]))
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<HolmStep> steps(p.size());
    HolmStep last{.adjusted = 0.0};
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const int factor = int(order.size() - rank);
        const double adjusted = std::min(1.0, factor * p[order[rank]]);
        if (adjusted >= last.adjusted)
            last = {adjusted, factor};
        steps[order[rank]] = last;
    }
    return steps;
}

JudgedAs verdictOf(const PairedTest& test, double adjustedP)
{
    if (!(adjustedP < judgedLevel)) // NaN too
        return JudgedAs::CannotTell;
    return test.interval.mean > 0 ? JudgedAs::Better : JudgedAs::Worse;
}

int missingPairs(const MeanInterval& interval, double level)
{
    if (interval.n < 2 || !(interval.deviation > 0.0))
        return -1;
    const int needed = pairsForPower(interval.mean / interval.deviation, level, judgedPower, mostPairs);
    return needed > interval.n ? needed - interval.n : -1;
}

} // namespace

std::vector<double> holm(std::span<const double> p)
{
    std::vector<double> adjusted;
    for (const HolmStep& step : holmSteps(p))
        adjusted.push_back(step.adjusted);
    return adjusted;
}

const char* nameOf(JudgedAs verdict)
{
    switch (verdict) {
    case JudgedAs::Better: return "better";
    case JudgedAs::CannotTell: return "cannot tell";
    case JudgedAs::Worse: return "worse";
    }
    return "";
}

std::vector<Judgement> judge(std::span<const std::vector<double>> differences, std::span<const double> scales)
{
    std::vector<Judgement> rows;
    std::vector<double> p;
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const PairedTest test = pairedTest(differences[i], scales.empty() ? 0.0 : scales[i]);
        rows.push_back({.test = test, .effect = effectSize(test.interval)});
        p.push_back(test.p);
    }
    const std::vector<HolmStep> steps = holmSteps(p);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Judgement& row = rows[i];
        row.adjustedP = steps[i].adjusted;
        row.verdict = verdictOf(row.test, row.adjustedP);
        if (row.verdict == JudgedAs::CannotTell)
            row.pairsMissing = std::isnan(row.adjustedP) ? -1 : missingPairs(row.test.interval, judgedLevel / steps[i].factor);
    }
    return rows;
}

std::vector<JudgedAs> verdictsOf(std::span<const PairedTest> tests)
{
    std::vector<double> p;
    for (const PairedTest& test : tests)
        p.push_back(test.p);
    const std::vector<double> adjusted = holm(p);
    std::vector<JudgedAs> verdicts;
    for (std::size_t i = 0; i < tests.size(); ++i)
        verdicts.push_back(verdictOf(tests[i], adjusted[i]));
    return verdicts;
}

} // namespace reweigh
