// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/StudyReader.h"
#include "core/storage/SqlStorage.h"
#include "tests/support/StudySql.h"

#include <QTemporaryDir>
#include <QtTest>

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

    void onlyTheStudy()
    {
        StudyReader reader(m_file, {}, {.trials = false});
        const auto study = *reader.read();
        QVERIFY(study && study->trials.empty() && study->name == "s");
    }
};

QTEST_GUILESS_MAIN(tst_Reader)
#include "tst_reader.moc"
