// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ArmStatistics.h"
#include "tests/support/ScriptedEngine.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace reweigh;

/// The compared arms: same fresh seeds, paired differences, verdicts, and the form they are kept in.
class tst_Arms : public QObject {
    Q_OBJECT

    static ArmResult arm(ArmKind kind, const std::vector<double>& values)
    {
        ArmResult result{.kind = kind, .proposal = {{.hidden = {8}}, 0.01}, .parameters = 9};
        for (const double value : values)
            result.runs.push_back({.dataSeed = 1, .trainSeed = 2, .stampCode = "7F3K-9Q2A", .seconds = 1.5,
                                   .metrics = {{"test.accuracy", summariseMetric(std::span(&value, 1), 1, true)}}});
        return result;
    }

private Q_SLOTS:
    void pairedDifference()
    {
        // Differences .02, .03, .04: mean .03, deviation .01, t(.975, 2) = 4.302653.
        const ArmDifference d = difference(arm(ArmKind::Searched, {.82, .83, .84}), arm(ArmKind::Fixed, {.80, .80, .80}), "test.accuracy");
        QCOMPARE(d.seeds, 3);
        QVERIFY(std::abs(d.mean - .03) < 1e-12);
        QVERIFY(std::abs(d.halfWidth - 4.302653 * .01 / std::sqrt(3.0)) < 1e-8);
        QVERIFY(d.verdict == ArmVerdict::Better);
        QVERIFY(difference(arm(ArmKind::Fixed, {.80, .80, .80}), arm(ArmKind::Searched, {.82, .83, .84}), "test.accuracy").verdict == ArmVerdict::Worse);
    }

    void tooFewSeedsCannotTell()
    {
        const ArmDifference one = difference(arm(ArmKind::Searched, {.9}), arm(ArmKind::Fixed, {.5}), "test.accuracy");
        QVERIFY(one.verdict == ArmVerdict::CannotTell && std::isinf(one.halfWidth));
        const ArmDifference wide = difference(arm(ArmKind::Searched, {.80, .84}), arm(ArmKind::Fixed, {.79, .80}), "test.accuracy");
        QVERIFY(wide.verdict == ArmVerdict::CannotTell);
        QVERIFY(wide.seedsNeeded > 2 && wide.seedsNeeded < 20);
        QVERIFY(difference(arm(ArmKind::Searched, {}), arm(ArmKind::Fixed, {}), "test.accuracy").verdict == ArmVerdict::CannotTell);
    }

    void jsonComesBack()
    {
        const std::vector<ArmResult> arms = {arm(ArmKind::Searched, {.5, std::nan("")}), arm(ArmKind::CrossEntropy, {.25})};
        const auto read = armsFromJson(toJson(arms));
        QVERIFY(read.ok());
        QVERIFY(toJson(*read) == toJson(arms));
        QVERIFY(armsFromJson({{{"arm", "odd"}}}).error().code == ErrorCode::StudyCorrupt);
        QCOMPARE(armFromName("larges").error().hint, std::string("largest"));
    }

    void everyArmGetsTheSameFreshSeeds()
    {
        QTemporaryDir dir;
        ExperimentConfig config;
        config.data.dataset = "synthetic";
        config.data.imbalanceFactor = 5;
        config.search.armSeeds = 3;
        const auto data = prepareData(config.data);
        test::ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) { return test::scriptedRun(job, observer, {0.5, 0.6}); });
        const Proposal best{{.tap = "stage2", .withLabel = true, .hidden = {32}}, 0.004};
        const auto arms = runComparison(config, *data, engine, best, {ArmKind::Searched, ArmKind::Fixed, ArmKind::FixedSearched, ArmKind::Largest, ArmKind::CrossEntropy},
                                        dir.path().toStdString(), {});
        QVERIFY(arms.ok());
        QCOMPARE(engine.jobs.size(), std::size_t(15));
        for (const ArmResult& result : *arms)
            for (std::size_t i = 0; i < 3; ++i) {
                QCOMPARE(result.runs[i].stampCode, arms->front().runs[i].stampCode);
                QCOMPARE(result.runs[i].trainSeed, arms->front().runs[i].trainSeed);
                QVERIFY(result.runs[i].stampCode != data->plan->stampCode);
            }
        std::map<std::string, TrainOptions> options;
        for (const TrainJob& job : engine.jobs)
            options[job.runDir.parent_path().filename().string()] = job.training;
        QVERIFY(options["ce"].loss == "ce" && options["ce"].weighting == "none");
        QVERIFY(options["fixed"].metaNet == MetaNetSpec{});
        QVERIFY(options["searched"].metaNet == best.metaNet && options["searched"].metaLr == best.metaLr);
        QVERIFY(options["fixed-searched-input"].metaNet.hidden == std::vector<int>{100} && options["fixed-searched-input"].metaNet.tap == "stage2");
        QVERIFY(options["largest"].metaNet.hidden == std::vector<int>({256, 256, 256}) && options["largest"].metaNet.tap == "loss");
    }
};

QTEST_GUILESS_MAIN(tst_Arms)
#include "tst_arms.moc"
