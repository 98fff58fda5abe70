// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/VariantText.h"
#include "core/experiment/RunFacts.h"
#include "core/runfiles/RunFolder.h"
#include "core/runfiles/SafeTensors.h"
#include "tests/support/ComparedStudy.h"

#include <QtTest>

using namespace reweigh;
using test::ComparedStudy;
using test::recording;
using test::ScriptedEngine;

/// Finished runs of a comparison that the study's file does not know are found in their folders.
class tst_FoundRuns : public QObject {
    Q_OBJECT

    /// Takes the comparison out of the study's file; false on an error.
    static bool forget(ComparedStudy& study)
    {
        return study.storage
            .setAttributes({.user = {{attribute::variants, nlohmann::json{{"threads", 0}, {"variants", nlohmann::json::array()}}}}})
            .ok();
    }

private Q_SLOTS:
    /// They could not be read with other threads or on another machine.
    void finishedRunsAreReadFromTheirFolders()
    {
        ComparedStudy study(*parseVariants("searched,ce"));
        ScriptedEngine engine = recording();
        QVERIFY(study.compare(engine).ok());
        const nlohmann::json first = toJson(study.stored()).at("variants");
        QVERIFY(forget(study));
        const std::filesystem::path killed = engine.jobs.front().runDir;
        study.request.config.training.threads = 3;
        study.request.config.training.device = "cpu";
        engine.jobs.clear();
        QVERIFY(study.compare(engine).ok());
        QVERIFY(engine.jobs.empty());
        QVERIFY(toJson(study.stored()).at("variants") == first);
        // Not so one that was killed between its last epoch's figures and its last checkpoint: it writes that epoch's files once more.
        QVERIFY(forget(study));
        QVERIFY(writeSafeTensors(killed / RunFolder::checkpoint, {.tensors = {}, .metadata = {{"epoch", "1"}}}).ok());
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(1));
        QCOMPARE(engine.jobs.front().runDir.string(), killed.string());
        engine.jobs.clear();
        // Not so what was trained otherwise, or is not finished.
        study.request.config.training.epochs = 3;
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4));
    }

    /// Runs of a version without the setting last-batch, whose last batch was what is left: they were not found in their folders any more
    /// once the default became another.
    void runsOfAnEarlierVersionAreReadFromTheirFolders()
    {
        ComparedStudy study(*parseVariants("searched,ce"));
        study.request.config.training.lastBatch = LastBatch::Rest; // as such a study means
        ScriptedEngine engine = recording();
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        const nlohmann::json first = toJson(study.stored()).at("variants");
        for (const TrainJob& job : engine.jobs) {
            nlohmann::json run = readRunJson(job.runDir);
            QVERIFY(run.at("config").erase("last-batch") == 1);
            QVERIFY(RunFolder(job.runDir).writeRun(run).ok());
        }
        QVERIFY(forget(study));
        engine.jobs.clear();
        QVERIFY(study.compare(engine).ok());
        QVERIFY(engine.jobs.empty());
        QVERIFY(toJson(study.stored()).at("variants") == first);
    }

    /// A number that is none ended the comparison as an internal error.
    void aRunWithADamagedDescriptionIsTrainedAgain()
    {
        ComparedStudy study(*parseVariants("fixed"));
        ScriptedEngine engine = recording();
        QVERIFY(study.compare(engine).ok());
        nlohmann::json run = readRunJson(engine.jobs.front().runDir);
        run["meta_parameters"] = "many";
        QVERIFY(RunFolder(engine.jobs.front().runDir).writeRun(run).ok());
        QVERIFY(forget(study));
        engine.jobs.clear();
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(1)); // of two seeds
        QVERIFY(study.stored().list.front().parameters == 3);
    }
};

QTEST_GUILESS_MAIN(tst_FoundRuns)
#include "tst_foundruns.moc"
