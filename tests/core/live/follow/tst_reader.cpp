// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/StudyReader.h"
#include "core/runfiles/RunFolder.h"
#include "core/runfiles/SafeTensors.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/StudyLoop.h"
#include "core/study/TrialTimes.h"
#include "tests/support/PlantedVariants.h"
#include "tests/support/StudySql.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <fstream>
#include <limits>

using namespace reweigh;

/// What is read of a study, and read again.
class tst_Reader : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    std::shared_ptr<SqlStorage> m_storage;

    static TrialUpdate trial(double value)
    {
        TrialFacts facts;
        facts.metaLr = value;
        facts.architecture.hidden = {int(value * 100)};
        facts.metrics["test.accuracy"] = {.meanOfLast = value};
        return {.userAttributes = toAttributes(facts), .end = TrialEnd{TrialState::Complete, value}};
    }

private Q_SLOTS:
    void init()
    {
        static int made = 0;
        m_file = m_dir.filePath(QString("%1.db").arg(++made)).toStdString();
        auto storage = SqlStorage::create(m_file, "s", Direction::Maximize);
        QVERIFY(storage.ok());
        m_storage = *storage;
        for (const double value : {0.25, 0.75, 0.5})
            QVERIFY(m_storage->createTrial(trial(value)).ok());
    }

    /// A finished trial is the same object in the next snapshot, and its attributes are not read again.
    void factsAreReadOnce()
    {
        StudyReader reader(m_file);
        const auto first = *reader.read();
        const TrialFacts* facts = first->trials[1]->facts();
        QVERIFY(facts);
        QCOMPARE(facts->architecture.hidden, std::vector<int>{75});
        QCOMPARE(facts->metrics.at("test.accuracy").meanOfLast, 0.75);
        QVERIFY(m_storage->createTrial({}).ok()); // Optuna's, or one that begins
        const auto second = *reader.read();
        QVERIFY(second && second->trials.size() == 4);
        QCOMPARE(second->trials[1]->facts(), facts);
        QVERIFY(!second->trials[3]->facts());
    }

    /// An earlier version did not store when a trial was interrupted; its checkpoint says how long it trained.
    void timesOfAnEarlierVersion()
    {
        TrialUpdate old = trial(0.5);
        old.userAttributes[attribute::runDir] = "artifacts/of-old";
        old.systemAttributes[ownTrialKey] = true;
        QVERIFY(m_storage->createTrial(old).ok());
        QVERIFY(!runningSeconds(*(*StudyReader(m_file).read())->trials[3]));
        const std::filesystem::path folder = m_file.parent_path() / "artifacts/of-old";
        std::filesystem::create_directories(folder);
        QVERIFY(writeSafeTensors(folder / RunFolder::checkpoint, {.tensors = {}, .metadata = {{"seconds", "12.5"}}}).ok());
        QCOMPARE(runningSeconds(*(*StudyReader(m_file).read())->trials[3]), std::optional(12.5));
    }

    /// Several objectives: each trial has its values, and none is the best; names that come later are read too.
    void severalObjectives()
    {
        m_storage.reset();
        test::studySql(m_file, "INSERT INTO study_directions (direction, study_id, objective) VALUES ('MINIMIZE', 1, 1);"
                               "INSERT INTO trial_values (trial_id, objective, value, value_type) VALUES (2, 1, NULL, 'INF_NEG')");
        StudyReader reader(m_file);
        const auto study = *reader.read();
        QVERIFY(study->hasSeveralObjectives() && !study->best());
        QCOMPARE(study->objectiveNames, (std::vector<std::string>{"objective 0", "objective 1"}));
        QCOMPARE(study->trials[1]->objectives, (std::vector{0.75, -std::numeric_limits<double>::infinity()}));
        QVERIFY(!study->trials[1]->value);
        test::studySql(m_file, "INSERT INTO study_system_attributes (study_id, key, value_json) VALUES (1, 'study:metric_names', "
                               "'[\"accuracy\", \"seconds\"]')");
        const auto named = *reader.read();
        QCOMPARE(named->objectiveNames, (std::vector<std::string>{"accuracy", "seconds"}));
        // Of two of one name the second could not be chosen.
        StudyAttributes attributes;
        attributes.system["study:metric_names"] = nlohmann::json::array({"loss", "loss (1)", "loss", "time"});
        QCOMPARE(objectiveNames(attributes, 5), (std::vector<std::string>{"loss (2)", "loss (1)", "loss (3)", "time", "objective 4"}));
        attributes.system["study:metric_names"] = nlohmann::json::array({"loss", "loss"});
        QCOMPARE(objectiveNames(attributes, 2), (std::vector<std::string>{"loss (1)", "loss (2)"}));
    }

    /// A journal of Optuna's is followed as a database is.
    void journals()
    {
        const std::filesystem::path journal = m_file.string() + ".log";
        const auto append = [&](const char* line) { std::ofstream(journal, std::ios::app) << line << '\n'; };
        append(R"({"op_code":0,"worker_id":"w","study_name":"journal","directions":[2]})");
        append(R"({"op_code":4,"worker_id":"w","study_id":0,"datetime_start":"2026-11-28T20:30:44.416146+00:00"})");
        StudyReader reader(journal);
        const auto first = *reader.read();
        QVERIFY(first->name == "journal" && first->trials.size() == 1 && first->trials[0]->state == TrialState::Running);
        QVERIFY(first->noFacts.code == ErrorCode::StudyNotOurs && first->noFacts.where == journal.string());
        QVERIFY(first->settings().error() == first->noFacts);
        QVERIFY(!*reader.read()); // nothing has changed
        append(
            R"({"op_code":6,"worker_id":"w","trial_id":0,"state":1,"values":[0.5],"datetime_complete":"2026-11-28T20:31:00.000000+00:00"})");
        append(R"({"op_code":4,"worker_id":"w","study_id":0,"datetime_start":"2026-11-28T20:32:00.000000+00:00"})");
        const auto second = *reader.read();
        QVERIFY(second && second->trials.size() == 2);
        QCOMPARE(second->best()->number, std::int64_t(0));
    }

    /// A trial was deleted, by SQL, while the study is followed: it is gone here too, and others keep their numbers.
    void deletedWhileItIsFollowed()
    {
        StudyReader reader(m_file);
        QCOMPARE((*reader.read())->trials.size(), std::size_t(3));
        test::studySql(m_file, test::deleteTrial(1));
        const auto study = *reader.read();
        QVERIFY(study);
        QCOMPARE(study->trials.size(), std::size_t(2));
        QVERIFY(!study->trial(1));
        QCOMPARE(study->trial(2)->value, std::optional(0.5));
        QCOMPARE(study->best()->number, std::int64_t(2));
    }

    /// As many trials came as were deleted, between two readings: ids are given again if they were the last.
    void deletedAndReplaced_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("in the middle") << 1 << 1;
        QTest::newRow("the last") << 2 << 2;
        QTest::newRow("the last two") << 1 << 2;
        QTest::newRow("all") << 0 << 2;
    }
    void deletedAndReplaced()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        StudyReader reader(m_file);
        QCOMPARE((*reader.read())->trials.size(), std::size_t(3));
        QString sql;
        for (int number = first; number <= last; ++number)
            sql += test::deleteTrial(number);
        for (int number = first; number <= last; ++number) // Optuna counts the rows
            sql += QString("INSERT INTO trials (number, study_id, state, datetime_start) VALUES (%1, 1, 'FAIL', '2030-01-02 03:04:05');")
                       .arg(first + 2 - last + (number - first));
        test::studySql(m_file, sql);
        const auto study = *reader.read();
        QVERIFY(study);
        const auto stored = *(*SqlStorage::open(m_file, StorageMode::Read))->trials();
        QCOMPARE(study->trials.size(), std::size_t(3));
        for (std::size_t i = 0; i < stored.size(); ++i) {
            QCOMPARE(study->trials[i]->trialId, stored[i].trialId);
            QCOMPARE(study->trials[i]->number, stored[i].number);
            QVERIFY(study->trials[i]->state == stored[i].state);
        }
        QCOMPARE(std::ranges::count_if(stored, [](const FrozenTrial& trial) { return trial.state == TrialState::Failed; }),
                 std::ptrdiff_t(last - first + 1));
    }

    /// What did not change is not read again, whatever state the last trial is in.
    void onlyWhatChangedIsReadAgain()
    {
        StudyReader reader(m_file);
        const auto running = m_storage->createTrial({});
        const auto first = *reader.read();
        QVERIFY(m_storage->updateTrial(running->trialId, {.end = TrialEnd{TrialState::Complete, 0.125}}).ok());
        const auto second = *reader.read();
        test::studySql(m_file, test::enqueueTrial(4, "{}"));
        const auto third = *reader.read();
        QVERIFY(m_storage->startTrial(third->trials[4]->trialId, {})->has_value());
        const auto fourth = *reader.read();
        QVERIFY(second->trials[3]->state == TrialState::Complete);
        QVERIFY(third->trials[4]->state == TrialState::Waiting);
        QVERIFY(fourth->trials[4]->state == TrialState::Running);
        for (const auto& study : {second, third, fourth})
            for (std::size_t i = 0; i < 3; ++i)
                QCOMPARE(study->trials[i], first->trials[i]); // the very same objects
        QCOMPARE(fourth->trials[3], second->trials[3]);
    }

    /// Optuna, which counts rows, gives a number again after a deletion: both trials are there.
    void numberGivenTwice()
    {
        StudyReader reader(m_file);
        QVERIFY(reader.read().ok());
        test::studySql(m_file, test::deleteTrial(0)
                                   + "INSERT INTO trials (number, study_id, state) VALUES (2, 1, 'FAIL');"
                                     "INSERT INTO trials (number, study_id, state) VALUES (1, 1, 'FAIL')");
        const auto study = *reader.read();
        QCOMPARE(study->trials.size(), std::size_t(4));
        QCOMPARE(study->trial(2)->value, std::optional(0.5));
        QCOMPARE(study->trial(1)->value, std::optional(0.75));
    }

    /// A comparison that cannot be read, damaged or of a later version, is left out with the reason; the trials are there, and it comes back
    /// once it is mended.
    void comparisonThatCannotBeRead()
    {
        QVERIFY(m_storage->setAttributes({.user = {{attribute::variants, {{"threads", 1}, {"variants", {{{"name", "odd"}}}}}}}}).ok());
        StudyReader reader(m_file);
        const auto study = reader.read();
        QVERIFY(study.ok());
        QCOMPARE((*study)->trials.size(), std::size_t(3));
        QVERIFY((*study)->best() && (*study)->variants.empty() && (*study)->noVariants);
        const Error& why = *(*study)->noVariants;
        QVERIFY(why.code == ErrorCode::ComparisonCorrupt && why.where == m_file.string());
        QVERIFY2(why.detail.starts_with("reweigh:variants: ") && why.detail.find("architecture") != std::string::npos, why.detail.c_str());
        test::studySql(m_file, "UPDATE study_user_attributes SET value_json = '{\"threads\": 1, \"vari' WHERE key = 'reweigh:variants'");
        QVERIFY((*reader.read())->noVariants.has_value()); // cut off
        QCOMPARE((*study)->comparisonThreads, 0);
        StoredVariants stored{.threads = 3, .list = {test::planted("ce", {0.5})}};
        QVERIFY(m_storage->setAttributes({.user = {{attribute::variants, toJson(stored)}}}).ok());
        const auto mended = *reader.read();
        QVERIFY(!mended->noVariants);
        QCOMPARE(mended->variants.size(), std::size_t(1));
        QCOMPARE(mended->comparisonThreads, 3);
    }

    void onlyTheStudy()
    {
        StudyReader reader(m_file, {}, {.trials = false});
        const auto study = *reader.read();
        QVERIFY(study && study->trials.empty() && study->name == "s");
    }
};

QTEST_GUILESS_MAIN(tst_Reader)
#include "tst_reader.moc"
