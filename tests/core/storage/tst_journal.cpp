// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/JournalStorage.h"
#include "core/storage/StudyFile.h"
#include "tests/core/storage/JournalLines.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <limits>

using namespace reweigh;
using namespace reweigh::test;

/// Optuna's journals. The lines are those that Optuna 5.0.0 wrote, with short names of workers.
class tst_Journal : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }

    static void append(const std::filesystem::path& path, const std::string& text)
    {
        std::ofstream(path, std::ios::binary | std::ios::app) << text;
    }

private Q_SLOTS:
    void replayed()
    {
        append(file("j.log"), std::string(begunJournal) + journalLines);
        QVERIFY(*kindOfStudyFile(file("j.log")) == StudyFileKind::Journal);
        const auto journal = *JournalStorage::open(file("j.log"));
        QCOMPARE(journal->studyName(), std::string("jour"));
        QVERIFY(journal->direction() == Direction::Maximize && journal->directions().size() == 1);
        QCOMPARE(journal->attributes()->user.at("about"), nlohmann::json("n"));
        const auto trials = *journal->trials();
        QCOMPARE(trials.size(), std::size_t(2));
        const FrozenTrial& first = trials[0];
        QVERIFY(first.number == 0 && first.trialId == 1 && first.state == TrialState::Complete);
        QCOMPARE(*first.value, std::numeric_limits<double>::infinity());
        QCOMPARE(first.parameters.size(), std::size_t(2));
        QCOMPARE(first.parameters[0].value, 0.25);
        QVERIFY(std::isnan(externalValue(first.parameters[1].distribution, first.parameters[1].value).get<double>()));
        QCOMPARE(first.intermediate.size(), std::size_t(2));
        QVERIFY(first.intermediate[0] == std::pair(1, 0.25) && std::isnan(first.intermediate[1].second));
        QCOMPARE(first.userAttributes.at("note").at(1), nlohmann::json("\xef\xbf\xbd"));
        QCOMPARE(first.systemAttributes.at("constraints"), nlohmann::json::array({-0.25}));
        using namespace std::chrono;
        const auto at = [](int hour, int minute, int microsecond) {
            return Timestamp(sys_days(2026y / November / 28) + hours(hour) + minutes(minute) + seconds(44) + microseconds(microsecond));
        };
        QVERIFY(first.started == at(20, 30, 375926)); // a second process that took the trial changes nothing
        QVERIFY(first.finished == at(20, 30, 384594));
        // A parameter cannot become another kind within a study; what is tried is left out, as Optuna does.
        QVERIFY(trials[1].state == TrialState::Running && trials[1].parameters.empty());
        QVERIFY(trials[1].started == at(15, 0, 416146));
        QCOMPARE(*journal->trialCount(1), std::int64_t(1));
    }

    /// Nor can a parameter change between a linear and a log scale; its range may change.
    void scaleOfAParameterStays()
    {
        const auto setX = [](int trial, double value, double low, double high, bool log) {
            const nlohmann::json attributes = {{"step", nullptr}, {"low", low}, {"high", high}, {"log", log}};
            const nlohmann::json distribution = {{"name", "FloatDistribution"}, {"attributes", attributes}};
            return nlohmann::json{{"op_code", 5},
                                  {"worker_id", "w"},
                                  {"trial_id", trial},
                                  {"param_name", "x"},
                                  {"param_value_internal", value},
                                  {"distribution", distribution.dump()}}
                       .dump()
                   + '\n';
        };
        const std::string trial = "{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,\"datetime_start\":null}\n";
        append(file("scale.log"), begunJournal + trial + trial + trial + setX(0, 0.5, 0.0, 1.0, false) + setX(1, 0.5, 0.1, 1.0, true)
                                      + setX(2, 1.5, 0.0, 2.0, false));
        const auto trials = *(*JournalStorage::open(file("scale.log")))->trials();
        QCOMPARE(trials.size(), std::size_t(3));
        QVERIFY(trials[1].parameters.empty());
        QVERIFY(trials[0].parameters.at(0).value == 0.5 && trials[2].parameters.at(0).value == 1.5);
    }

    /// A journal grows while it is read; a line without its end is not there yet.
    void grows()
    {
        append(file("grows.log"), begunJournal);
        const auto journal = *JournalStorage::open(file("grows.log"));
        QVERIFY(journal->trials()->empty());
        const std::int64_t before = *journal->version();
        const std::string more = journalLines;
        const std::size_t half = more.find('\n') + 20;
        append(file("grows.log"), more.substr(0, half));
        QCOMPARE(journal->trials()->size(), std::size_t(1));
        QVERIFY(journal->trials()->front().state == TrialState::Waiting);
        QVERIFY(*journal->version() == before + 1);
        append(file("grows.log"), more.substr(half));
        QCOMPARE(journal->trials()->size(), std::size_t(2));
        QCOMPARE(journal->trials(1)->front().number, std::int64_t(1));
        QVERIFY(*journal->version() == *journal->version());
        append(file("grows.log"), "{\"op_code\":1,\"worker_id\":\"w\",\"study_id\":0}\n");
        QVERIFY(journal->trials().error().code == ErrorCode::StudyMissing);
    }

    void severalStudies()
    {
        append(file("several.log"), std::string(begunJournal) + severalJournal);
        QCOMPARE(*studyNames(file("several.log")), (std::vector<std::string>{"jour", "two"}));
        QVERIFY(openForReading(file("several.log")).error()
                == (Error{ErrorCode::StudySeveral, file("several.log").string(), "jour, two", {}}));
        QVERIFY(openForReading(file("several.log"), "gone").error().code == ErrorCode::StudyMissing);
        const auto two = *openForReading(file("several.log"), "two");
        QCOMPARE(two->directions(), (std::vector{Direction::Maximize, Direction::Minimize}));
        const auto trials = *two->trials();
        QCOMPARE(trials.size(), std::size_t(1));
        QVERIFY(trials[0].number == 0 && !trials[0].value);
        QCOMPARE(trials[0].objectives, (std::vector{0.5, -std::numeric_limits<double>::infinity()}));
        QCOMPARE(externalValue(trials[0].parameters[0].distribution, trials[0].parameters[0].value), nlohmann::json(4));
        QVERIFY(trials[0].intermediate[1] == std::pair(3, 0.5) && trials[0].intermediate[0].first == -1);
    }

    void isNotWritten()
    {
        append(file("read.log"), begunJournal);
        const auto refused = SqlStorage::open(file("read.log"), StorageMode::Write);
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::StudyJournal);
        QVERIFY(refused.error().hint.find("optuna.copy_study(") == 0);
        const auto journal = *openForReading(file("read.log"));
        QVERIFY(journal->createTrial({}).error().code == ErrorCode::StudyJournal);
        QVERIFY(journal->setAttributes({}).error().code == ErrorCode::StudyJournal);
        QCOMPARE(std::filesystem::file_size(file("read.log")), std::uintmax_t(std::string(begunJournal).size()));
    }

    /// The line is one of Python, whatever the file is called.
    void copiedUnderAnyName()
    {
        const std::string path = file("say \"a\\n\".log").string(), written = file("say ").string() + R"(\"a\\n\".log)";
        append(path, begunJournal);
        QCOMPARE(SqlStorage::open(path, StorageMode::Write).error().hint,
                 "optuna.copy_study(from_study_name=..., from_storage=JournalStorage(JournalFileBackend(\"" + written
                     + "\")), to_storage=\"sqlite:///" + written + ".db\")");
    }

    void badLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* line, ErrorCode code) { QTest::newRow(name) << QByteArray(line) << int(code); };
        row("no JSON", "op", ErrorCode::StudyCorrupt);
        row("cut", R"({"op_code":4,"worker_id")", ErrorCode::StudyCorrupt);
        row("no operation", "[1]", ErrorCode::StudyCorrupt);
        row("no study", R"({"op_code":4,"worker_id":"w"})", ErrorCode::StudyCorrupt);
        row("text for a number", R"({"op_code":4,"worker_id":"w","study_id":"a"})", ErrorCode::StudyCorrupt);
        row("no choice", unknownChoice, ErrorCode::StudyCorrupt);
        row("of a later Optuna", R"({"op_code":99,"worker_id":"w"})", ErrorCode::StudyOtherVersion);
    }
    void badLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, code);
        const std::filesystem::path path = file(QTest::currentDataTag());
        append(path, std::string(begunJournal) + "{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,\"datetime_start\":null}\n"
                         + line.toStdString() + "\n");
        const auto opened = JournalStorage::open(path);
        QVERIFY(!opened.ok());
        QCOMPARE(int(opened.error().code), code);
        QCOMPARE(opened.error().where, path.string());
        QVERIFY(opened.error().detail.starts_with("line 3: "));
    }
};

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_journal.moc"
