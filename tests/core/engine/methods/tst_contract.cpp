// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/MethodContract.h"

#include <ATen/Parallel.h>

using namespace reweigh;
using namespace reweigh::test;

/// Every loss and every weighting of the table keeps the contract.
class tst_Contract : public QObject {
    Q_OBJECT

    static void rows(std::span<const MethodRow> all)
    {
        QTest::addColumn<QString>("key");
        for (const MethodRow& row : all)
            QTest::newRow(row.key) << QString(row.key);
    }

    /// The usual settings of a loss, and each of its own settings at either end and between.
    static std::vector<TrainOptions> variantsOf(const QString& loss)
    {
        std::vector<TrainOptions> all(1);
        all[0].loss = loss.toStdString();
        for (const OwnSetting& setting : lossRow(all[0].loss)->settings) {
            const double other = setting.usual > setting.range.low ? setting.usual : setting.range.high;
            for (const double value : {setting.range.low, setting.range.high, 0.5 * (setting.range.low + other)}) {
                all.push_back(all[0]);
                all.back().methodSettings[setting.key] = value;
            }
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void losses_data() { rows(lossRows()); }
    void losses()
    {
        QFETCH(QString, key);
        for (const TrainOptions& options : variantsOf(key)) {
            checkLoss(options);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void metaGradients_data() { rows(lossRows()); }
    void metaGradients()
    {
        QFETCH(QString, key);
        for (TrainOptions options : variantsOf(key)) {
            checkMetaGradient(options);
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// Losses whose usual settings leave all of a small batch flat, or do not switch; here some samples train and some do not.
    void metaGradientsOfSwitchedLosses()
    {
        for (const TrainOptions& options :
             {TrainOptions{.loss = "truncated-gce", .methodSettings = {{"truncated-gce-k", 0.1}, {"truncated-gce-start", 0.0}}},
              TrainOptions{.loss = "ldam", .methodSettings = {{"ldam-scale", 5.0}, {"ldam-drw-epoch", 0.6}}}}) {
            checkMetaGradient(options);
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// Bit for bit: the factor is 1.
    void focalWithGamma0IsCrossEntropy()
    {
        const LossCase c(4, 9, 6, 3.0);
        const auto focal = std::move(makeLoss({.loss = "focal", .methodSettings = {{"focal-gamma", 0.0}}}).value());
        const SampleLosses got = focal->evaluate(c.logits, c.labels, {}),
                           want = std::move(makeLoss({}).value())->evaluate(c.logits, c.labels, {});
        QVERIFY(at::equal(got.losses, want.losses) && at::equal(got.derivative, want.derivative));
    }

    void weightings_data() { rows(weightingRows()); }
    void weightings()
    {
        QFETCH(QString, key);
        for (const Precision precision : {Precision::Fp32, Precision::Fp64})
            for (const int interval : {1, 3}) {
                TrainOptions options{.weighting = key.toStdString(), .metaInterval = interval};
                options.precision = precision;
                options.epochs = 3;
                checkWeighting(options);
                if (QTest::currentTestFailed())
                    return;
            }
    }

    void standardisedInputs()
    {
        for (const char* key : {"mwnet", "cmw-net"})
            for (const char* input : {"loss", "loss+penultimate", "logits"}) {
                TrainOptions options{.weighting = key};
                options.metaNet = {.input = input, .withLabel = std::string(input) != "loss", .standardised = true};
                checkMetaGradient(options);
                for (const Precision precision : {Precision::Fp32, Precision::Fp64}) {
                    options.precision = precision;
                    if (!QTest::currentTestFailed())
                        checkWeighting(options);
                }
                if (QTest::currentTestFailed())
                    return;
            }
    }

    void settings()
    {
        for (const auto all : {lossRows(), weightingRows()})
            for (const MethodRow& row : all)
                checkSettings(row);
    }

    void unknownKeysAreRefused()
    {
        const auto loss = makeLoss({.loss = "cee"});
        QVERIFY(!loss.ok() && loss.error() == (Error{ErrorCode::UnknownValue, "loss", "cee", "ce"}));
        const TrainOptions options{.weighting = "mwnett"};
        StepCase c("mlp", {}, 2);
        const auto weighting = makeWeighting(options, c.network);
        QVERIFY(!weighting.ok() && weighting.error() == (Error{ErrorCode::UnknownValue, "weighting", "mwnett", "mwnet"}));
    }
};

QTEST_APPLESS_MAIN(tst_Contract)
#include "tst_contract.moc"
