// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/config/ConfigJson.h"
#include "core/plan/PlanRunner.h"
#include "core/plan/StoredCell.h"
#include "core/storage/SqlStorage.h"
#include "tests/support/PlantedVariants.h"

#include <QtTest>

#include <QTemporaryDir>

#include <cmath>

using namespace reweigh;
using test::planted;

/// What is stored of a plan, in studies made by hand.
class tst_State : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_plans = 0;

    /// The plan in `text`, in a file and a folder of its own.
    Plan plan(const std::string& text)
    {
        const std::filesystem::path file = m_dir.filePath(QString("plan%1.json").arg(++m_plans)).toStdString();
        return again(file, text);
    }

    static Plan again(const std::filesystem::path& file, const std::string& text)
    {
        if (!writeFileAtomic(file, text))
            qFatal("the plan cannot be written");
        Result<Plan> read = readPlan(file);
        if (!read)
            qFatal("%s: %s %s", text.c_str(), read.error().where.c_str(), read.error().detail.c_str());
        return std::move(read).value();
    }

    static PlanState stateOf(const Plan& plan)
    {
        Result<PlanState> state = readPlanState(plan);
        if (!state)
            qFatal("%s: %s", state.error().where.c_str(), state.error().detail.c_str());
        return std::move(state).value();
    }

    /// Why the first cell cannot be used; none if it can.
    static std::optional<Error> failureOf(const Plan& plan) { return stateOf(plan).cells.front().failure; }

    static std::filesystem::path studyOf(const PlanCell& cell) { return StudyFolder::of(cell.config).file(); }

    /// A new study of `config` in `file`.
    static std::shared_ptr<SqlStorage> study(const std::filesystem::path& file, const ExperimentConfig& config, const char* data = "pixels")
    {
        if (!makeFolder(file.parent_path()))
            qFatal("no folder");
        auto storage = *SqlStorage::create(file, "study", Direction::Maximize);
        const StudyFacts facts{.config = toJson(config),
                               .fingerprintCode = "AAAA-BBBB",
                               .fingerprint = {{"dataset", {{"name", "synthetic"}, {"pixels", data}}}},
                               .space = {},
                               .program = "0.2.0",
                               .engine = "none"};
        if (!storage->setAttributes({.user = toAttributes(facts)}))
            qFatal("no facts");
        return storage;
    }

    static std::shared_ptr<SqlStorage> study(const PlanCell& cell) { return study(studyOf(cell), cell.config); }

    static void addTrial(SqlStorage& storage, double value, const Proposal& proposal, TrialState end = TrialState::Complete)
    {
        TrialFacts facts;
        facts.architecture = proposal.metaNet;
        facts.metaLr = proposal.metaLr;
        if (!storage.createTrial({.userAttributes = toAttributes(facts), .end = TrialEnd{end, value}}))
            qFatal("no trial");
    }

    static void keep(SqlStorage& storage, std::vector<VariantResult> results)
    {
        if (!storage.setAttributes({.user = {{attribute::variants, toJson(StoredVariants{.threads = 1, .list = std::move(results)})}}}))
            qFatal("no variants");
    }

    /// The hash of a variant in a cell whose search found `found`.
    static std::string hashOf(const Variant& variant, const PlanCell& cell, const Proposal& found)
    {
        return resolveVariant(variant, {.study = cell.config, .searched = found, .random = found})->hash;
    }

    static Proposal network(const char* input, std::vector<int> hidden) { return {{.input = input, .hidden = std::move(hidden)}, 0.004}; }

    static constexpr const char* settings = R"("settings": {"dataset": "synthetic", "epochs": 4, "trials": 2}, "seeds": 2)";

private Q_SLOTS:
    void nothingBegun()
    {
        const Plan read =
            plan(std::string("{") + settings + R"(, "cells": {"noise-rate": [0, 0.4]}, "variants": ["searched", "ce", "random"]})");
        const PlanState state = stateOf(read);
        QVERIFY(state.plan == &read && state.cells.size() == 2 && state.strangers.empty() && !state.isDone());
        for (std::size_t i = 0; i < 2; ++i) {
            const CellState& cell = state.cells[i];
            QVERIFY(cell.cell == &read.cells[i] && !cell.begun && !cell.beingWritten && cell.fingerprintCode.empty());
            QVERIFY(cell.search.finished == 0 && !cell.search.best && std::isnan(cell.search.bestValue) && cell.search.bestNumber == -1);
            QCOMPARE(cell.missingTrials, 4); // two of either search
            QCOMPARE(cell.missingRuns(), 6);
            QVERIFY(!cell.variant("searched")->resolved && cell.variant("searched")->hash.empty() && !cell.variant("random")->resolved);
            QVERIFY(cell.variant("ce")->resolved && !cell.variant("ce")->hash.empty() && !cell.variant("none"));
        }
        QVERIFY(state.cell("noise-rate=0.4") == &state.cells[1] && !state.cell("none"));
        QVERIFY(!std::filesystem::exists(read.folder)); // reading makes nothing
    }

    void storedResultsAreFound()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "variants": ["searched", "fixed", "fixed-searched-input", "ce",
            {"name": "mine", "settings": {"lr": 0.2}}, {"name": "new", "settings": {"lr": 0.3}},
            {"name": "hot", "settings": {"lr": 0.4}}]})");
        const PlanCell& cell = read.cells.front();
        const Proposal best = network("loss", {32});
        {
            const auto storage = study(cell);
            addTrial(*storage, 0.6, network("stage1", {8}), TrialState::Pruned);
            addTrial(*storage, 0.5, best);
            const auto hash = [&](std::size_t variant) { return hashOf(read.variants[variant], cell, best); };
            VariantResult ce = planted("ce", {.4}, hash(3));
            ce.failed = {{2, {ErrorCode::TrainingFailed, "ce", lossNotFinite, {}}}};
            VariantResult hot = planted("hot", {.4}, hash(6));
            hot.failed = {{2, {ErrorCode::OutOfMemory, "cpu", "planned", {}}}};
            VariantResult renamed = planted("before", {.5, .6}, hash(4));
            renamed.earlier = true;
            keep(*storage, {planted("searched", {.8, .81, .82}, hash(0)), planted("fixed", {.7}, hash(1)), ce, hot, renamed,
                            planted("gone", {.1, .2}, "00000000")});
        }
        const PlanState state = stateOf(read);
        const CellState& found = state.cells.front();
        QVERIFY(found.begun && !found.beingWritten && found.fingerprintCode == "AAAA-BBBB");
        QVERIFY(found.search.finished == 2 && found.search.best == best && found.search.bestNumber == 1 && found.search.bestValue == 0.5);
        QCOMPARE(found.missingTrials, 0);
        QCOMPARE(found.variants.size(), read.variants.size());

        const PlanVariant& searched = *found.variant("searched");
        QVERIFY(searched.resolved && searched.missing == 0 && searched.result.metaNet.hidden == planted("searched", {}).metaNet.hidden);
        QCOMPARE(searched.result.runs.size(), std::size_t(2)); // the plan asks for two seeds, three are there
        QVERIFY(found.variant("fixed")->missing == 1 && found.variant("fixed")->result.runs.size() == 1);
        const PlanVariant& same = *found.variant("fixed-searched-input");
        QVERIFY(same.sameAs == "fixed" && same.missing == 0 && same.result.runs.size() == 1 && same.hash == found.variant("fixed")->hash);
        QVERIFY(found.variant("ce")->missing == 0 && found.variant("ce")->result.failed.size() == 1);
        QVERIFY(found.variant("hot")->missing == 1 && found.variant("hot")->result.failed.size() == 1); // memory may be there next time
        const PlanVariant& mine = *found.variant("mine");
        QVERIFY(mine.result.name() == "mine" && mine.result.runs.size() == 2 && !mine.result.earlier && mine.missing == 0);
        QVERIFY(mine.result.settings == (nlohmann::json{{"lr", 0.2}}));
        QVERIFY(found.variant("new")->missing == 2 && found.variant("new")->result.runs.empty());
        QCOMPARE(found.variant("new")->result.name(), std::string("new"));
        QCOMPARE(found.missingRuns(), 4);
        QVERIFY(!found.isDone());

        // More trials than the plan asks for: the network was chosen from more than another cell's.
        Plan fewer = read;
        fewer.cells.front().config.search.trials = 1;
        const PlanState lowered = stateOf(fewer);
        QCOMPARE(lowered.cells.front().trialsBeyond(lowered.cells.front().search), 1);
        QCOMPARE(found.trialsBeyond(found.search), 0);

        // Further trials are asked for: what the search finds may change.
        Plan more = read;
        more.cells.front().config.search.trials = 5;
        const PlanState waiting = stateOf(more);
        QCOMPARE(waiting.cells.front().missingTrials, 3);
        QVERIFY(!waiting.cells.front().variant("searched")->resolved && waiting.cells.front().variant("searched")->missing == 2);
        QVERIFY(waiting.cells.front().variant("ce")->resolved && waiting.cells.front().variant("ce")->missing == 0);
    }

    void doneWithoutRunFolders()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "variants": ["ce"]})");
        const PlanCell& cell = read.cells.front();
        keep(*study(cell), {planted("ce", {.4, .5}, hashOf(read.variants[0], cell, {}))});
        const PlanState state = stateOf(read);
        QVERIFY(state.isDone() && state.cells.front().missingTrials == 0); // no variant needs the search
    }

    void otherSettings()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "variants": ["fixed", "ce"]})");
        const PlanCell& cell = read.cells.front();
        const auto refused = [&](const ExperimentConfig& stored, const char* key) {
            std::filesystem::remove_all(cell.config.outDir);
            (void)study(studyOf(cell), stored);
            const std::optional<Error> why = failureOf(read);
            return why && why->code == ErrorCode::StudyOtherSpace && why->detail.starts_with(key) && why->where == studyOf(cell).string();
        };
        ExperimentConfig other = cell.config;
        other.training.epochs = 5;
        QVERIFY(refused(other, "epochs is 5 there, 4 in the plan"));
        other = cell.config;
        other.training.metaLr = 0.5; // a search draws its own, but "fixed" takes it from the study
        QVERIFY(refused(other, "meta-lr"));
        other = cell.config;
        other.search.nodesHigh = 32;
        QVERIFY(refused(other, "max-nodes"));
        other = cell.config;
        other.search.trials = 99;
        other.training.threads = 7;
        QVERIFY(!refused(other, ""));
        QVERIFY(stateOf(read).cells.front().begun);
    }

    /// Cells are not told apart by their pruner: one that was changed after the search had begun would go on in the same folder.
    void anotherPruner()
    {
        const auto text = [](const char* pruner, const char* variants) {
            return std::string(R"({"settings": {"dataset": "synthetic", "epochs": 4, "trials": 2)") + pruner + R"(}, "variants": [)"
                   + variants + "]}";
        };
        const Plan before = plan(text(R"(, "pruner": "percentile")", R"("searched", "ce")"));
        (void)study(before.cells.front());
        QVERIFY(!failureOf(before));
        const auto refused = [&](const char* pruner, const char* detail) {
            const Plan after = again(before.file, text(pruner, R"("searched", "ce")"));
            const std::optional<Error> why = failureOf(after);
            return why && why->code == ErrorCode::StudyOtherSpace && why->detail == detail
                   && why->where == studyOf(after.cells[0]).string();
        };
        QVERIFY(refused(R"(, "pruner": "none")", R"(pruner is "percentile" there, "none" in the plan)"));
        QVERIFY(refused(R"(, "pruner": "percentile", "pruner-percentile": 10)", "pruner-percentile is 25.0 there, 10.0 in the plan"));
        // Where no variant is made from a search, it has no effect.
        QVERIFY(!failureOf(again(before.file, text(R"(, "pruner": "none")", R"("fixed", "ce")"))));
    }

    /// One of two cells cannot be used: the other is read, and the first is neither done nor left to be trained.
    void unusableCell()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "cells": {"noise-rate": [0, 0.4]}, "variants": ["searched", "ce"]})");
        ExperimentConfig other = read.cells[0].config;
        other.training.epochs = 5;
        (void)study(studyOf(read.cells[0]), other);
        {
            const auto storage = study(read.cells[1]);
            addTrial(*storage, 0.5, network("loss", {8}));
            keep(*storage, {planted("ce", {.4}, hashOf(read.variants[1], read.cells[1], {}))});
        }
        const PlanState state = stateOf(read);
        const CellState &unusable = state.cells[0], &found = state.cells[1];
        QVERIFY(unusable.failure && unusable.failure->code == ErrorCode::StudyOtherSpace && !unusable.begun && !unusable.isDone());
        QVERIFY(!found.failure && found.begun && found.search.finished == 1 && found.variant("ce")->result.runs.size() == 1);
        const PlanSize size = planSize(state);
        QVERIFY(size.unusable == 1 && size.trials == 2 && size.trialsLeft == 1);
        QVERIFY(size.runs == 8 && size.runsLeft == 3 && size.runsImpossible == 4); // two variants, two seeds
    }

    void randomSearch()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "variants": ["random", "ce"]})");
        const PlanCell& cell = read.cells.front();
        const std::filesystem::path file = StudyFolder::in(StudyFolder::of(cell.config).randomSearch()).file();
        ExperimentConfig config = cell.config;
        config.search.sampler = "random";
        const Proposal best = network("stage2", {16});
        {
            (void)study(cell);
            const auto storage = study(file, config);
            addTrial(*storage, 0.3, network("loss", {8}), TrialState::Failed);
            QVERIFY(!stateOf(read).cells.front().variant("random")->resolved);
            addTrial(*storage, 0.4, best);
        }
        const PlanState state = stateOf(read);
        QVERIFY(state.cells.front().random.failed == 1 && state.cells.front().search.failed == 0);
        QVERIFY(state.cells.front().random.finished == 2 && state.cells.front().random.best == best);
        QVERIFY(state.cells.front().search.finished == 0 && state.cells.front().missingTrials == 0);
        QCOMPARE(state.cells.front().variant("random")->hash, hashOf(read.variants[0], cell, best));
        std::filesystem::remove_all(file.parent_path());
        (void)study(file, config, "other pixels");
        const std::optional<Error> other = failureOf(read);
        QVERIFY(other && other->code == ErrorCode::StudyOtherData && other->where == file.string());
    }

    void transfers()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "cells": {"noise-rate": [0, 0.2, 0.4]}, "variants": ["searched", "ce"],
            "transfer": {"noise-rate": [0, 0.4]}})");
        const Proposal near = network("stage1", {16}), far = network("label", {});
        {
            const auto first = study(read.cells[0]), last = study(read.cells[2]);
            for (int trial = 0; trial < 2; ++trial) {
                addTrial(*first, 0.5, near);
                addTrial(*last, 0.5, far);
            }
        }
        const PlanState state = stateOf(read);
        QCOMPARE(state.cells[1].variants.size(), std::size_t(2));
        QCOMPARE(state.cells[0].variants.size(), std::size_t(3));
        // A network that came from elsewhere is trained as it would be where it was found.
        const PlanVariant& foreign = state.cells[0].variants.back();
        QCOMPARE(foreign.name, std::string("searched@noise-rate=0.4"));
        QCOMPARE(foreign.hash, hashOf(read.variants[0], read.cells[0], far));
        QVERIFY(foreign.missing == 2 && foreign.sameAs.empty());
        QCOMPARE(state.cells[2].variant("searched@noise-rate=0")->hash, hashOf(read.variants[0], read.cells[2], near));

        // Both found the same: it is trained once.
        const auto variants = cellVariants(read, read.cells[0], {{read.cells[0].name, near}, {read.cells[2].name, near}});
        QCOMPARE(variants.size(), std::size_t(3));
        addTrial(**SqlStorage::open(studyOf(read.cells[2]), StorageMode::Write), 0.9, near);
        const PlanState equal = stateOf(read);
        QCOMPARE(equal.cells[0].variants.back().sameAs, std::string("searched"));
        QCOMPARE(equal.cells[0].missingRuns(), 4);
    }

    void whileOthersWrite()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "variants": ["searched"]})");
        const PlanCell& cell = read.cells.front();
        QVERIFY(makeFolder(cell.config.outDir).ok());
        {
            const auto made = *SqlStorage::create(studyOf(cell), "just made", Direction::Maximize);
            const PlanState state = stateOf(read);
            QVERIFY(!state.cells.front().begun && state.cells.front().beingWritten);
        }
        std::filesystem::remove_all(cell.config.outDir);
        const auto storage = study(cell);
        addTrial(*storage, 0.5, network("loss", {8}));
        const PlanState state = stateOf(read);
        QVERIFY(state.cells.front().beingWritten && state.cells.front().begun && state.cells.front().missingTrials == 1);
    }

    void strangers()
    {
        const std::string text = std::string("{") + settings + R"(, "variants": ["ce"])";
        const Plan before = plan(text + R"(, "cells": {"noise-rate": [0.1, 0.2]}})");
        for (const PlanCell& cell : before.cells)
            (void)study(cell);
        QVERIFY(stateOf(before).strangers.empty());
        const Plan after = again(before.file, text + R"(, "cells": {"noise-rate": [0.2, 0.3]}})");
        const PlanState state = stateOf(after);
        QVERIFY(state.strangers == (std::vector<std::filesystem::path>{before.cells[0].config.outDir}));
        QVERIFY(state.cells[0].begun && !state.cells[1].begun);
        QCOMPARE(strangerDifference(after, state.strangers.front()), std::string("noise-rate is 0.1 there, 0.2 in the plan"));
        Plan other = after; // the second cell differs in more than the first
        other.cells[0].config.training.epochs = 5;
        other.cells[1].config.training.epochs = 5;
        other.cells[1].config.training.batchSize = 7;
        other.cells[0].config.data.noiseRate = 0.1;
        QCOMPARE(strangerDifference(other, state.strangers.front()), std::string("epochs is 4 there, 5 in the plan"));
        QVERIFY(strangerDifference(after, m_dir.filePath("none").toStdString()).empty());
    }

    /// Where all is done nothing reads the labels again, so that a file that was edited went unnoticed.
    void labelsOfTheFile()
    {
        const std::filesystem::path file = m_dir.filePath("labels.csv").toStdString();
        QVERIFY(writeFileAtomic(file, "abc").ok());
        const Plan read = plan(R"({"settings": {"dataset": "synthetic", "epochs": 4, "noise-type": "file", "labels": ")" + file.string()
                               + R"(", "label-column": "observed"}, "seeds": 2, "variants": ["ce"]})");
        const PlanCell& cell = read.cells.front();
        const StudyFacts facts{.config = toJson(cell.config),
                               .fingerprintCode = "AAAA-BBBB",
                               .fingerprint = {{"recipe", // FIPS 180-2, appendix B.1: of "abc"
                                                {{"labels-sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}}},
                               .space = {},
                               .program = "0.2.0",
                               .engine = "none"};
        {
            const auto storage = study(cell);
            QVERIFY(storage->setAttributes({.user = toAttributes(facts)}).ok());
            keep(*storage, {planted("ce", {.4, .5}, hashOf(read.variants[0], cell, {}))});
        }
        QVERIFY(stateOf(read).isDone() && !stateOf(read).cells.front().labelsUnknown);
        QVERIFY(writeFileAtomic(file, "abd").ok());
        const std::optional<Error> edited = failureOf(read);
        QVERIFY(edited && edited->code == ErrorCode::StudyOtherData && edited->where == studyOf(cell).string());
        QVERIFY2(edited->detail.find(file.string()) != std::string::npos, edited->detail.c_str());
        QVERIFY(std::filesystem::remove(file)); // a study that is kept travels without it
        QVERIFY(stateOf(read).isDone() && stateOf(read).cells.front().labelsUnknown);
    }

    /// Where the labels of the images that are held out come from is known of a cell, as of any study.
    void labelsOfHeldOutImages()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "variants": ["ce"]})");
        const PlanCell& cell = read.cells.front();
        const nlohmann::json effect = {{"train", 90},
                                       {"labels-changed", 0},
                                       {"left-out-by-imbalance", 0},
                                       {"left-out-by-limit", 0},
                                       {"meta-labels", "pseudo"},
                                       {"validation-labels", "known"},
                                       {"test-labels", "known"}};
        const StudyFacts facts{.config = toJson(cell.config),
                               .fingerprintCode = "AAAA-BBBB",
                               .fingerprint = {{"dataset", {{"name", "synthetic"}}},
                                               {"recipe", {{"noise-type", "none"}, {"imbalance-type", "none"}}},
                                               {"effect", effect}},
                               .space = {},
                               .program = "0.2.0",
                               .engine = "none"};
        QVERIFY(stateOf(read).cells.front().heldOut.meta.empty());
        QVERIFY(study(cell)->setAttributes({.user = toAttributes(facts)}).ok());
        const HeldOutLabels labels = stateOf(read).cells.front().heldOut;
        QCOMPARE(labels.meta + ' ' + labels.validation + ' ' + labels.test, std::string("pseudo known known"));
    }

    /// It counted as not begun. A folder that cannot be entered: also for the superuser, who may read any.
    void unreadable()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "variants": ["ce"]})");
        const std::filesystem::path own = read.cells.front().config.outDir;
        QVERIFY(makeFolder(own.parent_path()).ok());
        std::filesystem::create_directory_symlink(own.filename(), own); // to itself
        const std::optional<Error> why = failureOf(read);
        QVERIFY(why && why->code == ErrorCode::FileUnreadable);
        QCOMPARE(why->where, own.string());
        std::filesystem::remove(own);
        std::filesystem::remove(own.parent_path());
        QVERIFY(!failureOf(read));
        QVERIFY(writeFileAtomic(own.parent_path(), "a file").ok());
        const Result<PlanState> cells = readPlanState(read);
        QVERIFY(!cells.ok() && cells.error().code == ErrorCode::FileUnreadable);
        QCOMPARE(cells.error().where, own.parent_path().string());
    }

    void damaged()
    {
        const Plan read = plan(std::string("{") + settings + R"(, "variants": ["ce"]})");
        const PlanCell& cell = read.cells.front();
        QVERIFY(study(cell)->setAttributes({.user = {{attribute::variants, {{"threads", 1}, {"variants", {{{"name", "odd"}}}}}}}}).ok());
        const std::optional<Error> why = failureOf(read);
        QVERIFY(why && why->code == ErrorCode::ComparisonCorrupt && why->where == studyOf(cell).string());
        QVERIFY(writeFileAtomic(studyOf(cell), "not a study").ok());
        QVERIFY(failureOf(read)->code == ErrorCode::StudyNotSqlite);
    }
};

QTEST_GUILESS_MAIN(tst_State)
#include "tst_state.moc"
