// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Json.h"
#include "core/data/recipe/DataPlan.h"
#include "tests/support/LabelArrays.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace reweigh;
using namespace reweigh::test;

class tst_Recipe : public QObject {
    Q_OBJECT

    static DataPlan planOf(const DataOptions& options, const LabelArrays& labels)
    {
        Result<DataPlan> plan = makeDataPlan(options, labels.view());
        if (!plan)
            qFatal("plan failed: %s %s", errorName(plan.error().code), plan.error().where.c_str());
        return std::move(*plan);
    }

    static DataOptions joint(NoiseType noise, double rate, double factor)
    {
        DataOptions options = plainOptions();
        options.noiseType = noise;
        options.noiseRate = rate;
        options.imbalanceType = ImbalanceType::Exponential;
        options.imbalanceFactor = factor;
        return options;
    }

private Q_SLOTS:
    void trainSizesArePublished_data()
    {
        QTest::addColumn<bool>("hundred");
        QTest::addColumn<int>("meta");
        QTest::addColumn<double>("factor");
        QTest::addColumn<int>("total");
        const struct {
            int meta;
            std::vector<std::pair<double, int>> ten, hundred;
        } rows[] = {{0,
                     {{10, 20431}, {20, 17023}, {50, 13996}, {100, 12406}, {200, 11203}},
                     {{10, 19573}, {20, 15907}, {50, 12608}, {100, 10847}, {200, 9502}}},
                    {10,
                     {{10, 20391}, {20, 16989}, {50, 13967}, {100, 12380}, {200, 11177}},
                     {{10, 19183}, {20, 15594}, {50, 12354}, {100, 10626}, {200, 9304}}}};
        for (const auto& row : rows) {
            for (const auto& [factor, total] : row.ten)
                QTest::addRow("CIFAR-10 IF %g meta %d", factor, row.meta) << false << row.meta << factor << total;
            for (const auto& [factor, total] : row.hundred)
                QTest::addRow("CIFAR-100 IF %g meta %d", factor, row.meta) << true << row.meta << factor << total;
        }
    }

    void trainSizesArePublished()
    {
        QFETCH(bool, hundred);
        QFETCH(int, meta);
        QFETCH(double, factor);
        QFETCH(int, total);
        DataOptions options = joint(NoiseType::None, 0.0, factor);
        options.metaPerClass = meta;
        const DataPlan plan = planOf(options, hundred ? cifar100Labels() : cifar10Labels());
        QCOMPARE(int(plan.train.size()), total);
        const DataPlanInfo info = describe(plan);
        QCOMPARE(info.trueCount.front(), (hundred ? 500 : 5000) - meta);
        QCOMPARE(info.trueCount.back(), int(std::floor(info.trueCount.front() / factor)));
        QVERIFY(std::is_sorted(info.trueCount.rbegin(), info.trueCount.rend()));
    }

    void changesAreCounted()
    {
        const DataPlan untouched = planOf(plainOptions(), cifar10Labels());
        QCOMPARE(untouched.changes.labelsChanged, 0u);
        QCOMPARE(untouched.changes.leftOut(), 0u);
        QCOMPARE(untouched.changes.train, 50000u);

        DataOptions options = joint(NoiseType::Symmetric, 0.3, 50.0);
        options.trainLimit = 20000;
        for (const ShiftOrder order : {ShiftOrder::ImbalanceThenNoise, ShiftOrder::NoiseThenImbalance}) {
            options.order = order;
            const DataPlan plan = planOf(options, cifar10Labels());
            std::size_t changed = 0;
            for (std::size_t i = 0; i < plan.train.size(); ++i)
                changed += plan.trueLabel[i] != plan.observedLabel[i];
            QVERIFY(changed > 0);
            QCOMPARE(plan.changes.labelsChanged, changed);
            QCOMPARE(plan.changes.train, plan.train.size());
            QCOMPARE(plan.changes.leftOutByLimit, 30000u);
            QCOMPARE(plan.changes.leftOutByImbalance, 20000 - plan.train.size());
            QCOMPARE(plan.changes.noise, std::string("symmetric"));
            const auto stored = changesFromFingerprint(nlohmann::json::parse(plan.fingerprintJson));
            QVERIFY(stored.has_value());
            QVERIFY(toJson(*stored) == toJson(plan.changes));
            QVERIFY(dataPlanJson(plan, std::vector<std::string>(10, "name")).at("data") == toJson(plan.changes));
        }
    }

    void stepImbalanceHalvesTheClasses()
    {
        DataOptions options = joint(NoiseType::None, 0.0, 100.0);
        options.imbalanceType = ImbalanceType::Step;
        const DataPlanInfo info = describe(planOf(options, cifar10Labels()));
        QCOMPARE(info.trueCount, (std::vector<int>{5000, 5000, 5000, 5000, 5000, 50, 50, 50, 50, 50}));
        QCOMPARE(info.trueImbalance, 100.0);
    }

    void orderMatters_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("rate");
        QTest::addColumn<bool>("prior");
        QTest::addColumn<double>("observed");
        QTest::addColumn<double>("purity");
        QTest::addColumn<double>("headPurity");
        QTest::addColumn<double>("imbalance");
        QTest::addRow("IF 10 p .4 uniform") << 10. << .4 << false << 1117. << .286 << .838 << 3.4;
        QTest::addRow("IF 100 p .2 uniform") << 100. << .2 << false << 288. << .142 << .965 << 14.7;
        QTest::addRow("IF 100 p .4 uniform") << 100. << .4 << false << 526. << .061 << .915 << 6.6;
        QTest::addRow("IF 100 p .6 uniform") << 100. << .6 << false << 764. << .030 << .838 << 3.6;
        QTest::addRow("IF 10 p .4 prior") << 10. << .4 << true << 532. << .564 << .636 << 8.9;
        QTest::addRow("IF 100 p .4 prior") << 100. << .4 << true << 58. << .520 << .678 << 76.7;
    }

    /// The table of the literature on joint shift, imbalance before noise: published means, here within what 40 seeds allow.
    void orderMatters()
    {
        QFETCH(double, factor);
        QFETCH(double, rate);
        QFETCH(bool, prior);
        QFETCH(double, observed);
        QFETCH(double, purity);
        QFETCH(double, headPurity);
        QFETCH(double, imbalance);
        constexpr int seeds = 40;
        const LabelArrays labels = cifar10Labels();
        DataOptions options = joint(prior ? NoiseType::Prior : NoiseType::Uniform, rate, factor);
        double meanObserved = 0, meanRight = 0, meanHead = 0, meanHeadRight = 0;
        for (int seed = 0; seed < seeds; ++seed) {
            options.seed = std::uint64_t(seed);
            const DataPlanInfo info = describe(planOf(options, labels));
            QCOMPARE(info.trueCount.back(), int(5000 / factor));
            meanObserved += double(info.observedCount.back()) / seeds;
            meanRight += double(info.rightCount.back()) / seeds;
            meanHead += double(info.observedCount.front()) / seeds;
            meanHeadRight += double(info.rightCount.front()) / seeds;
        }
        const double sigma = std::sqrt(observed / seeds); // above the binomial's own
        QVERIFY2(std::abs(meanObserved - observed) < 5 * sigma + 0.5, qPrintable(QString::number(meanObserved)));
        QVERIFY2(std::abs(meanRight / meanObserved - purity) < 5 * std::sqrt(purity * (1 - purity) / (observed * seeds)) + 0.0055,
                 qPrintable(QString::number(meanRight / meanObserved)));
        QVERIFY2(std::abs(meanHeadRight / meanHead - headPurity) < 0.003, qPrintable(QString::number(meanHeadRight / meanHead)));
        const double factorSeen = meanHead / meanObserved;
        QVERIFY2(std::abs(factorSeen - imbalance) < 0.05 + imbalance * 5 * sigma / observed, qPrintable(QString::number(factorSeen)));
    }

    void noiseFirstImbalancesObservedLabels()
    {
        DataOptions options = joint(NoiseType::Uniform, 0.4, 100.0);
        options.order = ShiftOrder::NoiseThenImbalance;
        const DataPlanInfo info = describe(planOf(options, cifar10Labels()));
        const int largest = *std::max_element(info.observedCount.begin(), info.observedCount.end());
        QVERIFY(largest > 4700 && largest < 5300);
        QVERIFY(std::abs(info.observedImbalance - 100.0) < 6.0); // class 0 may not be the largest observed one
        for (std::size_t c = 0; c < 9; ++c)                      // purity is that of the noise, whatever the size
            QVERIFY(std::abs(info.purity[c] - 0.64) < 5 * std::sqrt(0.64 * 0.36 / info.observedCount[c]));
        QVERIFY(info.trueImbalance < 10.0);
    }

    void splitsAreDisjointAndBalanced()
    {
        const LabelArrays labels("made-up", 7, 60);
        DataOptions options = joint(NoiseType::Symmetric, 0.3, 5.0);
        options.metaPerClass = 4;
        options.valPerClass = 6;
        std::set<std::vector<std::uint32_t>> metas;
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            options.seed = seed;
            options.order = seed % 2 ? ShiftOrder::NoiseThenImbalance : ShiftOrder::ImbalanceThenNoise;
            options.trainLimit = seed % 3 ? 0 : 200;
            const DataPlan plan = planOf(options, labels);
            QCOMPARE(plan.meta.size(), 7u * 4);
            QCOMPARE(plan.validation.size(), 7u * 6);
            for (std::size_t i = 0; i < plan.meta.size(); ++i)
                QCOMPARE(std::size_t(labels.labels[plan.meta[i]]), i / 4);
            for (std::size_t i = 0; i < plan.validation.size(); ++i)
                QCOMPARE(std::size_t(labels.labels[plan.validation[i]]), i / 6);
            std::set<std::uint32_t> all(plan.train.begin(), plan.train.end());
            all.insert(plan.meta.begin(), plan.meta.end());
            all.insert(plan.validation.begin(), plan.validation.end());
            QCOMPARE(all.size(), plan.train.size() + plan.meta.size() + plan.validation.size());
            QVERIFY(*all.rbegin() < labels.labels.size());
            QVERIFY(std::is_sorted(plan.train.begin(), plan.train.end()));
            for (std::size_t i = 0; i < plan.train.size(); ++i)
                QCOMPARE(plan.trueLabel[i], labels.labels[plan.train[i]]);
            metas.insert(plan.meta);
        }
        QCOMPARE(metas.size(), 100u); // every seed draws its own meta set
    }

    /// The control "cross entropy on all that is known": the meta images join, under labels that no noise has touched.
    void metaImagesJoinTheTrainingSetWhereAsked()
    {
        const LabelArrays labels("made-up", 7, 60);
        DataOptions options = joint(NoiseType::Symmetric, 0.5, 5.0);
        options.metaPerClass = 4;
        options.valPerClass = 6;
        const DataPlan without = planOf(options, labels);
        options.trainOnMeta = true;
        const DataPlan with = planOf(options, labels);
        QCOMPARE(with.meta, without.meta);
        QCOMPARE(with.validation, without.validation);
        QCOMPARE(with.train.size(), without.train.size() + without.meta.size());
        QVERIFY(std::is_sorted(with.train.begin(), with.train.end()));
        QVERIFY(with.fingerprintCode != without.fingerprintCode);
        const std::set<std::uint32_t> meta(with.meta.begin(), with.meta.end());
        std::size_t joined = 0, same = 0;
        for (std::size_t i = 0; i < with.train.size(); ++i) {
            if (meta.contains(with.train[i])) {
                ++joined;
                QCOMPARE(with.observedLabel[i], with.trueLabel[i]);
                continue;
            }
            const auto before = std::size_t(std::ranges::lower_bound(without.train, with.train[i]) - without.train.begin());
            same += without.train[before] == with.train[i] && without.observedLabel[before] == with.observedLabel[i];
        }
        QCOMPARE(joined, with.meta.size());
        QCOMPARE(same, without.train.size()); // and nothing else moves
    }

    void oneSettingMovesOneThing()
    {
        const LabelArrays labels = cifar10Labels();
        DataOptions options = joint(NoiseType::Uniform, 0.2, 20.0);
        options.metaPerClass = 10;
        options.valPerClass = 50;
        const DataPlan base = planOf(options, labels);

        DataOptions noisier = options;
        noisier.noiseRate = 0.5;
        const DataPlan more = planOf(noisier, labels);
        QCOMPARE(more.train, base.train);
        QCOMPARE(more.meta, base.meta);
        int changed = 0;
        for (std::size_t i = 0; i < base.train.size(); ++i)
            if (base.observedLabel[i] != base.trueLabel[i]) {
                ++changed;
                QVERIFY(more.observedLabel[i] != more.trueLabel[i]); // a higher rate adds, it does not reshuffle
            }
        QVERIFY(changed > 1000);

        DataOptions rarer = options;
        rarer.imbalanceFactor = 100.0;
        const DataPlan fewer = planOf(rarer, labels);
        QVERIFY(std::includes(base.train.begin(), base.train.end(), fewer.train.begin(), fewer.train.end()));
        std::map<std::uint32_t, int> observed;
        for (std::size_t i = 0; i < base.train.size(); ++i)
            observed[base.train[i]] = base.observedLabel[i];
        for (std::size_t i = 0; i < fewer.train.size(); ++i)
            QCOMPARE(int(fewer.observedLabel[i]), observed[fewer.train[i]]);

        DataOptions moreValidation = options;
        moreValidation.valPerClass = 100;
        const DataPlan wider = planOf(moreValidation, labels);
        QCOMPARE(wider.meta, base.meta);
        QCOMPARE(wider.validation.front(), base.validation.front());
    }

    void trainLimitIsBalanced()
    {
        DataOptions options = plainOptions();
        options.trainLimit = 1003;
        QCOMPARE(describe(planOf(options, cifar10Labels())).trueCount,
                 (std::vector<int>{101, 101, 101, 100, 100, 100, 100, 100, 100, 100}));
        LabelArrays uneven("made-up", 3, 10); // 10 each, then 90 more of class 2
        uneven.labels.resize(120, 2);
        options.trainLimit = 60;
        QCOMPARE(describe(planOf(options, uneven)).trueCount, (std::vector<int>{10, 10, 40}));
        options.trainLimit = 500;
        QCOMPARE(planOf(options, uneven).train.size(), 120u);
    }

    void shuffledClassOrderIsAPermutation()
    {
        DataOptions options = joint(NoiseType::None, 0.0, 50.0);
        const std::vector<int> ordered = describe(planOf(options, cifar10Labels())).trueCount;
        options.shuffleClasses = true;
        std::set<std::vector<int>> seen;
        for (options.seed = 0; options.seed < 5; ++options.seed) {
            std::vector<int> counts = describe(planOf(options, cifar10Labels())).trueCount;
            seen.insert(counts);
            std::sort(counts.rbegin(), counts.rend());
            QCOMPARE(counts, ordered);
        }
        QVERIFY(seen.size() >= 4);
    }

    void describesByHand()
    {
        DataPlan plan;
        plan.classes = 3;
        plan.trueLabel = {0, 0, 0, 0, 1, 1};
        plan.observedLabel = {0, 0, 0, 1, 1, 0};
        plan.train = {0, 1, 2, 3, 4, 5};
        const DataPlanInfo info = describe(plan);
        QCOMPARE(info.trueCount, (std::vector<int>{4, 2, 0}));
        QCOMPARE(info.observedCount, (std::vector<int>{4, 2, 0}));
        QCOMPARE(info.rightCount, (std::vector<int>{3, 1, 0}));
        QCOMPARE(info.purity[0], 0.75);
        QCOMPARE(info.purity[1], 0.5);
        QVERIFY(std::isnan(info.purity[2]));
        QCOMPARE(info.transitionObtained, (std::vector<double>{.75, .25, 0, .5, .5, 0, 0, 0, 0}));
        QCOMPARE(info.actualNoiseRate, 1.0 / 3);
        QVERIFY(std::isinf(info.observedImbalance));
        QCOMPARE(info.sizeGroup, (std::vector<int>{0, 1, 2}));
        plan.transitionAsked.assign(9, 0.0);
        plan.fingerprintJson = "{}";
        const nlohmann::json json = dataPlanJson(plan, {"a", "b", "c"});
        QVERIFY(json["classes"][2]["purity"].is_null());
        QVERIFY(json["observed_imbalance"].is_null());
        QCOMPARE(json["transition_obtained"][0][1].get<double>(), 0.25);
        QCOMPARE(json["classes"][1]["group"].get<std::string>(), std::string("medium"));
    }
};

QTEST_APPLESS_MAIN(tst_Recipe)
#include "tst_recipe.moc"
