// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExportCommand.h"
#include "app/cli/StudyPath.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"
#include "tests/support/StudySql.h"
#include "widgets/text/ErrorText.h"

#include <QTemporaryDir>

#include <fstream>

using namespace reweigh;

/// What the command line says of studies that Optuna made.
class tst_TheirStudies : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string file(const char* name) const { return m_dir.filePath(name).toStdString(); }

    static TrialUpdate complete(double x, double value, const Attributes& system = {})
    {
        return {.parameters = {{"x|y", FloatDistribution{.low = 0, .high = 1}, x}},
                .systemAttributes = system,
                .end = TrialEnd{TrialState::Complete, value}};
    }

    static QStringList lines(const StudySnapshot& study) { return QString::fromStdString(reportText(study)).split('\n'); }

private Q_SLOTS:
    void infeasibleTrials()
    {
        {
            const auto storage = *SqlStorage::create(file("bound.db"), "bound", Direction::Maximize);
            for (const auto& [value, constraint] : {std::pair(0.9, 0.5), std::pair(0.2, -1.0), std::pair(3e-9, 0.0)})
                QVERIFY(storage->createTrial(complete(0.5, value, {{"constraints", {constraint}}})).ok());
        }
        const auto study = readStudy(file("bound.db"));
        QVERIFY(study.ok());
        const QStringList said = lines(**study);
        QVERIFY2(said[2].contains("value") && said[2].contains("parameters") && !said[2].contains("test accuracy")
                     && !said[2].contains("architecture"),
                 qPrintable(said[2])); // heads of what is there
        QVERIFY2(said[4].startsWith("| 1 ") && said[4].contains("0.2000"), qPrintable(said[4]));
        QVERIFY2(said[5].startsWith("| 2 ") && said[5].contains(" 3e-09 "), qPrintable(said[5]));
        QVERIFY2(said[6].startsWith("| 0 ") && said[6].contains("complete, infeasible"), qPrintable(said[6]));
        QVERIFY2(said[6].contains("x\\|y 0.50000"), qPrintable(said[6]));
        QVERIFY(said.contains("1 trial violates a constraint and cannot be the best: 0"));
        const nlohmann::json report = reportJson(**study);
        QCOMPARE(report.at("best"), nlohmann::json(1));
        QVERIFY(report.at("trials").at(0).at("feasible") == false && report.at("trials").at(1).at("feasible") == true);
        const auto exported = exportArchitectures(**study, 1, file("best.json"));
        QVERIFY(!exported.ok() && exported.error() == (Error{ErrorCode::StudyNotOurs, file("bound.db"), {}, {}}));
    }

    void severalObjectives()
    {
        {
            const auto storage = *SqlStorage::create(file("two.db"), "two", Direction::Maximize);
            for (const double value : {0.5, 0.75, 0.25})
                QVERIFY(storage->createTrial(complete(value, value)).ok());
        }
        test::studySql(file("two.db"), "INSERT INTO study_directions (direction, study_id, objective) VALUES ('MINIMIZE', 1, 1);"
                                       "INSERT INTO trial_values (trial_id, objective, value, value_type) VALUES (1, 1, 3, 'FINITE'), "
                                       "(2, 1, NULL, 'INF_POS'), (3, 1, 4, 'FINITE');"
                                       "INSERT INTO study_system_attributes (study_id, key, value_json) VALUES (1, 'study:metric_names', "
                                       "'[\"accuracy\", \"seconds\"]')");
        const auto study = readStudy(file("two.db"));
        QVERIFY(study.ok() && (*study)->hasSeveralObjectives() && !(*study)->best());
        const QStringList said = lines(**study);
        QVERIFY2(said[2].contains("accuracy (max)") && said[2].contains("seconds (min)") && said[2].contains("Pareto front"),
                 qPrintable(said[2]));
        QVERIFY2(said[4].startsWith("| 0 ") && said[4].contains(" 0.5000 ") && said[4].contains(" 3.0000 ") && said[4].contains(" yes "),
                 qPrintable(said[4]));
        QVERIFY2(said[5].startsWith("| 1 ") && said[5].contains(" inf ") && said[5].contains(" yes "), qPrintable(said[5]));
        QVERIFY2(said[6].startsWith("| 2 ") && !said[6].contains(" yes "), qPrintable(said[6]));
        QVERIFY(said.filter("2 objectives").size() == 1);
        const nlohmann::json report = reportJson(**study);
        QCOMPARE(report.at("pareto_front"), nlohmann::json({0, 1}));
        QVERIFY(report.at("best").is_null() && report.at("direction").is_null());
        QCOMPARE(report.at("objectives").at(1).dump(), std::string(R"({"direction":"MINIMIZE","name":"seconds"})"));
        QCOMPARE(report.at("trials").at(1).at("values").dump(), std::string(R"([0.75,"Infinity"])"));
        QVERIFY(exportArchitectures(**study, 1, file("best.json")).error().code == ErrorCode::StudySeveralObjectives);
    }

    /// A trial of ours that no process goes on with is interrupted, as in the window; of Optuna's nobody knows.
    void interruptedTrials()
    {
        for (const char* name : {"ours.db", "theirs.db"}) {
            const auto storage = *SqlStorage::create(file(name), "s", Direction::Maximize);
            const StudyFacts facts{.config = {{"epochs", 3}},
                                   .fingerprintCode = "7F3K-9Q2A",
                                   .fingerprint = {{"k", 1}},
                                   .program = "0.2.0",
                                   .engine = "LibTorch"};
            if (name == std::string("ours.db"))
                QVERIFY(storage->setAttributes({.user = toAttributes(facts), .system = {}}).ok());
            QVERIFY(storage->createTrial(complete(0.5, 0.5)).ok());
            QVERIFY(storage->createTrial({}).ok());
        }
        const auto ours = readStudy(file("ours.db")), theirs = readStudy(file("theirs.db"));
        QVERIFY(ours.ok() && theirs.ok());
        QVERIFY2(lines(**ours)[5].contains(" interrupted "), qPrintable(lines(**ours)[5]));
        QVERIFY2(lines(**theirs)[5].contains(" running "), qPrintable(lines(**theirs)[5]));
        const nlohmann::json said = reportJson(**ours).at("trials");
        QVERIFY(!said.at(0).contains("interrupted") && said.at(1).at("interrupted") == true);
        QVERIFY(!reportJson(**theirs).at("trials").at(1).contains("interrupted"));
    }

    void severalStudies()
    {
        QVERIFY(SqlStorage::create(file("several.db"), "alpha", Direction::Maximize).ok());
        test::studySql(file("several.db"), "INSERT INTO studies (study_id, study_name) VALUES (2, 'beta');"
                                           "INSERT INTO study_directions (direction, study_id, objective) VALUES ('MINIMIZE', 2, 0)");
        const auto unnamed = readStudy(file("several.db"));
        QVERIFY(!unnamed.ok());
        const QString sentence = errorText(unnamed.error());
        QVERIFY2(sentence.contains("--study-name: alpha, beta."), qPrintable(sentence));
        QCOMPARE((*readStudy(file("several.db"), "beta"))->name, std::string("beta"));
        const QString wrong = errorText(readStudy(file("several.db"), "gamma").error());
        QVERIFY2(wrong.contains("gamma") && wrong.contains("alpha, beta"), qPrintable(wrong));
    }

    void journals()
    {
        std::ofstream(file("j.log")) << R"({"op_code":0,"worker_id":"w","study_name":"journal","directions":[1]}
{"op_code":4,"worker_id":"w","study_id":0,"datetime_start":"2026-11-28T20:30:44.416146+00:00"}
{"op_code":6,"worker_id":"w","trial_id":0,"state":1,"values":[-Infinity],"datetime_complete":"2026-11-28T20:30:45.000000+00:00"}
)";
        const auto study = readStudy(file("j.log"));
        QVERIFY(study.ok());
        QVERIFY(lines(**study)[4].contains(" -inf "));
        QCOMPARE(reportJson(**study).at("trials").at(0).at("value"), nlohmann::json("-Infinity"));
        const auto written = SqlStorage::open(file("j.log"), StorageMode::Write);
        QVERIFY(!written.ok() && errorText(written.error()).contains("optuna.copy_study("));
    }
};

QTEST_GUILESS_MAIN(tst_TheirStudies)
#include "tst_theirstudies.moc"
