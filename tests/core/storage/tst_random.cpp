// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/HistoryInfo.h"
#include "core/analysis/ImportanceInfo.h"
#include "core/live/follow/StudyReader.h"
#include "core/storage/StudyFile.h"
#include "core/study/Feasibility.h"
#include "core/study/ParetoFront.h"
#include "tests/support/RandomStudies.h"
#include "tests/support/SharedFiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>

using namespace reweigh;

/// 300 random studies of the real Optuna, in databases of both journal modes and in journals: each trial, the best one or the Pareto
/// front, importances and the course of the study are what Optuna makes of them.
class tst_Random : public QObject {
    Q_OBJECT

    static constexpr int count = 300, seed = 1;

    QTemporaryDir m_dir;
    std::vector<test::RandomStudy> m_studies;
    std::vector<std::shared_ptr<const StudySnapshot>> m_read; ///< by the study's place

    /// What differs between a trial and what Optuna says of it; empty: nothing.
    static std::string differences(const FrozenTrial& trial, const nlohmann::json& said)
    {
        std::string found;
        const auto hold = [&](bool same, const std::string& what) {
            if (!same)
                found += (found.empty() ? "" : ", ") + what;
        };
        hold(said.at("number") == trial.number, "number");
        hold(said.at("state") == test::theirName(trial.state), "state");
        hold(sameNumbers(trial.value ? std::vector{*trial.value} : trial.objectives, said.at("values")), "values");
        const nlohmann::json& parameters = said.at("params");
        hold(trial.parameters.size() == parameters.size(), "number of parameters");
        for (const Parameter& parameter : trial.parameters) {
            const auto theirs = parameters.find(parameter.name);
            if (theirs == parameters.end()) {
                hold(false, "parameter " + parameter.name + " is none of theirs");
                continue;
            }
            const auto distribution = distributionFromJson(parsePythonJson(theirs->at(0).get<std::string>()));
            hold(distribution.ok() && *distribution == parameter.distribution, "distribution of " + parameter.name);
            hold(test::isSameNumber(parameter.value, test::exactNumber(theirs->at(1))), "inner value of " + parameter.name);
            hold(isSameJson(externalValue(parameter.distribution, parameter.value), theirs->at(2)), "value of " + parameter.name);
        }
        const nlohmann::json& reports = said.at("reports");
        hold(std::ranges::equal(trial.intermediate, reports,
                                [](const auto& ours, const nlohmann::json& theirs) {
                                    return theirs.at(0) == ours.first && test::isSameNumber(ours.second, test::exactNumber(theirs.at(1)));
                                }),
             "reports");
        hold(isSameJson(nlohmann::json(trial.userAttributes), said.at("user")), "user attributes");
        hold(isSameJson(nlohmann::json(trial.systemAttributes), said.at("system")), "system attributes");
        std::map<std::string, double> constraints;
        for (const auto& [name, value] : said.at("constraints").items())
            constraints[name] = test::exactNumber(value);
        hold(constraintsOf(trial) == constraints, "constraints");
        hold(sameTime(trial.started, said.at("started")), "start");
        hold(sameTime(trial.finished, said.at("finished")), "end");
        return found;
    }

    static bool sameNumbers(const std::vector<double>& ours, const nlohmann::json& theirs)
    {
        if (theirs.is_null())
            return ours.empty();
        return std::ranges::equal(
            ours, theirs, [](double one, const nlohmann::json& other) { return test::isSameNumber(one, test::exactNumber(other)); });
    }

    /// `microseconds`: since 1970, or null.
    static bool sameTime(std::optional<Timestamp> ours, const nlohmann::json& microseconds)
    {
        return microseconds.is_null() ? !ours : ours && microseconds == std::int64_t(ours->time_since_epoch().count());
    }

    static bool hasEndlessRange(const std::shared_ptr<const StudyTrial>& trial)
    {
        return std::ranges::any_of(trial->parameters, [](const Parameter& parameter) {
            const auto* range = std::get_if<FloatDistribution>(&parameter.distribution);
            return range && !std::isfinite(range->high - range->low);
        });
    }

    static QByteArray titleOf(const test::RandomStudy& study)
    {
        return QByteArray::fromStdString(study.file.filename().string() + ", " + study.name.substr(0, 20));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString python = test::pythonWith("optuna");
        if (python.isEmpty())
            QSKIP("no Python with optuna: set REWEIGH_PYTHON");
        m_studies = test::randomStudies(python, m_dir.path(), count, seed);
        QCOMPARE(m_studies.size(), std::size_t(count));
        for (const test::RandomStudy& study : m_studies) {
            const auto read = StudyReader(study.file, study.name).read();
            if (!read)
                QFAIL((titleOf(study) + ": " + errorName(read.error().code) + " " + read.error().detail.c_str()).constData());
            m_read.push_back(*read);
        }
    }

    void theirNames()
    {
        std::map<std::filesystem::path, std::vector<std::string>> names;
        for (const test::RandomStudy& study : m_studies)
            names[study.file].push_back(study.name);
        for (const auto& [file, theirs] : names)
            QVERIFY2(*studyNames(file) == theirs, file.filename().c_str());
    }

    void studies()
    {
        for (std::size_t i = 0; i < m_studies.size(); ++i) {
            const nlohmann::json& said = m_studies[i].said;
            const StudySnapshot& study = *m_read[i];
            const QByteArray title = titleOf(m_studies[i]);
            QVERIFY2(study.name == m_studies[i].name && !study.facts && study.variants.empty(), title.constData());
            const auto storage = openForReading(m_studies[i].file, m_studies[i].name);
            QVERIFY2(isSameJson(nlohmann::json((*storage)->attributes()->user), said.at("user")), title.constData());
            std::vector<std::string> directions, names;
            for (const Direction direction : (*storage)->directions())
                directions.push_back(direction == Direction::Maximize ? "MAXIMIZE" : "MINIMIZE");
            QVERIFY2(said.at("directions") == directions, title.constData());
            QVERIFY2((study.direction == Direction::Maximize) == (directions.front() == "MAXIMIZE"), title.constData());
            QCOMPARE(study.hasSeveralObjectives(), m_studies[i].hasSeveralObjectives());
            if (study.hasSeveralObjectives() && !said.at("metrics").is_null())
                QVERIFY2(said.at("metrics") == study.objectiveNames, title.constData());
        }
    }

    void trials()
    {
        int compared = 0;
        for (std::size_t i = 0; i < m_studies.size(); ++i) {
            const nlohmann::json& theirs = m_studies[i].said.at("trials");
            const auto& ours = m_read[i]->trials;
            QVERIFY2(ours.size() == theirs.size(), titleOf(m_studies[i]).constData());
            for (std::size_t t = 0; t < ours.size(); ++t, ++compared)
                if (const std::string found = differences(*ours[t], theirs.at(t)); !found.empty())
                    QFAIL((titleOf(m_studies[i]) + ", trial " + QByteArray::number(qulonglong(t)) + ": " + found.c_str()).constData());
        }
        QVERIFY(compared > 5 * count);
    }

    void bestOnes()
    {
        int single = 0, several = 0;
        for (std::size_t i = 0; i < m_studies.size(); ++i) {
            const nlohmann::json& said = m_studies[i].said;
            const StudySnapshot& study = *m_read[i];
            const QByteArray title = titleOf(m_studies[i]);
            const StudyTrial* const best = study.best();
            if (study.hasSeveralObjectives()) {
                QVERIFY2(!best, title.constData());
                nlohmann::json front = nlohmann::json::array();
                for (const FrozenTrial* trial : paretoFront(trialRefs(study.trials), study.directions))
                    front.push_back(trial->number);
                QVERIFY2(front == said.at("front"), (title + ": " + front.dump().c_str()).constData());
                several += front.size() > 1;
                continue;
            }
            const nlohmann::json& theirs = said.at("best");
            QVERIFY2(theirs.is_null() == !best, title.constData());
            if (!best)
                continue;
            ++single; // of equal ones Optuna may take any
            QVERIFY2(*best->value == test::exactNumber(theirs.at(1)) && isFeasible(*best), title.constData());
            QVERIFY2(*best->value == *study.trial(theirs.at(0).get<std::int64_t>())->value, title.constData());
        }
        QVERIFY(single > count / 3 && several > count / 20);
    }

    void importances()
    {
        int compared = 0;
        for (std::size_t i = 0; i < m_studies.size(); ++i) {
            if (m_studies[i].hasSeveralObjectives() || m_studies[i].said.at("importance").is_null())
                continue;
            const nlohmann::json& theirs = m_studies[i].said.at("importance");
            const ImportanceInfo info = importanceInfo(trialRefs(m_read[i]->trials), m_read[i]->direction, 0);
            // Of few trials ours says that they are too few; of a range without an end Optuna's has no meaning.
            if (!info.enough || std::ranges::any_of(m_read[i]->trials, hasEndlessRange))
                continue;
            ++compared;
            QVERIFY2(info.entries.size() == theirs.size(), titleOf(m_studies[i]).constData());
            for (const ImportanceInfo::Entry& entry : info.entries)
                QVERIFY2(std::abs(entry.importance - test::exactNumber(theirs.at(entry.name))) < 1e-9,
                         (titleOf(m_studies[i]) + ", " + entry.name.c_str() + ": " + QByteArray::number(entry.importance, 'g', 15)
                          + ", not " + QByteArray::number(test::exactNumber(theirs.at(entry.name)), 'g', 15))
                             .constData());
        }
        QVERIFY2(compared > count / 30, qPrintable(QString::number(compared)));
    }

    void histories()
    {
        for (std::size_t i = 0; i < m_studies.size(); ++i) {
            if (m_studies[i].hasSeveralObjectives())
                continue;
            const nlohmann::json& theirs = m_studies[i].said.at("history");
            const HistoryInfo info = historyInfo(trialRefs(m_read[i]->trials), m_read[i]->direction);
            QVERIFY2(std::ranges::equal(info.points, theirs,
                                        [](const HistoryInfo::Point& ours, const nlohmann::json& point) {
                                            // -0 and 0 are equally good
                                            const double best = test::exactNumber(point.at(2));
                                            return point.at(0) == ours.number
                                                   && test::isSameNumber(ours.value, test::exactNumber(point.at(1)))
                                                   && (ours.best == best || (std::isnan(ours.best) && std::isnan(best)));
                                        }),
                     titleOf(m_studies[i]).constData());
            const auto ended = [&](const char* state) {
                return int(std::ranges::count(m_studies[i].said.at("trials"), nlohmann::json(state),
                                              [](const nlohmann::json& trial) { return trial.at("state"); }));
            };
            QCOMPARE(info.pruned, ended("PRUNED"));
            QCOMPARE(info.failed, ended("FAIL"));
            QCOMPARE(info.running, ended("RUNNING"));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Random)
#include "tst_random.moc"
