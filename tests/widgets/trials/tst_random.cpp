// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/StudyReader.h"
#include "tests/support/RandomStudies.h"
#include "tests/support/SharedFiles.h"
#include "widgets/trials/TrialTableModel.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;

/// The table of random studies of the real Optuna shows what Optuna reads in them.
class tst_Random : public QObject {
    Q_OBJECT

    static constexpr int count = 60, seed = 2;
    QTemporaryDir m_dir;
    std::vector<test::RandomStudy> m_studies;

    /// Whether `raw` is what a column holds for the value of a parameter in Optuna.
    static bool isValue(const QVariant& raw, const nlohmann::json& parameter)
    {
        const nlohmann::json& value = parameter.at(2);
        if (parsePythonJson(parameter.at(0).get<std::string>()).at("name") == "CategoricalDistribution")
            return raw.typeId() == QMetaType::QString && raw.toString() == QString::fromStdString(plainJsonText(value));
        return value.is_number() && test::isSameNumber(raw.toDouble(), value.get<double>());
    }

    /// Whether a text says at least two significant digits of a number.
    static bool says(const QString& text, double value)
    {
        if (std::isinf(value))
            return text.contains(QStringLiteral("∞")) || text.contains(QStringLiteral("inf"));
        constexpr long double half = 0.05; // of the second digit; rounded up, the largest double's is none
        return std::abs(std::strtold(text.toLatin1().constData(), nullptr) - value) <= half * std::abs(value);
    }

    static bool holdsNumber(const QModelIndex& index, const nlohmann::json& theirs)
    {
        const double value = test::exactNumber(theirs);
        return test::isSameNumber(index.data(TrialTableModel::RawRole).toDouble(), value) && says(index.data().toString(), value);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        const QString python = test::pythonWith("optuna");
        if (python.isEmpty())
            QSKIP("no Python with optuna: set REWEIGH_PYTHON");
        m_studies = test::randomStudies(python, m_dir.path(), count, seed);
        QCOMPARE(m_studies.size(), std::size_t(count));
    }

    void rows()
    {
        int numbers = 0;
        for (const test::RandomStudy& study : m_studies) {
            const auto snapshot = StudyReader(study.file, study.name).read();
            QVERIFY(snapshot.ok());
            TrialTableModel model;
            const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
            model.setSnapshot(*snapshot);
            const nlohmann::json& theirs = study.said.at("trials");
            const std::string title = study.file.filename().string() + ", " + study.name.substr(0, 20);
            QVERIFY2(model.rowCount() == int(theirs.size()), title.c_str());
            const std::size_t objectives = study.said.at("directions").size();
            const int first = model.columnOf(objectives > 1 ? TrialColumn::Objective : TrialColumn::Value);
            for (int row = 0; row < model.rowCount(); ++row) {
                const nlohmann::json& said = theirs.at(std::size_t(row));
                const std::string place = title + ", trial " + std::to_string(row);
                QVERIFY2(said.at("number") == model.row(row).number, place.c_str());
                QVERIFY2(said.at("state") == test::theirName(model.row(row).state), place.c_str());
                std::size_t parameters = 0;
                for (int column = 0; column < model.columnCount(); ++column) {
                    const TrialColumn& shown = model.columns()[std::size_t(column)];
                    const auto found = said.at("params").find(shown.parameter);
                    if (shown.kind != TrialColumn::Searched || found == said.at("params").end())
                        continue;
                    ++parameters;
                    QVERIFY2(isValue(model.index(row, column).data(TrialTableModel::RawRole), *found),
                             (place + ", " + shown.parameter).c_str());
                }
                QVERIFY2(parameters == said.at("params").size(), place.c_str());
                for (std::size_t i = 0; i < objectives; ++i) {
                    const QModelIndex index = model.index(row, first + int(i));
                    if (said.at("values").is_null()) {
                        QVERIFY2(!index.data(TrialTableModel::RawRole).isValid() && index.data().toString() == QStringLiteral("—"),
                                 place.c_str());
                        continue;
                    }
                    ++numbers;
                    QVERIFY2(holdsNumber(index, said.at("values").at(i)), (place + ": " + index.data().toString().toStdString()).c_str());
                }
                bool violates = false;
                for (const nlohmann::json& constraint : said.at("constraints"))
                    violates = violates || !(test::exactNumber(constraint) <= 0.0);
                QVERIFY2(model.row(row).infeasible == (violates && !said.at("finished").is_null()), place.c_str());
                if (const nlohmann::json& start = said.at("started"), &end = said.at("finished"); !start.is_null() && !end.is_null())
                    QVERIFY2(secondsOf(model.row(row)) == double(end.get<std::int64_t>() - start.get<std::int64_t>()) / 1e6, place.c_str());
            }
        }
        QVERIFY(numbers > 2 * count);
    }
};

QTEST_MAIN(tst_Random)
#include "tst_random.moc"
