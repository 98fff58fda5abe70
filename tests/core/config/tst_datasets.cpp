// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigJson.h"
#include "core/config/DataSets.h"
#include "core/config/Names.h"
#include "core/config/Presets.h"

#include <QtTest>

using namespace reweigh;

/// Data with labels of their own are taken as they are, unless the user says otherwise for them.
class tst_DataSets : public QObject {
    Q_OBJECT

    static QString shifts(const ExperimentConfig& config)
    {
        return QString::fromStdString(config.data.dataset + ' ' + nameOf(config.data.noiseType) + ' ' + nameOf(config.data.imbalanceType));
    }

    static SettingsSource json(const nlohmann::json& settings)
    {
        return [settings](ExperimentConfig& config) { return applyJson(config, settings); };
    }

    static SettingsSource preset(const std::string& name)
    {
        return [name](ExperimentConfig& config) { return applyPreset(config, name); };
    }

    static QString layered(const std::vector<SettingsSource>& sources, const ExperimentConfig& base = {})
    {
        const Result<ExperimentConfig> config = layeredConfig(base, sources);
        return config ? shifts(*config) : QStringLiteral("refused");
    }

private Q_SLOTS:
    void aFolderIsTakenAsItIs()
    {
        const nlohmann::json folder = {{"dataset", "folder"}};
        QCOMPARE(layered({}), QStringLiteral("fashion-mnist uniform exponential"));
        QCOMPARE(layered({json(folder)}), QStringLiteral("folder none none"));
        ExperimentConfig config;
        QVERIFY(applyJson(config, folder));
        QCOMPARE(shifts(config), QStringLiteral("folder none none"));
        config = {};
        QVERIFY(setFromText(*findField("dataset"), config, "folder"));
        QCOMPARE(shifts(config), QStringLiteral("folder none none"));
        QVERIFY(!findField("dataset")->set(config, "folders"));
        QCOMPARE(shifts(config), QStringLiteral("folder none none"));
    }

    void theSwitchBackGivesTheBenchmarksDefaults()
    {
        ExperimentConfig config;
        const ConfigField& dataset = *findField("dataset");
        QVERIFY(dataset.set(config, "folder"));
        QVERIFY(dataset.set(config, "cifar10"));
        QCOMPARE(shifts(config), QStringLiteral("cifar10 uniform exponential"));
        QVERIFY(dataset.set(config, "folder"));
        config.data.noiseType = NoiseType::Flip; // the user's own word
        QVERIFY(dataset.set(config, "mnist"));
        QCOMPARE(shifts(config), QStringLiteral("mnist flip none"));
        config.data.noiseType = NoiseType::None;
        QVERIFY(dataset.set(config, "cifar100")); // from one benchmark set to another nothing changes
        QCOMPARE(shifts(config), QStringLiteral("cifar100 none none"));
    }

    void whatIsSaidForTheFolderHolds()
    {
        const auto folder = json({{"dataset", "folder"}});
        QCOMPARE(layered({json({{"dataset", "folder"}, {"noise-type", "symmetric"}})}), QStringLiteral("folder symmetric none"));
        // By a file that names no data set, below a flag that does; the other way round; by a preset.
        QCOMPARE(layered({json({{"noise-type", "flip"}}), folder}), QStringLiteral("folder flip none"));
        QCOMPARE(layered({folder, json({{"imbalance-type", "step"}})}), QStringLiteral("folder none step"));
        QCOMPARE(layered({preset("noise-imbalance"), folder}), QStringLiteral("folder uniform exponential"));
        QCOMPARE(layered({json({{"preset", "noise-imbalance"}, {"dataset", "folder"}})}), QStringLiteral("folder uniform exponential"));
    }

    void whatIsSaidForAnotherSetDoesNot()
    {
        const auto folder = json({{"dataset", "folder"}});
        QCOMPARE(layered({json({{"dataset", "cifar10"}, {"noise-type", "flip"}}), folder}), QStringLiteral("folder none none"));
        QCOMPARE(layered({preset("demo"), folder}), QStringLiteral("folder none none"));
        QCOMPARE(layered({json({{"preset", "demo"}, {"dataset", "folder"}})}), QStringLiteral("folder none none"));
        ExperimentConfig config;
        QVERIFY(applyJson(config, {{"preset", "demo"}, {"dataset", "folder"}}));
        QCOMPARE(shifts(config), QStringLiteral("folder none none"));
        // A configuration that was written for a folder says nothing of a benchmark set.
        QCOMPARE(layered({json({{"dataset", "folder"}, {"noise-type", "none"}}), json({{"dataset", "mnist"}})}),
                 QStringLiteral("mnist uniform exponential"));
        ExperimentConfig exported; // an architecture file's settings
        exported.data.noiseType = NoiseType::Symmetric;
        QCOMPARE(layered({folder}, exported), QStringLiteral("folder none none"));
        QCOMPARE(layered({}, exported), QStringLiteral("fashion-mnist symmetric exponential"));
    }

    void aStoredStudyKeepsWhatItSays()
    {
        ExperimentConfig stored;
        stored.data.dataset = "folder"; // noisy, as versions before made it unasked
        ExperimentConfig read;
        QVERIFY(applyJson(read, toJson(stored)));
        QVERIFY(read == stored);
        QCOMPARE(shifts(read), QStringLiteral("folder uniform exponential"));
    }

    void anErrorOfASourceIsTold()
    {
        const Result<ExperimentConfig> config = layeredConfig({}, {json({{"dataset", "folder"}}), json({{"noise-type", "loud"}})});
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::UnknownValue);
    }

    /// A pasted command does what it was made from.
    void commandsSayWhatIsNotTheSetsDefault()
    {
        ExperimentConfig config;
        QVERIFY(applyJson(config, {{"dataset", "folder"}, {"data-dir", "pictures"}}));
        QCOMPARE(commandText("data", config), std::string("reweigh data --dataset folder --data-dir pictures"));
        config.data.noiseType = NoiseType::Uniform;
        QCOMPARE(commandText("data", config), std::string("reweigh data --dataset folder --data-dir pictures --noise-type uniform"));
    }
};

QTEST_APPLESS_MAIN(tst_DataSets)
#include "tst_datasets.moc"
