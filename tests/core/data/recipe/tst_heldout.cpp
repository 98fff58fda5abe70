// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Json.h"
#include "core/data/recipe/DataPlan.h"
#include "core/data/recipe/Fingerprint.h"
#include "core/data/recipe/MetaSet.h"
#include "tests/support/LabelArrays.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace reweigh;
using namespace reweigh::test;

/// Which images are held out of a user's own data, what is known of their labels, and which weightings may learn from them.
class tst_HeldOut : public QObject {
    Q_OBJECT

    LabelArrays m_own{"folder", 4, 50};
    std::vector<std::uint32_t> m_checked; ///< the first 12 images of each class

    static DataOptions options(int meta, int validation)
    {
        DataOptions chosen = plainOptions();
        chosen.metaPerClass = meta;
        chosen.valPerClass = validation;
        return chosen;
    }

    LabelView checkedView() const
    {
        LabelView view = m_own.view();
        view.checked = m_checked;
        view.testSplitOff = view.testChecked = true;
        return view;
    }

    static DataPlan planOf(const DataOptions& chosen, const LabelView& view)
    {
        Result<DataPlan> plan = makeDataPlan(chosen, view);
        if (!plan)
            qFatal("%s: %s %s", errorName(plan.error().code), plan.error().where.c_str(), plan.error().detail.c_str());
        return std::move(*plan);
    }

    static std::string origins(const DataPlan& plan)
    {
        const HeldOutLabels& labels = plan.changes.labels;
        return labels.meta + " " + labels.validation + " " + labels.test;
    }

private Q_SLOTS:
    /// As many of each class are held out, which makes classes of different sizes more so: figures of before and after are both there.
    void sizesBeforeAndAfter()
    {
        std::vector<std::uint16_t> labels;
        for (const auto& [label, count] : {std::pair(0, 120), std::pair(1, 89), std::pair(2, 65)})
            labels.insert(labels.end(), std::size_t(count), std::uint16_t(label));
        const LabelView view{.dataset = "folder", .classes = 3, .labels = labels, .superclass = {}};
        DataOptions chosen = options(10, 50);
        const DataPlan plan = planOf(chosen, view);
        QCOMPARE(plan.sizeBefore, (std::vector<int>{120, 89, 65}));
        QCOMPARE(plan.changes.heldOut, std::size_t(180));
        QCOMPARE(plan.changes.all(), std::size_t(274));
        const DataPlanInfo info = describe(plan);
        QCOMPARE(info.trueCount, (std::vector<int>{60, 29, 5}));
        QCOMPARE(info.trueImbalance, 12.0);
        QCOMPARE(info.imbalanceBefore, 120.0 / 65.0);
        QCOMPARE(changesFromFingerprint(nlohmann::json::parse(plan.fingerprintJson))->heldOut, std::size_t(180));
        chosen.trainOnMeta = true;
        QCOMPARE(planOf(chosen, view).changes.heldOut, std::size_t(150)); // meta images train too
    }

    void initTestCase()
    {
        for (std::uint32_t i = 0; i < 48; ++i) // labels are 0, 1, 2, 3, 0, ...
            m_checked.push_back(i);
    }

    void metaAndValidationAreCheckedImages()
    {
        for (const std::uint64_t seed : {0, 1, 7}) {
            DataOptions chosen = options(3, 5);
            chosen.seed = seed;
            const DataPlan plan = planOf(chosen, checkedView());
            QCOMPARE(plan.meta.size(), std::size_t(12));
            QCOMPARE(plan.validation.size(), std::size_t(20));
            QCOMPARE(plan.train.size(), std::size_t(200 - 32));
            std::set<std::uint32_t> all(plan.train.begin(), plan.train.end());
            for (const auto* part : {&plan.meta, &plan.validation})
                for (const std::uint32_t image : *part) {
                    QVERIFY(image < 48);
                    QVERIFY(all.insert(image).second);
                }
            QCOMPARE(all.size(), std::size_t(200));
            QVERIFY(std::ranges::is_sorted(plan.train));
            for (std::size_t i = 0; i < plan.meta.size(); ++i)
                QCOMPARE(std::size_t(m_own.labels[plan.meta[i]]), i / 3);
        }
        QVERIFY(planOf(options(3, 5), checkedView()).meta
                != planOf(
                       [] {
                           DataOptions other = options(3, 5);
                           other.seed = 1;
                           return other;
                       }(),
                       checkedView())
                       .meta);
    }

    void tooFewOfThemAreCounted()
    {
        QVERIFY(makeDataPlan(options(4, 8), checkedView()).ok()); // all twelve
        const Result<DataPlan> few = makeDataPlan(options(4, 9), checkedView());
        QVERIFY(!few.ok());
        QVERIFY(few.error() == (Error{ErrorCode::CheckedTooFew, "0", "13", "12"}));
        const Result<DataPlan> none = makeDataPlan(options(25, 25), checkedView());
        QVERIFY(!none.ok());
        QVERIFY(none.error() == (Error{ErrorCode::SplitTooLarge, "0", "50", "50"}));
    }

    void originsAreSaid()
    {
        LabelView own = m_own.view(), tested = own;
        own.testSplitOff = true;
        DataOptions stated = options(3, 5), pseudo = options(3, 5);
        stated.clean = everyLabelIsRight;
        pseudo.metaSource = MetaSource::Pseudo;
        QCOMPARE(origins(planOf(options(3, 5), own)), std::string("unchecked unchecked unchecked"));
        QCOMPARE(origins(planOf(options(3, 5), tested)), std::string("unchecked unchecked given"));
        QCOMPARE(origins(planOf(options(3, 5), checkedView())), std::string("checked checked checked"));
        QCOMPARE(origins(planOf(stated, own)), std::string("stated stated stated"));
        QCOMPARE(origins(planOf(pseudo, own)), std::string("pseudo unchecked unchecked"));
        QCOMPARE(origins(planOf(pseudo, checkedView())), std::string("pseudo checked checked"));
        const LabelArrays bench("cifar10", 4, 50);
        QCOMPARE(origins(planOf(options(3, 5), bench.view())), std::string("known known known"));
        QCOMPARE(origins(planOf(pseudo, bench.view())), std::string("pseudo known known"));
        // A file that says the true labels of all training images says those of held out ones too; tests use the folders.
        LabelFile file{.column = {}, .trueColumn = "true", .sha256 = "5ha", .observed = m_own.labels, .truth = m_own.labels};
        DataOptions fromFile = options(3, 5);
        fromFile.noiseType = NoiseType::File;
        LabelView view = own;
        view.file = &file;
        QCOMPARE(origins(planOf(fromFile, view)), std::string("known known unchecked"));
        file.trueColumn.clear();
        QCOMPARE(origins(planOf(fromFile, view)), std::string("unchecked unchecked unchecked"));

        const DataPlan plan = planOf(pseudo, own);
        const auto stored = changesFromFingerprint(nlohmann::json::parse(plan.fingerprintJson));
        QVERIFY(stored && toJson(*stored) == toJson(plan.changes));
        QCOMPARE(toJson(*stored).at("meta_labels").get<std::string>(), std::string("pseudo"));
    }

    /// How many test images there are is stored with a user's own data; a benchmark has enough.
    void testImagesAreCounted()
    {
        const std::vector<std::uint16_t> tests = {0, 0, 1, 1, 2, 2, 3};
        LabelView own = m_own.view();
        QCOMPARE(planOf(options(3, 5), own).changes.labels.testImages, 0); // not known
        const std::string code = planOf(options(3, 5), own).fingerprintCode;
        own.testLabels = tests;
        const DataPlan plan = planOf(options(3, 5), own);
        QCOMPARE(plan.fingerprintCode, code);
        const auto stored = changesFromFingerprint(nlohmann::json::parse(plan.fingerprintJson));
        QVERIFY(stored);
        for (const HeldOutLabels& labels : {plan.changes.labels, stored->labels}) {
            QCOMPARE(labels.testImages, 7);
            QCOMPARE(labels.testImagesFewest, 1);
        }
        const LabelArrays bench("cifar10", 4, 50);
        LabelView known = bench.view();
        known.testLabels = tests;
        QCOMPARE(planOf(options(3, 5), known).changes.labels.testImages, 0);
    }

    /// A fingerprint of before says nothing of them, and that of a benchmark is what it was.
    void fingerprintsOfBefore()
    {
        const DataPlan own = planOf(options(3, 5), m_own.view());
        nlohmann::json before = nlohmann::json::parse(own.fingerprintJson);
        for (const char* key : {"meta-labels", "validation-labels", "test-labels"})
            QCOMPARE(int(before.at("effect").erase(key)), 1);
        const auto stored = changesFromFingerprint(before);
        QVERIFY(stored && stored->labels.meta.empty() && toJson(*stored).at("meta_labels").is_null());
        QVERIFY(compareFingerprints(before, nlohmann::json::parse(own.fingerprintJson)).differs.empty());
        const LabelArrays bench("cifar10", 4, 50);
        const nlohmann::json effect = nlohmann::json::parse(planOf(options(3, 5), bench.view()).fingerprintJson).at("effect");
        QCOMPARE(effect.size(), std::size_t(4));
    }

    void fingerprintsCoverThem()
    {
        LabelView own = m_own.view();
        own.testSplitOff = true;
        DataOptions stated = options(3, 5), pseudo = options(3, 5), more = options(4, 5);
        stated.clean = everyLabelIsRight;
        pseudo.metaSource = more.metaSource = MetaSource::Pseudo;
        const DataPlan plain = planOf(options(3, 5), own);
        QCOMPARE(planOf(stated, own).fingerprintCode, plain.fingerprintCode); // the same images under the same labels
        QVERIFY(planOf(pseudo, own).fingerprintCode != plain.fingerprintCode);
        QVERIFY(planOf(more, own).fingerprintCode != planOf(pseudo, own).fingerprintCode); // though the images are the same
        QVERIFY(planOf(options(3, 5), checkedView()).fingerprintCode != plain.fingerprintCode);
        const auto differs = [](const DataPlan& there, const DataPlan& here) {
            return compareFingerprints(nlohmann::json::parse(there.fingerprintJson), nlohmann::json::parse(here.fingerprintJson)).differs;
        };
        QVERIFY(differs(plain, planOf(pseudo, own)).find("meta (none there; pseudo here)") != std::string::npos);
        QVERIFY(differs(plain, planOf(options(3, 5), checkedView())).find("clean-sha256") != std::string::npos);
        // That every label is right, said later of a study whose trainings choose their meta set, would change only what is said.
        DataOptions both = stated;
        both.metaSource = MetaSource::Pseudo;
        QCOMPARE(differs(planOf(pseudo, own), planOf(both, own)), std::string("clean (none there; all here)"));
        QCOMPARE(differs(planOf(both, own), planOf(pseudo, own)), std::string("clean (all there; none here)"));
        QCOMPARE(differs(planOf(pseudo, own), planOf(pseudo, own)), std::string());
        QCOMPARE(differs(plain, planOf(stated, own)), std::string()); // drawn: the same images under the same labels
    }

    void aPseudoMetaSetHoldsNothingOut()
    {
        DataOptions pseudo = options(3, 5);
        pseudo.metaSource = MetaSource::Pseudo;
        pseudo.trainOnMeta = true; // has no effect: they train anyway
        const DataPlan plan = planOf(pseudo, m_own.view());
        QVERIFY(plan.meta.empty());
        QCOMPARE(plan.pseudoMetaPerClass, 3);
        QCOMPARE(plan.train.size(), std::size_t(180));
        QCOMPARE(plan.validation.size(), std::size_t(20));
        QCOMPARE(planOf(options(3, 5), m_own.view()).pseudoMetaPerClass, 0);
    }

    void whoMayLearnFromThem()
    {
        DataOptions stated = options(3, 5), pseudo = options(3, 5);
        stated.clean = everyLabelIsRight;
        pseudo.metaSource = MetaSource::Pseudo;
        const DataPlan unchecked = planOf(options(3, 5), m_own.view());
        for (const char* weighting : {"mwnet", "cmw-net", "l2rw"}) {
            const Status refused = checkMetaSet(unchecked, weighting);
            QVERIFY2(!refused.ok() && refused.error() == (Error{ErrorCode::MetaSetUnchecked, weighting, {}, {}}), weighting);
            QVERIFY(checkMetaSet(planOf(stated, m_own.view()), weighting).ok());
            QVERIFY(checkMetaSet(planOf(pseudo, m_own.view()), weighting).ok());
            QVERIFY(checkMetaSet(planOf(options(3, 5), checkedView()), weighting).ok());
            QVERIFY(checkMetaSet(planOf(options(3, 5), LabelArrays("mnist", 4, 50).view()), weighting).ok());
        }
        for (const char* weighting : {"none", "self-paced", "class-balanced", "tabasco"})
            QVERIFY2(checkMetaSet(unchecked, weighting).ok(), weighting);
        QCOMPARE(exitCode(ErrorCode::MetaSetUnchecked), 3);
    }
};

QTEST_APPLESS_MAIN(tst_HeldOut)
#include "tst_heldout.moc"
