// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/PrunerContract.h"

#include "core/base/FileIo.h"
#include "core/study/PercentilePruner.h"

#include <QtTest>

#include <limits>
#include <stdexcept>

using namespace reweigh;

class tst_Pruner : public QObject {
    Q_OBJECT

    static double number(const nlohmann::json& json)
    {
        if (json.is_number())
            return json.get<double>();
        const auto text = json.get<std::string>();
        const double infinity = std::numeric_limits<double>::infinity();
        return text == "inf" ? infinity : text == "-inf" ? -infinity : std::numeric_limits<double>::quiet_NaN();
    }

    static std::vector<std::pair<int, double>> reports(const nlohmann::json& json)
    {
        std::vector<std::pair<int, double>> read;
        for (const auto& entry : json)
            read.emplace_back(entry[0].get<int>(), number(entry[1]));
        return read;
    }

    static TrialState state(const std::string& name)
    {
        return name == "COMPLETE" ? TrialState::Complete : name == "PRUNED" ? TrialState::Pruned : TrialState::Failed;
    }

private Q_SLOTS:
    void agreesWithOptuna()
    {
        const auto text = readFile(REWEIGH_SOURCE_DIR "/tests/golden/pruner.json");
        QVERIFY(text.ok());
        const nlohmann::json cases = nlohmann::json::parse(*text);
        QVERIFY(cases.size() >= 100);
        int index = 0;
        for (const auto& entry : cases) {
            std::vector<Observation> trials;
            for (const auto& past : entry["history"]) {
                Observation& trial = trials.emplace_back();
                trial.number = std::int64_t(trials.size()) - 1;
                trial.state = state(past["state"]);
                trial.intermediate = reports(past["reports"]);
            }
            Observation& running = trials.emplace_back();
            running.number = std::int64_t(trials.size()) - 1;
            running.intermediate = reports(entry["reports"]);
            const auto& options = entry["options"];
            const PercentilePruner pruner({entry["percentile"], options["n_startup_trials"], options["n_warmup_steps"],
                                           options["interval_steps"], options["n_min_trials"]});
            const Direction direction = entry["direction"] == "maximize" ? Direction::Maximize : Direction::Minimize;
            Attributes kept;
            QVERIFY2(pruner.shouldPrune({direction, &trials}, trials.back(), kept) == entry["prune"].get<bool>(),
                     qPrintable(QString("case %1").arg(index)));
            ++index;
        }
    }

    /// Every pruner there is keeps its promises.
    void contract_data()
    {
        QTest::addColumn<QString>("name");
        for (const PrunerRow& row : prunerRows())
            if (row.name != "none")
                QTest::addRow("%s", row.name.c_str()) << QString::fromStdString(row.name);
    }

    void contract()
    {
        QFETCH(QString, name);
        const std::string key = name.toStdString();
        const auto row = std::ranges::find(prunerRows(), key, &PrunerRow::name);
        test::checkPruner([&](const OwnValues& given) { return makePruner(key, given).value(); }, row->settings);
    }

    void silentTrialIsLeftAlone()
    {
        const std::vector<Observation> trials(1);
        Attributes kept;
        QVERIFY(!PercentilePruner({.startupTrials = 0}).shouldPrune({Direction::Minimize, &trials}, trials.front(), kept));
    }

    void optionsOutOfRangeAreRefused()
    {
        for (const PercentilePrunerOptions& options :
             {PercentilePrunerOptions{.startupTrials = -1}, PercentilePrunerOptions{.warmupSteps = -1},
              PercentilePrunerOptions{.intervalSteps = 0}, PercentilePrunerOptions{.minTrials = 0},
              PercentilePrunerOptions{.percentile = -1}, PercentilePrunerOptions{.percentile = 100.5},
              PercentilePrunerOptions{.percentile = std::numeric_limits<double>::quiet_NaN()}})
            QVERIFY_EXCEPTION_THROWN(PercentilePruner{options}, std::invalid_argument);
    }
};

QTEST_APPLESS_MAIN(tst_Pruner)
#include "tst_pruner.moc"
