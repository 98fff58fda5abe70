// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigField.h"
#include "core/config/Presets.h"

#include <QtTest>

#include <set>

using namespace reweigh;

/// Presets set what they are about, all of it, and nothing else.
class tst_Presets : public QObject {
    Q_OBJECT

    /// Of somebody who has chosen everything otherwise.
    static ExperimentConfig chosen()
    {
        ExperimentConfig config;
        config.data.dataset = "cifar10";
        config.data.dataDir = "/here";
        config.data.noiseType = NoiseType::Flip;
        config.data.noiseRate = 0.1;
        config.data.imbalanceType = ImbalanceType::Step;
        config.data.imbalanceFactor = 7;
        config.data.valPerClass = 33;
        config.training.device = "cuda:1";
        config.training.precision = Precision::Bf16;
        config.training.threads = 5;
        config.training.virtualStep = VirtualStep::Head;
        config.training.metaInterval = 4;
        config.training.weighting = "none";
        config.training.metaNet.standardised = true;
        config.search.standardisations = {Standardise::Yes};
        config.search.trials = 77;
        config.outDir = "there";
        return config;
    }

private Q_SLOTS:
    void noPresetTouchesTheMachine()
    {
        for (const std::string& name : presetNames()) {
            ExperimentConfig config = chosen();
            QVERIFY(applyPreset(config, name).ok());
            QCOMPARE(config.training.device, std::string("cuda:1"));
            QCOMPARE(config.data.dataDir, std::string("/here"));
            QCOMPARE(config.outDir, std::string("there"));
            if (name == "demo") // its figures are of one thread, in fp32
                continue;
            QCOMPARE(config.training.threads, 5);
            QVERIFY(config.training.precision == Precision::Bf16);
            QCOMPARE(config.data.dataset, std::string("cifar10"));
            QCOMPARE(config.data.valPerClass, 33);
            QCOMPARE(config.search.trials, 77);
        }
    }

    void mwnetNoise()
    {
        ExperimentConfig config = chosen();
        QVERIFY(applyPreset(config, "mwnet-noise").ok());
        QVERIFY(config.data.noiseType == NoiseType::Uniform);
        QCOMPARE(config.data.noiseRate, 0.4);
        QVERIFY(config.data.imbalanceType == ImbalanceType::None);
        QCOMPARE(config.training.model, std::string("resnet32"));
        QCOMPARE(config.training.epochs, 120);
        QCOMPARE(config.training.milestones, (std::vector<int>{80, 100}));
        QCOMPARE(config.training.weighting, std::string("mwnet"));
        QVERIFY(config.training.virtualStep == VirtualStep::Full);
        QCOMPARE(config.training.metaInterval, 1);
        QVERIFY(!config.training.metaNet.normalised);
    }

    void mwnetImbalance()
    {
        ExperimentConfig config = chosen();
        QVERIFY(applyPreset(config, "mwnet-imbalance").ok());
        QVERIFY(config.data.noiseType == NoiseType::None);
        QVERIFY(config.data.imbalanceType == ImbalanceType::Exponential);
        QCOMPARE(config.data.imbalanceFactor, 100.0);
        QCOMPARE(config.data.metaPerClass, 10);
        QVERIFY(config.training.metaNet.normalised && config.training.nesterov);
        QCOMPARE(config.training.metaLr, 1e-5);
        QVERIFY(config.training.metaOptimizer == MetaOptimizer::Sgd);
    }

    /// The range of a search excluded the preset's own rate.
    void aSearchReachesThePresetsMetaRate()
    {
        for (const ExperimentConfig& begun : {ExperimentConfig(), chosen()})
            for (const std::string& first : presetNames())
                for (const std::string& second : presetNames()) {
                    ExperimentConfig config = begun;
                    QVERIFY(applyPreset(config, first).ok() && applyPreset(config, second).ok());
                    QVERIFY2(config.search.metaLrLow <= config.training.metaLr && config.training.metaLr <= config.search.metaLrHigh,
                             (first + ", " + second).c_str());
                }
    }

    void aThousandMetaImagesInAll()
    {
        for (const auto& [dataset, each] :
             {std::pair("cifar10", 100), std::pair("cifar100", 10), std::pair("mnist", 100), std::pair("folder", 10)}) {
            ExperimentConfig config; // of a folder: as it is set
            config.data.dataset = dataset;
            QVERIFY(applyPreset(config, "mwnet-noise").ok());
            QCOMPARE(config.data.metaPerClass, each);
        }
    }

    /// Whatever stood before, the demo is the demo.
    void theDemoDecidesAllOfItsResult()
    {
        ExperimentConfig from = chosen(), fresh;
        QVERIFY(applyPreset(from, "demo").ok() && applyPreset(fresh, "demo").ok());
        for (const ConfigField& field : configFields())
            if (field.identity)
                QVERIFY2(field.get(from) == field.get(fresh), field.key.c_str());
        QCOMPARE(from.training.threads, 1);
    }
};

QTEST_APPLESS_MAIN(tst_Presets)
#include "tst_presets.moc"
