// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/DensityInfo.h"
#include "core/search/tpe/ParzenEstimator.h"
#include "core/search/tpe/TpeSampler.h"
#include "tests/core/analysis/AnalysisFixture.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace reweigh;
using namespace reweigh::test;

class tst_Density : public QObject {
    Q_OBJECT

    static DensityInfo of(const std::vector<FrozenTrial>& trials, const std::string& name)
    {
        const TrialRefs refs = trialRefs(trials);
        const auto axes = parameterAxes(refs);
        return densityInfo(refs, Direction::Maximize, *std::ranges::find(axes, name, &ParameterAxis::name));
    }

    /// By trapezoids on the axis' scale.
    static double integral(const DensityInfo& info, const std::vector<double>& density)
    {
        double sum = 0.0;
        for (std::size_t i = 1; i < info.x.size(); ++i) {
            const double width = info.axis.log ? std::log(info.x[i] / info.x[i - 1]) : info.x[i] - info.x[i - 1];
            sum += 0.5 * width * (density[i] + density[i - 1]);
        }
        return sum;
    }

    static bool areNumbers(const DensityInfo& info)
    {
        const auto isNumber = [](double density) { return std::isfinite(density) && density >= 0.0; };
        return info.good.size() == info.x.size() && info.rest.size() == info.x.size() && std::ranges::all_of(info.good, isNumber)
               && std::ranges::all_of(info.rest, isNumber);
    }

private Q_SLOTS:
    void rangesWithoutAnEnd()
    {
        constexpr double inf = std::numeric_limits<double>::infinity();
        auto trials = architectures(40, 6);
        for (FrozenTrial& one : trials)
            one.parameters.push_back(real("all", -inf, inf, one.number % 9 ? double(one.number) : inf));
        const DensityInfo info = of(trials, "all");
        QVERIFY(info.x.empty() && info.good.empty() && info.goodTrials == 0 && info.begun);
    }

    /// Near 2^63 a step of 1 is lost in rounding: it had no width, and the density per width was infinite or no number.
    void stepsThatNumbersCannotTell()
    {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        struct Range {
            std::int64_t low, high;
            bool log;
        };
        for (const Range& range :
             {Range{0, most, false}, Range{-most, most, false}, Range{1, most, true}, Range{most / 2, most / 2 + 100000, false}}) {
            auto trials = architectures(60, 8);
            Rng rng(9, "wide");
            const auto low = double(range.low), high = double(range.high);
            for (FrozenTrial& one : trials) {
                const double share = rng.uniform();
                const double value = range.log ? std::exp(share * std::log(high)) : std::lerp(low, high, share);
                one.parameters.push_back(whole("wide", range.low, range.high, std::floor(value), range.log));
            }
            const DensityInfo info = of(trials, "wide");
            QCOMPARE(info.x.size(), std::size_t(200));
            QCOMPARE(info.goodTrials, 6);
            QVERIFY(areNumbers(info));
            QVERIFY(info.favourite >= low && info.favourite <= high);
            for (const std::vector<double>& density : {info.good, info.rest}) // a logarithmic axis begins half a step before x does
                QVERIFY2(std::abs(integral(info, density) - 1.0) < 0.1, qPrintable(QString::number(integral(info, density))));

            trials.back().parameters.back() = whole("wide", most - 1, most, double(most), range.log); // one number, as far as numbers tell
            const DensityInfo none = of(trials, "wide");
            QVERIFY(none.x.empty() && none.good.empty() && none.goodTrials == 0 && none.begun);
        }
    }

    /// Other programs may change a range from trial to trial.
    void valuesFarOutsideTheRange()
    {
        auto trials = architectures(60, 8);
        for (FrozenTrial& one : trials)
            one.parameters.push_back(real("moved", 0.0, 2e16, 1e16 + 4.0 * double(one.number)));
        trials.back().parameters.back() = real("moved", 0.0, 1.0, 0.5);
        QVERIFY(areNumbers(of(trials, "moved")) && of(trials, "moved").begun);
    }

    void areDensities()
    {
        const auto trials = architectures(400, 5);
        for (const char* name : {"meta_lr", "nodes_0"}) {
            const DensityInfo info = of(trials, name);
            QCOMPARE(info.x.size(), std::size_t(200));
            QVERIFY(std::ranges::is_sorted(info.x));
            QCOMPARE(info.x.front(), info.axis.low);
            QCOMPARE(info.x.back(), info.axis.high);
            QCOMPARE(info.goodTrials, 25);
            QCOMPARE(info.restTrials, 375);
            QVERIFY2(std::abs(integral(info, info.good) - 1.0) < 0.02, qPrintable(QString::number(integral(info, info.good))));
            QVERIFY2(std::abs(integral(info, info.rest) - 1.0) < 0.02, qPrintable(QString::number(integral(info, info.rest))));
        }
        const DensityInfo input = of(trials, "input");
        QCOMPARE(input.x, (std::vector<double>{0, 1, 2, 3}));
        QVERIFY(std::abs(input.good[0] + input.good[1] + input.good[2] + input.good[3] - 1.0) < 1e-12);
        QCOMPARE(input.favourite, 2.0); // "penultimate" was planted
        QVERIFY(input.good[2] > 0.7);
        const double favourite = of(trials, "nodes_0").favourite;
        QVERIFY2(favourite > 16 && favourite < 256, qPrintable(QString::number(favourite))); // 64 was
        QCOMPARE(favourite, std::round(favourite));
    }

    void conditionalOnesAreOfWhoHasThem()
    {
        const auto trials = architectures(400, 5);
        const DensityInfo deep = of(trials, "nodes_4");
        const auto having = std::ranges::count_if(trials, [](const FrozenTrial& trial) { return trial.parameters[0].value == 5.0; });
        QCOMPARE(deep.goodTrials + deep.restTrials, int(having));
        QVERIFY(deep.goodTrials < 25);
    }

    /// Where l/g is largest, there the sampler draws.
    void samplerAgrees()
    {
        auto trials = architectures(200, 6);
        std::vector<Observation> observations;
        for (const FrozenTrial& trial : trials) {
            const auto input = std::ranges::find(trial.parameters, "input", &Parameter::name);
            observations.push_back({.number = trial.number,
                                    .state = trial.state,
                                    .value = trial.value,
                                    .intermediate = {},
                                    .parameters = {*input},
                                    .joint = {}});
        }
        observations.push_back(
            {.number = 200, .state = TrialState::Running, .value = {}, .intermediate = {}, .parameters = {}, .joint = {}});
        TpeSampler sampler(1, {.multivariate = false});
        const double drawn =
            sampler.suggest({Direction::Maximize, &observations}, 200, {}, "input", observations[0].parameters[0].distribution);
        QCOMPARE(of(trials, "input").favourite, drawn);
    }

    void runningTrialsCountAsOthers()
    {
        auto trials = architectures(100, 7);
        const DensityInfo before = of(trials, "meta_lr");
        for (int i = 0; i < 30; ++i)
            trials.push_back(trial(100 + i, 0, {real("meta_lr", 1e-4, 1e-1, 1e-3, true)}, TrialState::Running));
        const DensityInfo after = of(trials, "meta_lr");
        QCOMPARE(after.goodTrials, before.goodTrials);
        QCOMPARE(after.restTrials, before.restTrials + 30);
        QCOMPARE(after.good, before.good);
        QVERIFY(after.rest != before.rest);
    }

    void notBegun()
    {
        const auto few = architectures(9, 1);
        QCOMPARE(of(few, "meta_lr").goodTrials, 0);
        QVERIFY(of(few, "meta_lr").x.empty());
        const auto ten = architectures(10, 1);
        QCOMPARE(of(ten, "meta_lr").goodTrials, 1);
        QVERIFY(of(ten, parameter::nodes).x.empty());
        QVERIFY(densityInfo({}, Direction::Maximize, {.name = "absent"}).x.empty());
    }
};

QTEST_APPLESS_MAIN(tst_Density)
#include "tst_density.moc"
