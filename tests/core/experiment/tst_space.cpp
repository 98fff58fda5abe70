// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigJson.h"
#include "core/experiment/ArchitectureSpace.h"
#include "core/experiment/SearchCheck.h"
#include "core/experiment/SearchSession.h"
#include "core/storage/SqlStorage.h"
#include "tests/core/experiment/SmallSearch.h"
#include "tests/support/ScriptedEngine.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <limits>
#include <set>

using namespace reweigh;

/// The space that a search explores, in particular what was added to it, and studies that were begun before.
class tst_Space : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    PreparedData m_data;

    ExperimentConfig config(const char* name, int trials) const { return test::smallSearch(m_dir.filePath(name), trials, 1, 1); }

    /// Searches to the end of the budget; the networks that were trained, in order.
    std::vector<MetaNetSpec> searched(const ExperimentConfig& c, bool resume = false)
    {
        const auto session = SearchSession::open(c, m_data, resume, "scripted");
        if (!session)
            qFatal("%s", session.error().detail.c_str());
        const auto engine = std::make_shared<test::ScriptedEngine>(
            [](const TrainJob& job, RunObserver& observer, auto) { return test::scriptedRun(job, observer, {0.5}); });
        SearchBudget budget(c.search.trials);
        if (!(*session)->run(engine, {}, {}, budget))
            qFatal("the search failed");
        std::vector<MetaNetSpec> networks;
        for (const TrainJob& job : engine->jobs)
            networks.push_back(job.training.metaNet);
        return networks;
    }

    static std::vector<FrozenTrial> trials(const ExperimentConfig& c)
    {
        const auto storage = SqlStorage::open(std::filesystem::path(c.outDir) / "study.db", StorageMode::Read);
        return storage ? *(*storage)->trials() : std::vector<FrozenTrial>();
    }

    static const Parameter* standardised(const FrozenTrial& trial)
    {
        const auto found = std::ranges::find(trial.parameters, "standardised", &Parameter::name);
        return found == trial.parameters.end() ? nullptr : &*found;
    }

    /// Seven inputs, none of them combined, and nothing standardised: the space of versions before.
    static void spaceOfBefore(SearchOptions& search)
    {
        search.inputs = {"loss", "loss+label", "stage1+label", "stage2+label", "stage3+label", "logits+label", "softmax+label"};
        search.standardisations = {Standardise::No};
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto prepared = prepareData(config("x", 1).data);
        QVERIFY(prepared.ok());
        m_data = *prepared;
    }

    /// What is wrong with a class names the class, not its number.
    void errorsNameTheClass()
    {
        const auto source = std::make_shared<DataSource>(*m_data.source);
        for (std::string& name : source->classNames)
            name = "kind of " + name;
        DataOptions options = config("x", 1).data;
        options.valPerClass = 1000000;
        const Result<PreparedData> split = prepareData(options, source);
        QVERIFY(!split.ok());
        QVERIFY(split.error().code == ErrorCode::SplitTooLarge);
        QCOMPARE(split.error().where, source->classNames.front());
        options = config("x", 1).data;
        options.imbalanceType = ImbalanceType::Exponential;
        options.imbalanceFactor = 1e8;
        const Result<PreparedData> empty = prepareData(options, source);
        QVERIFY(!empty.ok());
        QVERIFY(empty.error().code == ErrorCode::ClassWouldBeEmpty);
        QVERIFY2(empty.error().where.starts_with("kind of "), empty.error().where.c_str());
    }

    void aParameterOnlyWhereThereIsAChoice()
    {
        const auto space = searchSpace({});
        QVERIFY(space.at("standardised") == Distribution(CategoricalDistribution{{"no", "yes"}}));
        const auto& inputs = std::get<CategoricalDistribution>(space.at("input")).choices;
        for (const char* combined : {"loss+stage3+label", "loss+logits+label", "loss+penultimate+label"})
            QVERIFY2(std::ranges::find(inputs, nlohmann::json(combined)) != inputs.end(), combined);

        SearchOptions before;
        spaceOfBefore(before);
        std::set<std::string> names;
        for (const auto& [name, distribution] : searchSpace(before))
            names.insert(name);
        QVERIFY(names == (std::set<std::string>{"activation", "hidden_layers", "input", "meta_lr", "nodes_0", "nodes_1", "nodes_2"}));
    }

    void trialsAreTrainedAsDrawn()
    {
        ExperimentConfig c = config("both", 12);
        c.search.sampler = "random";
        c.search.pruner = "none";
        const std::vector<MetaNetSpec> networks = searched(c);
        const std::vector<FrozenTrial> all = trials(c);
        QCOMPARE(all.size(), std::size_t(12));
        std::set<bool> drawn;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Parameter* parameter = standardised(all[i]);
            QVERIFY(parameter);
            QCOMPARE(networks[i].standardised, parameter->value == 1.0);
            QVERIFY(proposalOf(all[i])->metaNet == networks[i]);
            drawn.insert(networks[i].standardised);
        }
        QCOMPARE(drawn.size(), std::size_t(2));
    }

    void aSingleChoiceIsTakenAsItIs()
    {
        for (const Standardise only : {Standardise::No, Standardise::Yes}) {
            ExperimentConfig c = config(only == Standardise::Yes ? "yes" : "no", 3);
            c.search.standardisations = {only};
            for (const MetaNetSpec& network : searched(c))
                QCOMPARE(network.standardised, only == Standardise::Yes);
            for (const FrozenTrial& trial : trials(c)) {
                QVERIFY(!standardised(trial));
                QVERIFY(!proposalOf(trial)->metaNet.standardised);
                QVERIFY(proposalOf(trial, true)->metaNet.standardised);
            }
        }
    }

    /// A study of before goes on with today's flags, and with what it was begun with.
    void aStudyOfBeforeGoesOn()
    {
        ExperimentConfig begun = config("before", 2);
        spaceOfBefore(begun.search);
        searched(begun);
        StudyFacts facts;
        {
            const auto storage = SqlStorage::open(std::filesystem::path(begun.outDir) / "study.db", StorageMode::Write);
            QVERIFY(storage.ok());
            facts = studyFacts(*(*storage)->attributes()).value();
            for (const char* key : {"search-standardise", "standardise-input"}) // as that version wrote it
                QCOMPARE(int(facts.config.erase(key)), 1);
            QVERIFY((*storage)->setAttributes({.user = toAttributes(facts)}).ok());
        }

        ExperimentConfig today = config("before", 4);
        const auto refused = SearchSession::open(today, m_data, true, "scripted");
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::StudyOtherSpace);
        ExperimentConfig named = today;
        QVERIFY(takeEarlierDefaults(named, facts.config, {"search-inputs"}) == std::vector<std::string>{"search-standardise"});
        QVERIFY(named.search.inputs == today.search.inputs);
        QVERIFY(takeEarlierDefaults(today, facts.config, {}) == (std::vector<std::string>{"search-inputs", "search-standardise"}));
        QVERIFY(today.search.inputs == begun.search.inputs && today.search.standardisations == begun.search.standardisations);
        QVERIFY(takeEarlierDefaults(today, facts.config, {}).empty());
        for (const MetaNetSpec& network : searched(today, true))
            QVERIFY(!network.standardised);
        QCOMPARE(trials(today).size(), std::size_t(4));
        for (const FrozenTrial& trial : trials(today))
            QVERIFY(!standardised(trial));

        // The window and a comparison take its settings from it: then it is the same study.
        ExperimentConfig stored;
        QVERIFY(applyStored(stored, facts.config).ok());
        QCOMPARE(differingSetting(facts.config, toJson(stored)), std::string());
        QVERIFY(searchSpace(stored.search) == facts.space);
    }

    /// Numbers that no MW-Net has, as another program may store them: a depth of so many layers was counted through.
    void numbersThatNoNetworkHas()
    {
        const CategoricalDistribution inputs{{"loss", "loss+label"}};
        const IntDistribution any{.low = 0, .high = 2'000'000'000};
        for (const double depth : {2e9, -1.0, 1e300, std::numeric_limits<double>::quiet_NaN()}) {
            const FrozenTrial trial{.parameters = {{"hidden_layers", any, depth}, {"nodes_0", any, 8.0}, {"input", inputs, 1.0}}};
            const std::optional<Proposal> read = proposalOf(trial);
            QVERIFY(read && read->metaNet.withLabel);
            QCOMPARE(read->metaNet.hidden, depth == 2e9 ? std::vector<int>{8} : std::vector<int>{});
        }
    }

    /// A list of images to leave out may lie elsewhere by now, as on another computer. Such a study could not be continued.
    void aListMayBeMoved()
    {
        ExperimentConfig there = config("list", 1), here = there;
        there.data.leaveOut = "/there/marks.csv";
        here.data.leaveOut = "marks.csv";
        QCOMPARE(differingSetting(toJson(there), toJson(here)), std::string());
        here.data.leaveOut = "others.csv";
        QCOMPARE(differingSetting(toJson(there), toJson(here)), std::string("leave-out"));
    }

    /// A study of today keeps what it was asked for.
    void aStudyOfTodayTakesNothing()
    {
        ExperimentConfig today = config("today", 1);
        QVERIFY(takeEarlierDefaults(today, toJson(ExperimentConfig()), {}).empty());
        QVERIFY(today == config("today", 1));
    }
};

QTEST_GUILESS_MAIN(tst_Space)
#include "tst_space.moc"
