// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"
#include "tests/support/SearchVectors.h"

#include <QRegularExpression>

using namespace reweigh;

/// Replays runs of the real Optuna: after each trial the history is what Optuna had, so every suggestion
/// must be the one it made.
class tst_Traces : public QObject {
    Q_OBJECT

    struct Suggestion {
        std::string name;
        Distribution distribution;
        nlohmann::json value; ///< outside form
    };

    /// JSON objects are sorted here, while an objective asks in its own order.
    static std::vector<Suggestion> suggestions(const nlohmann::ordered_json& trial)
    {
        std::vector<Suggestion> inOrder;
        for (const auto& [name, value] : trial["params"].items())
            inOrder.push_back({name, test::distributionOf(nlohmann::json(trial["distributions"].at(name))), nlohmann::json(value)});
        return inOrder;
    }

    /// The recorded label says how the sampler was made, for example "tpe group=True seed 7 conditional".
    static std::unique_ptr<Sampler> samplerOf(const QString& label)
    {
        const auto seed = QRegularExpression("seed (\\d+)").match(label).captured(1).toULongLong();
        if (label.startsWith("random"))
            return makeRandomSampler(seed);
        TpeOptions options;
        options.multivariate = !label.contains("multivariate=False");
        options.group = label.contains("group=True");
        options.constantLiar = !label.contains("constant_liar=False");
        return makeTpeSampler(seed, options);
    }

    static void compare(const Suggestion& expected, double internal, std::int64_t number)
    {
        const nlohmann::json value = externalValue(expected.distribution, internal);
        const bool exact = !std::holds_alternative<FloatDistribution>(expected.distribution);
        const std::string told =
            "trial " + std::to_string(number) + " " + expected.name + ": " + value.dump() + ", not " + expected.value.dump();
        QVERIFY2(exact ? value == expected.value : test::close(value, expected.value, 1e-9), told.c_str());
    }

    /// Replays `run`; `restart` hands the sampler's state to a new one before every trial.
    static void replay(const nlohmann::ordered_json& run, bool restart)
    {
        const QString label = QString::fromStdString(run["case"]);
        std::unique_ptr<Sampler> sampler = samplerOf(label);
        std::vector<Observation> trials;
        const History history{test::directionOf(run["direction"]), &trials};
        for (const auto& recorded : run["trials"]) {
            if (restart) {
                const std::string state = sampler->state();
                sampler = samplerOf(QString(label).replace(QRegularExpression("seed \\d+"), "seed 987"));
                QVERIFY(sampler->restore(state).ok());
            }
            const Observation outcome = test::outcomeOf(nlohmann::json(recorded));
            trials.push_back({outcome.number, TrialState::Running, {}, {}, {}, {}});
            const std::vector<Parameter> joint = sampler->beginTrial(history, outcome.number);
            trials.back().joint = joint;
            for (const Suggestion& expected : suggestions(recorded)) {
                const double value = sampler->suggest(history, outcome.number, joint, expected.name, expected.distribution);
                compare(expected, value, outcome.number);
                if (QTest::currentTestFailed())
                    return;
                trials.back().parameters.push_back({expected.name, expected.distribution, value});
            }
            std::vector<Parameter> parameters = std::move(trials.back().parameters);
            trials.back() = outcome;
            trials.back().parameters = std::move(parameters);
        }
    }

    static void replayAll(const QString& path, bool restart)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto runs = nlohmann::ordered_json::parse(file.readAll().toStdString());
        QVERIFY(!runs.empty());
        for (const auto& run : runs) {
            replay(run, restart);
            if (QTest::currentTestFailed())
                qFatal("%s", run["case"].get<std::string>().c_str());
        }
    }

private Q_SLOTS:
    void everySuggestion_data() { test::addVectorFiles(test::VectorForm::Traces); }
    void everySuggestion()
    {
        QFETCH(QString, path);
        replayAll(path, false);
    }

    void everySuggestionAfterRestart_data() { test::addVectorFiles(test::VectorForm::Traces); }
    void everySuggestionAfterRestart()
    {
        QFETCH(QString, path);
        replayAll(path, true);
    }
};

QTEST_APPLESS_MAIN(tst_Traces)
#include "tst_traces.moc"
