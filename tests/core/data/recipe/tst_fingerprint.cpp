// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Json.h"
#include "core/base/Sha256.h"
#include "core/data/readers/DataSource.h"
#include "core/data/recipe/DataPlan.h"
#include "core/data/recipe/Fingerprint.h"
#include "tests/support/DataFiles.h"
#include "tests/support/LabelArrays.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtTest>

#include <map>

using namespace reweigh;
using namespace reweigh::test;

class tst_Fingerprint : public QObject {
    Q_OBJECT

    static std::string sha(std::string_view text)
    {
        Sha256 hash;
        hash.update(text);
        return hexOf(hash.finish());
    }

    static DataPlan planOf(const DataOptions& options, const LabelArrays& labels)
    {
        Result<DataPlan> plan = makeDataPlan(options, labels.view());
        if (!plan)
            qFatal("plan failed");
        return std::move(*plan);
    }

    /// The images of tests/golden/recipe_fingerprint.py: 2 x 3 pixels, every byte follows from its place.
    static DataSource smallImages(const LabelArrays& labels)
    {
        DataSource source{.name = labels.name};
        for (int c = 0; c < labels.classes; ++c)
            source.classNames.push_back("class " + std::to_string(c));
        source.train.labels = labels.labels;
        for (int i = 0; i < 100; ++i)
            source.test.labels.push_back(std::uint16_t(i % labels.classes));
        int salt = 0;
        for (ImageSet* set : {&source.train, &source.test}) {
            set->height = 2, set->width = 3, set->channels = 1;
            const QByteArray bytes = pattern(qsizetype(set->size() * set->imageBytes()), salt++);
            set->pixels.assign(bytes.begin(), bytes.end());
        }
        return source;
    }

    /// The default recipe, cut down to a hundred images a class.
    static DataOptions smallRecipe()
    {
        DataOptions options;
        options.imbalanceFactor = 5.0;
        options.metaPerClass = 2;
        options.valPerClass = 3;
        return options;
    }

    static DataPlan planOf(const DataSource& source, const DataOptions& options)
    {
        Result<DataPlan> plan = makeDataPlan(options, {source.name, source.classes(), source.train.labels, {}, fingerprintOf(source)});
        if (!plan)
            qFatal("plan failed");
        return std::move(*plan);
    }

    static DataPlan planOf(const DataSource& source) { return planOf(source, source.train.size() > 1000 ? DataOptions{} : smallRecipe()); }

    static bool sameArrays(const DataPlan& a, const DataPlan& b)
    {
        return a.train == b.train && a.trueLabel == b.trueLabel && a.observedLabel == b.observedLabel && a.meta == b.meta
               && a.validation == b.validation;
    }

private Q_SLOTS:
    /// FIPS 180-4's examples, and every length around the block's edges against Qt's implementation.
    void sha256()
    {
        QCOMPARE(sha(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(sha(std::string(1'000'000, 'a')), std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
        for (int length = 0; length < 200; ++length) {
            const QByteArray text(length, char('a' + length % 26));
            Sha256 pieces;
            for (int i = 0; i < length; i += 7)
                pieces.update(text.mid(i, 7).toStdString());
            QCOMPARE(hexOf(pieces.finish()), QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().toStdString());
        }
    }

    void codeAndJsonAreCanonical()
    {
        const DataPlan plan = planOf(DataOptions{}, cifar10Labels());
        QVERIFY(QRegularExpression("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$")
                    .match(QString::fromStdString(plan.fingerprintCode))
                    .hasMatch());
        const nlohmann::json json = nlohmann::json::parse(plan.fingerprintJson);
        QCOMPARE(json.dump(), plan.fingerprintJson); // nlohmann's default: sorted keys, no whitespace
        QCOMPARE(json["dataset"]["count"].get<int>(), 50000);
        QCOMPARE(json["recipe"]["noise-rate"].dump(), std::string("0.4"));
        QCOMPARE(json["recipe"]["imbalance-factor"].dump(), std::string("50"));
        QCOMPARE(json["version"].get<int>(), 2);
        // The code of the labels alone is the head of the arrays' hash in base 32.
        static const std::string digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        std::uint64_t bits = 0;
        for (const char c : plan.labelsCode)
            if (c != '-')
                bits = bits << 5 | digits.find(c);
        QCOMPARE(bits, std::stoull(json["arrays"].get<std::string>().substr(0, 10), nullptr, 16));
    }

    /// Pinned: another code for the same recipe would make studies of different versions incomparable unnoticed.
    /// The first is what tests/golden/recipe_fingerprint.py, a second statement of the recipe, prints.
    void codesStayWhatTheyWere()
    {
        QCOMPARE(planOf(DataOptions{}, cifar10Labels()).labelsCode, std::string("P52P-2C25"));
        DataOptions options;
        options.noiseType = NoiseType::Hierarchical;
        options.order = ShiftOrder::NoiseThenImbalance;
        options.shuffleClasses = true;
        options.trainLimit = 30000;
        options.seed = 7;
        QCOMPARE(planOf(options, cifar100Labels()).labelsCode, std::string("AM25-6SVZ"));
    }

    /// tests/golden/recipe_fingerprint.py again, with its made-up images.
    void codesCoverTheImages()
    {
        DataSource source = smallImages(cifar10Labels());
        const SourceFingerprint bare = fingerprintOf(source);
        QCOMPARE(bare.pixels, std::string("4208f106c876a61bd24a45a7a7cc9d29"));
        QCOMPARE(bare.testLabels, std::string("9753201c4093ea3a7b39ef2733dfc0a3c37d72575d3238be2dcf954ef26c2b5c"));
        QVERIFY(bare.files.empty());
        QCOMPARE(planOf(source).fingerprintCode, std::string("HBZ7-16AD"));
        for (std::size_t i = 0; i < source.train.size(); ++i)
            source.train.files.push_back("train/" + std::to_string(i) + ".png");
        for (std::size_t i = 0; i < source.test.size(); ++i)
            source.test.files.push_back("test/" + std::to_string(i) + ".png");
        QCOMPARE(fingerprintOf(source).files, std::string("abd6d913f0ce5a049f867282813895b8a9e764382f9bfdbe7eeabf8584c0cf35"));
        const DataPlan plan = planOf(source);
        QCOMPARE(plan.fingerprintCode, std::string("3635-HJR2"));
        QCOMPARE(plan.labelsCode, std::string("P52P-2C25"));
    }

    void whateverDiffersOfTheDataIsNamed_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("named");
        QTest::addRow("nothing") << 0 << QString();
        QTest::addRow("two images exchanged") << 1 << "pixels";
        QTest::addRow("one pixel of a test image") << 2 << "pixels";
        QTest::addRow("a class's name") << 3 << "class names (a, b, c, d, e there; a, b, x, d, e here)";
        QTest::addRow("a file's name") << 4 << "file names";
        QTest::addRow("image size") << 5 << "image size (2x3x1 there; 3x2x1 here), pixels";
        QTest::addRow("a test image's label") << 6 << "labels of the test images";
        QTest::addRow("a training image's label") << 7 << "labels of the training images";
    }

    void whateverDiffersOfTheDataIsNamed()
    {
        QFETCH(int, what);
        QFETCH(QString, named);
        DataSource source = smallImages(LabelArrays("folder", 5, 100));
        source.classNames = {"a", "b", "c", "d", "e"};
        for (std::size_t i = 0; i < source.train.size(); ++i)
            source.train.files.push_back(std::to_string(i));
        const DataPlan before = planOf(source);
        switch (what) {
        case 1: std::swap_ranges(source.train.pixels.begin(), source.train.pixels.begin() + 6, source.train.pixels.begin() + 60); break;
        case 2: ++source.test.pixels.back(); break;
        case 3: source.classNames[2] = "x"; break;
        case 4: source.train.files[3] = "three"; break;
        case 5:
            for (ImageSet* set : {&source.train, &source.test})
                std::swap(set->height, set->width);
            break;
        case 6: source.test.labels[0] = 1; break;
        case 7: std::swap(source.train.labels[0], source.train.labels[1]); break;
        default: break;
        }
        const DataPlan after = planOf(source);
        const nlohmann::json theirs = nlohmann::json::parse(before.fingerprintJson), ours = nlohmann::json::parse(after.fingerprintJson);
        QCOMPARE(after.fingerprintCode != before.fingerprintCode, what != 0);
        QCOMPARE(after.labelsCode != before.labelsCode, what == 7);
        QCOMPARE(QString::fromStdString(compareFingerprints(theirs, ours).differs), named);
        QVERIFY(compareFingerprints(theirs, ours).pixelsKnown);
        // Of the same files in the same folders only a list of checked images can say other labels.
        const char* const setting = what == 0 ? "" : what >= 6 ? "clean" : "data-dir";
        QCOMPARE(otherDataSetting(theirs, ours), std::optional<std::string>(setting));
    }

    void otherRecipesAreNamed()
    {
        const DataSource source = smallImages(LabelArrays("folder", 5, 100));
        DataOptions options = smallRecipe();
        const nlohmann::json theirs = nlohmann::json::parse(planOf(source, options).fingerprintJson);
        options.noiseRate = 0.25;
        options.seed = 3;
        const nlohmann::json ours = nlohmann::json::parse(planOf(source, options).fingerprintJson);
        QCOMPARE(compareFingerprints(theirs, ours).differs, std::string("noise-rate (0.4 there; 0.25 here), seed (0 there; 3 here)"));
        QCOMPARE(otherDataSetting(theirs, ours), std::optional<std::string>(""));
        // A setting that only one of them has: "although data and recipe are the same" was said of it.
        options = smallRecipe();
        options.trainLimit = 50;
        const nlohmann::json limited = nlohmann::json::parse(planOf(source, options).fingerprintJson);
        QCOMPARE(compareFingerprints(limited, theirs).differs, std::string("train-limit (50 there; none here)"));
        QCOMPARE(compareFingerprints(theirs, limited).differs, std::string("train-limit (none there; 50 here)"));
    }

    /// "Data folder" was said of studies of the same images with other lists of checked or left out ones.
    void theListThatDiffersIsNamed()
    {
        DataSource source = smallImages(LabelArrays("folder", 5, 100));
        const auto printed = [&](const DataSource& of, const std::vector<std::uint32_t>& leftOut) {
            const SourceFingerprint print = fingerprintOf(of);
            const auto plan = makeDataPlan(smallRecipe(), {of.name, of.classes(), of.train.labels, of.train.superclass, print, nullptr,
                                                           of.checked, of.testSplitOff, of.testChecked, leftOut});
            return plan ? nlohmann::json::parse(plan->fingerprintJson) : nlohmann::json();
        };
        for (std::uint32_t i = 0; i < 500; ++i)
            source.checked.push_back(i);
        const nlohmann::json ours = printed(source, {});
        QVERIFY(ours.is_object());
        QCOMPARE(otherDataSetting(printed(source, {3, 5}), ours), std::optional<std::string>("leave-out"));
        QCOMPARE(otherDataSetting(printed(source, {3, 5}), printed(source, {3, 5})), std::optional<std::string>(""));
        DataSource other = source;
        other.checked.pop_back();
        QCOMPARE(otherDataSetting(printed(other, {}), ours), std::optional<std::string>("clean"));
        // Test images that are taken from the list differ with it, and so do all hashes of images.
        source.testSplitOff = source.testChecked = other.testSplitOff = other.testChecked = true;
        std::swap(other.train.pixels.front(), other.test.pixels.front());
        QCOMPARE(otherDataSetting(printed(other, {}), printed(source, {})), std::optional<std::string>("clean"));
        other.checked = source.checked;
        QCOMPARE(otherDataSetting(printed(other, {}), printed(source, {})), std::optional<std::string>("data-dir"));
    }

    /// A fingerprint of version 1, as it lies in studies of before: labels are checked, images cannot be.
    void fingerprintsOfBeforeKnowLabelsOnly()
    {
        DataSource source = smallImages(LabelArrays("folder", 5, 100));
        nlohmann::json ours = nlohmann::json::parse(planOf(source).fingerprintJson);
        const nlohmann::json before = {
            {"arrays", ours.at("arrays")},
            {"dataset", {{"classes", 5}, {"count", 500}, {"labels", ours.at("dataset").at("labels")}, {"name", "folder"}}},
            {"recipe", ours.at("recipe")},
            {"version", 1}};
        QVERIFY(!fingerprintKnowsPixels(before));
        QVERIFY(fingerprintKnowsPixels(ours));
        QVERIFY(!changesFromFingerprint(before));
        QVERIFY(changesFromFingerprint(ours));
        FingerprintComparison compared = compareFingerprints(before, ours);
        QCOMPARE(compared.differs, std::string());
        QVERIFY(!compared.pixelsKnown);
        std::swap(source.train.labels[0], source.train.labels[1]);
        compared = compareFingerprints(before, nlohmann::json::parse(planOf(source).fingerprintJson));
        QVERIFY(compared.differs.starts_with("labels of the training images; earlier versions kept another fifth"));
        for (const nlohmann::json& odd : {nlohmann::json(), nlohmann::json("text"), nlohmann::json::object()})
            QVERIFY(!compareFingerprints(odd, ours).differs.empty());
    }

    void sameFingerprintMeansSameArrays()
    {
        std::vector<DataOptions> variants;
        for (const NoiseType noise : {NoiseType::None, NoiseType::Uniform, NoiseType::Symmetric, NoiseType::Flip, NoiseType::Prior})
            for (const double rate : {0.0, 0.3})
                for (const double factor : {1.0, 5.0})
                    for (const ShiftOrder order : {ShiftOrder::ImbalanceThenNoise, ShiftOrder::NoiseThenImbalance})
                        for (const std::uint64_t seed : {1u, 2u})
                            for (const int limit : {0, 150, 100000}) {
                                DataOptions options;
                                options.noiseType = noise;
                                options.noiseRate = rate;
                                options.imbalanceFactor = factor;
                                options.order = order;
                                options.seed = seed;
                                options.trainLimit = limit;
                                options.metaPerClass = 2;
                                options.valPerClass = 3;
                                variants.push_back(options);
                            }
        const LabelArrays labels("made-up", 5, 50);
        std::map<std::string, DataPlan> byCode;
        int repeats = 0;
        for (const DataOptions& options : variants) {
            const DataPlan plan = planOf(options, labels);
            const DataPlan again = planOf(options, labels);
            QCOMPARE(again.fingerprintJson, plan.fingerprintJson);
            QVERIFY(sameArrays(again, plan));
            for (const auto& [code, other] : byCode)
                QCOMPARE(code == plan.fingerprintCode, sameArrays(other, plan));
            repeats += !byCode.emplace(plan.fingerprintCode, plan).second;
        }
        QVERIFY(repeats > 50); // no noise is no noise, however it is asked for
        QVERIFY(byCode.size() > 40);
    }

    void anotherSetIsAnotherFingerprint()
    {
        const LabelArrays labels("made-up", 5, 200);
        LabelArrays renamed = labels, relabelled = labels;
        renamed.name = "other";
        std::swap(relabelled.labels[0], relabelled.labels[1]);
        const std::string code = planOf(DataOptions{}, labels).fingerprintCode;
        QVERIFY(planOf(DataOptions{}, renamed).fingerprintCode != code);
        QVERIFY(planOf(DataOptions{}, relabelled).fingerprintCode != code);
    }
};

QTEST_APPLESS_MAIN(tst_Fingerprint)
#include "tst_fingerprint.moc"
