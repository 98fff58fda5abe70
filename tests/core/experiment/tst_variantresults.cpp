// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ComparisonTable.h"
#include "core/experiment/RunFacts.h"
#include "core/experiment/VariantSummary.h"
#include "tests/support/PlantedVariants.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;
using test::planted;

/// Results as they are kept, those of the versions before, and the table of verdicts on them.
class tst_VariantResults : public QObject {
    Q_OBJECT

    static const JudgedRow* rowOf(const std::vector<JudgedRow>& rows, const std::string& text)
    {
        const auto found = std::ranges::find_if(rows, [&](const JudgedRow& row) { return row.text() == text; });
        return found == rows.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    /// What keeps stored runs of a variant from being taken is named before it is trained anew.
    void whatChangedSinceStoredRuns()
    {
        VariantResult stored = test::planted("mine", {0.5, 0.6}, "aaaa");
        stored.settings = {{"lr", 0.05}, {"epochs", 40}};
        const auto changed = [&](const char* name, const char* hash, const nlohmann::json& settings) {
            return settingsChanged({stored}, name, hash, settings);
        };
        QVERIFY(!changed("mine", "aaaa", stored.settings)); // kept
        QVERIFY(!changed("other", "bbbb", stored.settings));
        using Keys = std::vector<std::string>;
        QVERIFY(changed("mine", "bbbb", stored.settings) == Keys()); // by another version
        QVERIFY(changed("mine", "bbbb", {{"lr", 0.1}, {"epochs", 40}}) == Keys{"lr"});
        QVERIFY(changed("mine", "bbbb", {{"lr", 0.05}}) == Keys{"epochs"});
        QVERIFY(changed("mine", "bbbb", {{"lr", 0.05}, {"epochs", 40}, {"batch-size", 8}}) == Keys{"batch-size"});
        QVERIFY(changed("mine", "bbbb", {{"lr", 0.1}, {"batch-size", 8}}) == (Keys{"batch-size", "epochs", "lr"})); // all of them
        stored.runs.clear();
        QVERIFY(!changed("mine", "bbbb", stored.settings)); // nothing is lost
    }

    void jsonComesBack()
    {
        StoredVariants stored{.threads = 2, .list = {planted("searched", {.5, std::nan("")}), planted("ce", {.25})}};
        stored.list[0].asked.settings = {{"lr", 0.1}};
        stored.list[0].runs[0].batchSize = 32;
        stored.list[1].earlier = true;
        stored.list[1].failed = {{3, {ErrorCode::OutOfMemory, "cpu", "planned", {}}}};
        const auto read = storedVariants({{attribute::variants, toJson(stored)}});
        QVERIFY(read.ok());
        QVERIFY(toJson(*read) == toJson(stored));
        QVERIFY(read->list[1].failed.front().error.code == ErrorCode::OutOfMemory);
        QVERIFY(storedVariants({}).value().list.empty());
        QVERIFY(storedVariants({{attribute::variants, {{"threads", 1}, {"variants", {{{"name", "odd"}}}}}}}).error().code
                == ErrorCode::ComparisonCorrupt);
    }

    /// Results that do not name their weighting had MW-Net, or have it among the settings that differ from the study's.
    void weightingOfBefore()
    {
        StoredVariants stored{.threads = 1, .list = {planted("searched", {.5}), planted("ce", {.25}), planted("mine", {.4})}};
        stored.list[2].settings = {{"weighting", "l2rw"}, {"dataset", "folder"}};
        nlohmann::json json = toJson(stored);
        for (nlohmann::json& variant : json.at("variants"))
            QCOMPARE(int(variant.erase("weighting")), 1);
        const auto read = storedVariants({{attribute::variants, json}});
        QVERIFY(read.ok());
        QCOMPARE(weightSource(read->list[0], false).weighting, std::string("mwnet"));
        QCOMPARE(weightSource(read->list[1], false).weighting, std::string("none"));
        QCOMPARE(weightSource(read->list[2], false).weighting, std::string("l2rw"));
        QVERIFY(weightSource(read->list[2], false).ownLabels && !weightSource(read->list[0], false).ownLabels);
        QVERIFY(weightSource(read->list[0], true).ownLabels);
        stored.list[2].weighting = "class-balanced"; // what is named counts
        QCOMPARE(weightSource(stored.list[2], false).weighting, std::string("class-balanced"));
        QVERIFY(!hasNetwork(weightSource(stored.list[2], false)) && hasNetwork(weightSource(stored.list[0], false)));
    }

    void summaries()
    {
        const VariantSummary summary = summarise(planted("searched", {.80, .81, .82}));
        QVERIFY(std::abs(summary.accuracy.mean - .81) < 1e-12 && std::abs(summary.few.mean - .61) < 1e-12);
        QVERIFY(std::abs(summary.auroc.mean - .76) < 1e-12 && std::abs(summary.auroc.halfWidth - 0.0248414) < 1e-6);
        QCOMPARE(summary.weights.effect, WeightEffect::Separates);
        QCOMPARE(summary.weights.auroc, summary.auroc.mean);
        const VariantSummary plain = summarise(planted("ce", {.7, .71}));
        QCOMPARE(plain.weights.effect, WeightEffect::NoWeights);
        QCOMPARE(plain.auroc.n, 0);

        // A single seed: its run's own interval, from the numbers of samples; without them nothing is claimed.
        VariantResult one = planted("searched", {.95});
        QCOMPARE(summarise(one).weights.effect, WeightEffect::Weak);
        const auto metric = [](double value) { return MetricSummary{5, value, 5, value, 3, value}; };
        one.runs[0].metrics["weights.wrong"] = metric(160);
        one.runs[0].metrics["weights.right"] = metric(400);
        QCOMPARE(summarise(one).weights.effect, WeightEffect::Separates);
        QVERIFY(std::abs(summarise(one).weights.interval.low - 0.8662945) < 1e-6); // as in tst_verdict, for an AUROC of 0.9
        one.runs[0].metrics["weights.spread"] = metric(0.01);
        QCOMPARE(summarise(one).weights.effect, WeightEffect::Flat);

        const nlohmann::json json = summariesJson({planted("searched", {.8, .9}), planted("fixed", {})});
        QCOMPARE(json.size(), std::size_t(1)); // the other has no run
        QCOMPARE(json[0].at("few").at("seeds"), nlohmann::json(2));
    }

    /// The verdict on both shifts, from what a run keeps: the same as that of its epochs.
    void mechanisms()
    {
        EpochFigures epoch{.epoch = 1};
        epoch.curve.loss = {0.1f};
        epoch.curve.weight = {0.5f};
        epoch.detection = {.auroc = 0.9,
                           .averagePrecision = 0.8,
                           .aurocByGroup = {0.92, 0.9, 0.85},
                           .meanRightWeight = {0.8, 0.8, 0.9},
                           .meanWrongWeight = {0.1, 0.1, 0.2}};
        epoch.distribution.counts[0] = {WeightDistribution::Counts(weightBins, 200), WeightDistribution::Counts(weightBins, 40)};
        epoch.distribution.counts[2] = {WeightDistribution::Counts(weightBins, 8), WeightDistribution::Counts(weightBins, 6)};
        epoch.distribution.mean = 0.5;
        epoch.distribution.low = 0.1;
        epoch.distribution.high = 0.9;
        epoch.shares = {.wrongness = 0.6, .size = 0.1, .interaction = 0.05};
        epoch.test.calibrationError = 0.03;
        VariantResult one = planted("searched", {.95});
        one.runs[0].metrics = runMetrics({epoch, epoch}, 2);
        const VariantSummary summary = summarise(one);
        QCOMPARE(summary.mechanism.effect, MechanismEffect::SeparatesBoth);
        QVERIFY(toJson(summary.mechanism) == toJson(mechanismVerdict(epoch)));
        QCOMPARE(summary.calibration.mean, 0.03);
        const nlohmann::json json = summariesJson({one}).at(0);
        QCOMPARE(json.at("mechanism").at("effect"), nlohmann::json("separates both"));
        QCOMPARE(json.at("mechanism").at("shares").at("wrongness"), nlohmann::json(0.6));
        QCOMPARE(json.at("calibration").at("mean"), nlohmann::json(0.03));

        one.runs[0].metrics["weights.right_few"].meanOfLast = 0.4;
        QCOMPARE(summarise(one).mechanism.effect, MechanismEffect::FollowsLoss);
        QCOMPARE(summarise(planted("ce", {.7})).mechanism.effect, MechanismEffect::NoWeights);
        // Studies of before keep no figures within groups: nothing is claimed.
        const VariantSummary before = summarise(planted("searched", {.80, .81, .82}));
        QCOMPARE(before.mechanism.effect, MechanismEffect::Mixed);
        QCOMPARE(before.calibration.n, 0);
        QVERIFY(summariesJson({planted("searched", {.8})}).at(0).at("mechanism").at("auroc").at("few").is_null());
    }

    /// What a verdict stands on is kept with each run.
    void runsKeepTheEvidence()
    {
        EpochFigures epoch{.epoch = 1};
        epoch.curve.loss = {0.1f};
        epoch.curve.weight = {0.5f};
        epoch.detection.auroc = 0.75;
        epoch.test.calibrationError = 0.25;
        epoch.detection.aurocByGroup = {0.1, 0.2, 0.3};
        epoch.detection.averagePrecisionByGroup = {0.4, 0.5, 0.6};
        epoch.detection.meanRightWeight = {0.7, 0.8, 0.9};
        epoch.detection.meanWrongWeight = {0.15, 0.25, 0.35};
        epoch.shares = {.wrongness = 0.45, .size = 0.55, .interaction = 0.05};
        epoch.distribution.counts[0] = {WeightDistribution::Counts(weightBins, 2), WeightDistribution::Counts(weightBins, 1)};
        epoch.distribution.counts[2] = {WeightDistribution::Counts(weightBins, 4), WeightDistribution::Counts(weightBins, 0)};
        epoch.distribution.mean = 0.5;
        epoch.distribution.low = 0.4;
        epoch.distribution.high = 0.6;
        const auto metrics = runMetrics({epoch, epoch}, 2);
        QCOMPARE(metrics.at("test.calibration_error").meanOfLast, 0.25);
        const std::pair<const char*, double> told[] = {{"detection.auroc_many", 0.1},
                                                       {"detection.auroc_medium", 0.2},
                                                       {"detection.auroc_few", 0.3},
                                                       {"detection.average_precision_many", 0.4},
                                                       {"detection.average_precision_medium", 0.5},
                                                       {"detection.average_precision_few", 0.6},
                                                       {"weights.right_many", 0.7},
                                                       {"weights.right_medium", 0.8},
                                                       {"weights.right_few", 0.9},
                                                       {"weights.wrong_many", 0.15},
                                                       {"weights.wrong_medium", 0.25},
                                                       {"weights.wrong_few", 0.35},
                                                       {"weights.share_wrongness", 0.45},
                                                       {"weights.share_size", 0.55},
                                                       {"weights.share_interaction", 0.05}};
        for (const auto& [name, value] : told)
            QCOMPARE(metrics.at(name).last, value);
        QVERIFY(metrics.contains("validation.calibration_error") && !metrics.contains("train.calibration_error"));
        QCOMPARE(metrics.at("weights.right_count_few").last, 200.0);
        QCOMPARE(metrics.at("weights.wrong_count_few").last, 0.0);
        QCOMPARE(metrics.at("weights.right").meanOfLast, 300.0);
        QCOMPARE(metrics.at("weights.wrong").meanOfLast, 50.0);
        QVERIFY(std::abs(metrics.at("weights.spread").meanOfLast - 0.4) < 1e-12);
        QVERIFY(!runMetrics({EpochFigures{.epoch = 1}}, 1).contains("weights.spread")); // no weights
    }

    /// Studies of the versions before keep reweigh:arms: five names, runs in order of seed.
    void armsOfBeforeAreRead()
    {
        const auto metric = [](double value) { return toJson(MetricSummary{5, value, 5, value, 3, value}); };
        const auto arm = [&](const char* name, const char* input, double rate) {
            nlohmann::json runs = nlohmann::json::array();
            for (int seed = 1; seed <= 2; ++seed)
                runs.push_back({{"data_seed", seed},
                                {"train_seed", seed},
                                {"fingerprint", "7F3K-9Q2A"},
                                {"seconds", 2.0},
                                {"metrics", {{"test.accuracy", metric(0.5 + 0.1 * seed)}}}});
            return nlohmann::json{{"arm", name},
                                  {"architecture", toJson(MetaNetSpec{.input = input, .hidden = {100}})},
                                  {"meta_lr", rate},
                                  {"parameters", 301},
                                  {"runs", runs}};
        };
        ExperimentConfig study;
        const auto read =
            storedVariants({{attribute::config, test::configJson(study)},
                            {attribute::arms, {arm("ce", "loss", 1e-3), arm("searched", "logits", 4e-3), arm("fixed", "loss", 1e-3)}}});
        QVERIFY(read.ok());
        QCOMPARE(read->list.size(), std::size_t(3));
        QCOMPARE(read->list[0].name(), std::string("searched"));
        QCOMPARE(read->list[0].run(2)->runDir, std::string("arms/searched/seed-2"));
        QVERIFY(std::abs(seedValues(read->list[0], "test.accuracy").at(2) - 0.7) < 1e-12);
        // What is the same training today is known by the same hash: its runs are not repeated.
        const VariantSource source{.study = study, .searched = {{.input = "logits", .hidden = {100}}, 4e-3}};
        for (const VariantResult& result : read->list)
            QCOMPARE(resolveVariant(result.asked, source)->hash, result.hash);
        QVERIFY(!read->list[2].weighted && read->list[1].weighted);
        QCOMPARE(weightSource(read->list[2], false).weighting, std::string("none"));
        QVERIFY(storedVariants({{attribute::arms, {{{"arm", "odd"}}}}}).error().code == ErrorCode::ComparisonCorrupt);
    }

    void mergingKeepsEarlierResults()
    {
        std::vector<VariantResult> kept = {planted("searched", {.8, .9}, "aaaaaaaa"), planted("ce", {.7}, "cccccccc")};
        kept[0].failed = {{3, {}}};
        VariantResult more = planted("searched", {.1, .2, .85}, "aaaaaaaa");
        more.runs.erase(more.runs.begin(), more.runs.begin() + 2);
        mergeResults(kept, {more, planted("mine", {.5}, "dddddddd")});
        QCOMPARE(kept.size(), std::size_t(3));
        QVERIFY(kept[0].runs.size() == 3 && kept[0].failed.empty()); // the third seed came to a result after all
        mergeResults(kept, {planted("searched", {.95}, "bbbbbbbb")});
        QVERIFY(kept[0].hash == "bbbbbbbb" && kept.back().hash == "aaaaaaaa" && kept.back().earlier);
        mergeResults(kept, {planted("searched", {.95}, "aaaaaaaa")}); // the search's best is the old one again
        QVERIFY(!kept[0].earlier && kept[0].hash == "aaaaaaaa");
    }

    void oneTableOfVerdicts()
    {
        const std::vector<VariantResult> results = {
            planted("searched", {.83, .84, .85, .84, .83, .84}), planted("fixed", {.80, .81, .82, .81, .795, .81}),
            planted("fixed-searched-input", {.825, .835, .845, .84, .83, .835}), planted("ce", {.70, .71, .70})};
        const std::vector<JudgedRow> rows = judgeVariants(results);
        QCOMPARE(rows.size(), std::size_t(4)); // the first against three, and the input alone against fixed
        const JudgedRow* fixed = rowOf(rows, "searched − fixed");
        QVERIFY(fixed && fixed->judgement.verdict == JudgedAs::Better && fixed->judgement.test.interval.n == 6 && fixed->unpaired == 0);
        QVERIFY(rowOf(rows, "fixed-searched-input − fixed"));
        const JudgedRow* plain = rowOf(rows, "searched − ce");
        QVERIFY(plain && plain->judgement.test.interval.n == 3 && plain->unpaired == 3); // pairs what pairs
        QVERIFY(fixed->judgement.adjustedP > fixed->judgement.test.p);                   // one Holm adjustment over all rows
        const nlohmann::json json = toJson(rows);
        QCOMPARE(json[0].at("verdict"), "better");
        QCOMPARE(json[0].at("pairs_missing"), 0);
    }

    /// Run i of one was compared with run i of the other, whatever their seeds: 0.9 - 0.1 and 0.8 - 0.9 here.
    void pairsAreOfTheSameSeed()
    {
        VariantResult fixed = planted("fixed", {.1, .9, .8});
        fixed.runs.erase(fixed.runs.begin()); // its first seed failed
        const std::vector<VariantResult> results = {planted("searched", {.9, .8, .7}), fixed};
        const std::vector<JudgedRow> rows = judgeVariants(results);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows[0].judgement.test.interval.n, 2);
        QVERIFY(std::abs(rows[0].judgement.test.interval.mean + 0.1) < 1e-12);
        QCOMPARE(rows[0].unpaired, 1);
    }

    /// Which classes have few images each run takes from its own counts, so that leaving images out may make them others.
    void groupsOfOtherClassesAreNotCompared()
    {
        std::vector<VariantResult> results = {planted("searched", {.9, .8, .7}), planted("fixed", {.6, .6, .6})};
        const auto give = [&](std::size_t variant, const std::vector<const char*>& groups) {
            for (std::size_t i = 0; i < groups.size(); ++i)
                results[variant].runs[i].classGroups = groups[i];
        };
        give(0, {"012", "012", "012"});
        give(1, {"012", "021", "012"});
        std::vector<JudgedRow> rows = judgeVariants(results, "test.few");
        QVERIFY(rows.size() == 1 && rows[0].judgement.test.interval.n == 2 && rows[0].otherClasses == 1 && rows[0].unpaired == 0);
        QVERIFY(std::abs(rows[0].judgement.test.interval.mean - 0.2) < 1e-12); // of the first and third seed
        QCOMPARE(judgeVariants(results)[0].judgement.test.interval.n, 3);      // all classes are all classes
        give(1, {"021", "021", "021"});
        rows = judgeVariants(results, "test.few");
        QVERIFY(rows.size() == 1 && rows[0].judgement.test.interval.n == 0 && rows[0].otherClasses == 3);
        QCOMPARE(rows[0].judgement.verdict, JudgedAs::CannotTell);
        give(1, {"", "", ""}); // runs of an earlier version do not say
        QCOMPARE(judgeVariants(results, "test.few")[0].judgement.test.interval.n, 3);
        for (const char* metric : {"test.few", "detection.auroc_many", "weights.wrong_medium", "weights.share_size"})
            QVERIFY2(metricKind(metric).ofGroups, metric);
        for (const char* metric : {"test.accuracy", "test.balanced_accuracy", "detection.auroc", "weights.wrong", "validation.loss"})
            QVERIFY2(!metricKind(metric).ofGroups, metric);
    }

    /// A trial is trained again as the best one, or as a variant that sets its network and rate; with another setting it is another training.
    void aTrialTrainedAgainIsFound()
    {
        VariantResult again = planted("trial-6", {.8, .9});
        again.asked.settings = {{"input", "loss+label"}, {"hidden", {8}}, {"meta-lr", 1e-3}};
        const Proposal proposal{again.metaNet, again.metaLr};
        const std::vector<VariantResult> results = {planted("ce", {.5, .6}), again};
        QCOMPARE(retrainedOf(results, proposal), &results[1]);
        std::vector<VariantResult> longer = results;
        longer[1].asked.settings["epochs"] = 80;
        QVERIFY(!retrainedOf(longer, proposal));
        QVERIFY(!retrainedOf(results, {again.metaNet, 0.5}));
    }

    void earlierResultsAreNotJudged()
    {
        std::vector<VariantResult> results = {planted("searched", {.9, .8}), planted("ce", {.5, .6}),
                                              planted("searched", {.7, .7}, "aaaaaaaa")};
        results[2].earlier = true;
        QCOMPARE(judgeVariants(results).size(), std::size_t(1));
        results.erase(results.begin()); // without the searched one the first that is there is held against the others
        QVERIFY(judgeVariants(results).empty());
        QVERIFY(judgeVariants({}).empty());
    }
};

QTEST_APPLESS_MAIN(tst_VariantResults)
#include "tst_variantresults.moc"
