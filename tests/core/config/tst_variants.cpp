// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/VariantText.h"

#include "core/base/FileIo.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;

/// Variants as they are named, written and resolved: what differs, the hash they are known by, what is refused.
class tst_Variants : public QObject {
    Q_OBJECT

    static VariantSource source()
    {
        VariantSource made;
        made.study.training.metaLr = 2e-5; // not the default: controls must follow the study
        made.study.training.metaNet.standardised = true;
        made.searched = {
            .metaNet = {.input = "stage2", .withLabel = true, .hidden = {58, 16}, .activation = Activation::Tanh, .standardised = true},
            .metaLr = 0.004};
        return made;
    }

    static ResolvedVariant resolved(const std::string& text, const VariantSource& from = source())
    {
        const auto variants = parseVariants(text);
        const auto list = variants ? resolveVariants(*variants, from) : Result<ResolvedVariants>(variants.error());
        return list && list->list.size() == 1 ? list->list.front() : ResolvedVariant{};
    }

    static Error errorOf(const std::string& text, const VariantSource& from = source())
    {
        const auto variants = parseVariants(text);
        if (!variants)
            return variants.error();
        const auto list = resolveVariants(*variants, from);
        return list ? Error{} : list.error();
    }

private Q_SLOTS:
    void namedOnesFollowTheStudy()
    {
        const TrainOptions searched = resolved("searched").config.training, fixed = resolved("fixed").config.training;
        QVERIFY(searched.metaNet == source().searched.metaNet && searched.metaLr == 0.004);
        QVERIFY(fixed.metaNet == MetaNetSpec{});
        QCOMPARE(fixed.metaLr, 2e-5); // it was 1e-3 whatever the study said
        const MetaNetSpec labelled = resolved("fixed-label").config.training.metaNet;
        QVERIFY(labelled.hidden == fixed.metaNet.hidden && labelled.input == "loss" && labelled.withLabel && !labelled.standardised);
        QCOMPARE(resolved("fixed-searched-rate").config.training.metaLr, 0.004);
        const MetaNetSpec input = resolved("fixed-searched-input").config.training.metaNet;
        QVERIFY(input.hidden == std::vector<int>{100} && input.input == "stage2" && input.withLabel && input.standardised);
        const MetaNetSpec size = resolved("searched-size").config.training.metaNet;
        QVERIFY(size.hidden == (std::vector<int>{58, 16}) && size.input == "loss" && !size.withLabel && !size.standardised
                && size.activation == Activation::Tanh);
        const MetaNetSpec largest = resolved("largest").config.training.metaNet,
                          wide = resolved("largest-searched-input").config.training.metaNet;
        QVERIFY(largest.hidden == (std::vector<int>{256, 256, 256}) && largest.input == "loss");
        QVERIFY(wide.hidden == largest.hidden && wide.input == "stage2" && wide.withLabel && wide.standardised);
        QVERIFY(!largest.standardised);
        const ExperimentConfig plain = resolved("ce").config, more = resolved("ce+meta").config;
        QVERIFY(plain.training.weighting == "none" && plain.training.loss == "ce" && !plain.data.trainOnMeta);
        QVERIFY(more.training.weighting == "none" && more.data.trainOnMeta);
        VariantSource random = source();
        random.random = Proposal{{.input = "logits", .hidden = {8}}, 0.001};
        QVERIFY(resolved("random", random).config.training.metaNet == random.random->metaNet);
        QVERIFY(errorOf("random").code == ErrorCode::StudyEmpty); // no random search was run
    }

    void allButRandomAreOnByDefault()
    {
        const std::vector<Variant> variants = defaultVariants();
        QCOMPARE(variants.size(), namedVariants().size() - 1);
        QVERIFY(std::ranges::none_of(variants, needsRandomSearch));
        const auto list = resolveVariants(variants, source());
        QVERIFY(list.ok() && list->same.empty());
        QCOMPARE(list->list.size(), variants.size());
        for (const NamedVariant& row : namedVariants())
            QVERIFY(std::string(row.title).size() > 4 && std::string(row.help).size() > 20);
    }

    /// A variant waits for the search exactly if what the search finds changes it.
    void whichNeedTheSearch()
    {
        VariantSource one = source(), other = source();
        one.random = other.random = Proposal{{.input = "logits", .hidden = {8}}, 0.001};
        other.searched = {{.input = "logits", .hidden = {7}, .activation = Activation::Tanh}, 0.02};
        for (const std::string& name : variantNames()) {
            const Variant variant{.name = name, .base = name};
            const bool changes = resolveVariant(variant, one)->hash != resolveVariant(variant, other)->hash;
            QVERIFY2(needsSearch(variant) == changes, name.c_str());
        }
        QVERIFY(needsSearch({.name = "mine", .base = "searched", .settings = {{"lr", 0.2}}}));
        QVERIFY(!needsSearch({.name = "mine", .settings = {{"lr", 0.2}}}) && !needsSearch({.name = "random", .base = "random"}));
    }

    void theDemosAreNamedOnes()
    {
        const auto list = resolveVariants(demoVariants(), source());
        QVERIFY(list.ok());
        QCOMPARE(list->list.size() + list->same.size(), demoVariants().size());
        QCOMPARE(list->list.front().name, std::string(searchedVariant));
    }

    void grammar()
    {
        const auto variants = parseVariants(" searched, mine:hidden=64-32,meta-lr=3e-4 ,other:searched,batch-size=32,ce,");
        QVERIFY(variants.ok());
        QCOMPARE(variants->size(), std::size_t(4));
        QVERIFY((*variants)[0] == (Variant{"searched", "searched"}));
        QVERIFY((*variants)[1] == (Variant{"mine", "", {{"hidden", {64, 32}}, {"meta-lr", 3e-4}}}));
        QVERIFY((*variants)[2] == (Variant{"other", "searched", {{"batch-size", 32}}}));
        QVERIFY((*variants)[3] == (Variant{"ce", "ce"}));
        for (const Variant& variant : *variants)
            QVERIFY(parseVariants(variantText(variant)).value() == std::vector<Variant>{variant});
        QCOMPARE(settingsText((*variants)[1].settings), std::string("hidden=64-32, meta-lr=3e-04"));
        // Settings of one's own are checked and resolved like any other.
        const ResolvedVariant own = resolved("other:searched,batch-size=32");
        QVERIFY(own.config.training.batchSize == 32 && own.config.training.metaNet == source().searched.metaNet);
        QVERIFY(own.settings.contains("batch-size") && own.settings.contains("input") && !own.settings.contains("lr"));
        QVERIFY(resolved("noisier:noise-rate=0.6").config.data.noiseRate == 0.6);
    }

    void planFile()
    {
        QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath("plan.json").toStdString();
        const auto read = [&](const char* text) {
            const Status written = writeFileAtomic(file, text);
            return written ? readVariantPlan(file) : Result<std::vector<Variant>>(written.error());
        };
        const auto plan =
            read(R"({"variants": ["searched", {"name": "mine", "base": "searched", "settings": {"meta-lr": 3e-4}}, {"name": "ce"}]})");
        QVERIFY(plan.ok());
        QVERIFY(*plan == (std::vector<Variant>{{"searched", "searched"}, {"mine", "searched", {{"meta-lr", 3e-4}}}, {"ce", "ce"}}));
        QVERIFY(read(R"({"variants": []})").error().code == ErrorCode::VariantsNone);
        QVERIFY(read(R"({"variants": [{"name": "mine", "seting": {}}]})").error().code == ErrorCode::PlanInvalid);
        const Error nameless = read(R"({"variants": [{"base": "searched", "settings": {}}]})").error();
        QVERIFY(nameless.code == ErrorCode::PlanInvalid && nameless.hint == "it a \"name\"" && nameless.where == file.string());
        QVERIFY(nameless.detail.find("{\"base\":\"searched\"") != std::string::npos);
        const Error other = read(R"({"variants": [{"name": "mine", "settings": 3}]})").error();
        QVERIFY(other.code == ErrorCode::PlanInvalid && other.detail == "the variant \"mine\" has the settings 3");
        QVERIFY(read(R"({"variants": [{"name": "../up"}]})").error().code == ErrorCode::VariantSyntax);
        QVERIFY(read(R"({"variants": [7]})").error().code == ErrorCode::VariantSyntax);
        QCOMPARE(read(R"({"variants": ["serched"]})").error().file, file.string());
        const Error value = read(R"({"variants": ["ce", {"name": "mine", "settings": {"epochs": 0}}]})").error();
        QVERIFY(value.code == ErrorCode::ValueOutOfRange && value.where == "epochs" && value.file == file.string());
        const Error key = read(R"({"variants": ["ce", {"name": "mine", "base": "ce", "settings": {"metalr": 0.1}}]})").error();
        QVERIFY(key.code == ErrorCode::UnknownKey && key.hint == "meta-lr" && key.file == file.string());
        QVERIFY(read(R"([1, 2])").error().code == ErrorCode::PlanNotJson);
        QVERIFY(read("{").error().code == ErrorCode::PlanNotJson);
        QCOMPARE(read("{\"variants\": ['ce']}").error().detail, std::string("line 1, column 15: ' cannot stand here"));
        QVERIFY(readVariantPlan(dir.filePath("none.json").toStdString()).error().code == ErrorCode::FileMissing);
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("hint");
        const auto row = [](const char* text, ErrorCode code, const char* hint = "") {
            QTest::newRow(text) << QString(text) << int(code) << QString(hint);
        };
        row("serched", ErrorCode::UnknownValue, "searched");
        row("mine:serched,lr=0.1", ErrorCode::UnknownValue, "searched");
        row("mine:metalr=0.1", ErrorCode::UnknownKey, "meta-lr");
        row("mine:meta-lr=fast", ErrorCode::ValueOutOfRange);
        row("mine:weighting=mwnt", ErrorCode::UnknownValue, "mwnet");
        row("mine:seed=3", ErrorCode::VariantSettingFixed);
        row("mine:device=cpu", ErrorCode::VariantSettingFixed);
        row("mine:trials=3", ErrorCode::VariantSettingFixed);
        row("mine:ce,meta-lr=0.1", ErrorCode::SettingUnused); // it would be ce again
        row("meta-lr=0.1", ErrorCode::VariantSyntax);
        row("searched,meta-lr=0.1", ErrorCode::VariantSyntax); // that is mine:searched,meta-lr=0.1
        row("a/b:lr=0.1", ErrorCode::VariantSyntax);
        row(".:lr=0.1", ErrorCode::VariantSyntax);
        row("mine:", ErrorCode::VariantSyntax);
        row("", ErrorCode::VariantsNone);
        row(" , ,", ErrorCode::VariantsNone);
        row("ce,ce", ErrorCode::VariantRepeated);
        row("ce:lr=0.2", ErrorCode::VariantRepeated); // what it is called it must be
        row("mine:lr=0.2,mine:lr=0.3", ErrorCode::VariantRepeated);
        row("mine:weighting=none,ce", ErrorCode::VariantsEqual);
        row("a:searched,lr=0.2,b:searched,lr=0.2", ErrorCode::VariantsEqual);
    }

    void whatIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(int, code);
        QFETCH(QString, hint);
        const Error error = errorOf(text.toStdString());
        QCOMPARE(errorName(error.code), errorName(ErrorCode(code)));
        if (!hint.isEmpty())
            QCOMPARE(QString::fromStdString(error.hint), hint);
        if (error.code == ErrorCode::VariantsEqual)
            QVERIFY(!error.where.empty() && !error.detail.empty() && error.where != error.detail); // says which
    }

    /// Where the search chose the loss, its input alone is no other control than 1-100-1: that is no mistake of the user's.
    void namedOnesThatCoincideAreTrainedOnce()
    {
        VariantSource from = source();
        from.searched.metaNet.input = "loss";
        from.searched.metaNet.withLabel = false;
        from.searched.metaNet.standardised = false;
        const auto list = resolveVariants(defaultVariants(), from);
        QVERIFY(list.ok());
        for (const std::pair<std::string, std::string> same :
             {std::pair("fixed-searched-input", "fixed"), std::pair("largest-searched-input", "largest")})
            QVERIFY(std::ranges::find(list->same, same) != list->same.end());
        QCOMPARE(list->list.size() + list->same.size(), defaultVariants().size());
    }

    /// SHA-256 of "reweigh variant 1\n{}" and of the same with {"standardise-input":true}: folders of before keep their names.
    void hashesOfBeforeStay()
    {
        ExperimentConfig config;
        for (const ConfigField& field : configFields()) // a study that does not name them means these
            if (!field.before.is_null())
                QVERIFY(field.set(config, field.before).ok());
        QVERIFY(config.training.lastBatch == LastBatch::Rest);
        QCOMPARE(variantHash(config), std::string("c29dffa2"));
        config.training.metaNet.standardised = true;
        QCOMPARE(variantHash(config), std::string("3ecec260"));
        config.training.weighting = "none"; // there it has no effect
        ExperimentConfig plain = config;
        plain.training.metaNet.standardised = false;
        QCOMPARE(variantHash(config), variantHash(plain));
    }

    void hashesTellTrainingsApart()
    {
        const std::string hash = resolved("searched").hash;
        QCOMPARE(hash.size(), std::size_t(8));
        QCOMPARE(resolved("again:searched").hash, hash); // what it is called decides nothing
        VariantSource better = source();
        better.searched.metaNet.hidden = {59, 16};
        QVERIFY(resolved("searched", better).hash != hash);
        VariantSource elsewhere = source(); // nor where it is computed
        elsewhere.study.training.device = "cpu";
        elsewhere.study.training.threads = 3;
        elsewhere.study.search.trials = 99;
        QCOMPARE(resolved("searched", elsewhere).hash, hash);
        VariantSource faster = source(); // a rate that is not used decides nothing
        faster.study.training.metaLr = 0.3;
        QCOMPARE(resolved("ce", faster).hash, resolved("ce").hash);
        QVERIFY(resolved("fixed", faster).hash != resolved("fixed").hash);
        VariantSource noisier = source();
        noisier.study.data.noiseRate = 0.3;
        QVERIFY(resolved("searched", noisier).hash != hash);
    }

    /// Lists of images to leave out are told apart by their names, so that they may be moved with a study; bytes of a name that are not UTF-8
    /// ended the program.
    void listsMayBeMoved()
    {
        const std::string hash = resolved("w:ce,leave-out=/a/marks.csv").hash;
        QCOMPARE(resolved("w:ce,leave-out=b/marks.csv").hash, hash);
        QVERIFY(resolved("w:ce,leave-out=/a/others.csv").hash != hash && resolved("ce").hash != hash);
        QVERIFY(resolved("w:ce,leave-out=/a/\xe9.csv").hash != resolved("w:ce,leave-out=/a/\xe8.csv").hash);
        const auto listed = [](const char* text) { return resolveVariants(*parseVariants(text), source()); };
        QVERIFY(listed("ce,one:ce,leave-out=/a/marks.csv,two:searched,leave-out=/a/marks.csv").ok());
        const auto both = listed("one:ce,leave-out=/a/marks.csv,two:searched,leave-out=/b/marks.csv");
        QVERIFY(!both.ok());
        QVERIFY(both.error().code == ErrorCode::ValueOutOfRange && both.error().detail == "/b/marks.csv");
        QVERIFY(both.error().hint.find("/a/marks.csv") != std::string::npos);
    }

    /// Folders are named after hashes: of "reweigh variant 1\n" and the settings that are not the defaults, the first digits of SHA-256. A
    /// setting of a later version, such as class-counts, changes none that was there before.
    void hashesStayWhatTheyWere()
    {
        VariantSource before = source();
        before.study.training.lastBatch = LastBatch::Rest;              // as studies divide their epochs that do not say
        QCOMPARE(resolved("ce", before).hash, std::string("1b83e3c1")); // {"weighting":"none"}
        QCOMPARE(resolved("m:loss=ldam,weighting=none", before).hash, std::string("435d0560")); // {"loss":"ldam","weighting":"none"}
        const ResolvedVariant truth = resolved("m:loss=ldam,weighting=none,class-counts=true", before); // and "class-counts":"true"
        QCOMPARE(truth.hash, std::string("015825e3"));
        QVERIFY(truth.config.training.classCounts == ClassCounts::True);
        QCOMPARE(truth.settings.at("class-counts"), nlohmann::json("true"));
        QVERIFY(errorOf("m:weighting=none,class-counts=true").code == ErrorCode::SettingUnused);
    }
};

QTEST_APPLESS_MAIN(tst_Variants)
#include "tst_variants.moc"
