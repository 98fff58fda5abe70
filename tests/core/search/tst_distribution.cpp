// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PythonJson.h"
#include "core/search/SearchSpace.h"
#include "tests/support/SearchVectors.h"

#include <cmath>
#include <limits>
#include <set>

using namespace reweigh;
using nlohmann::json;

class tst_Distribution : public QObject {
    Q_OBJECT

    static const json& mixed()
    {
        static const json choices{true, nullptr, "tanh", 3, 0.5};
        return choices;
    }

private Q_SLOTS:
    /// Every distribution that Optuna wrote into the vectors reads and writes to the same JSON.
    void optunasJsonRoundTrips_data() { test::addVectorFiles(test::VectorForm::Values); }
    void optunasJsonRoundTrips()
    {
        QFETCH(QString, path);
        const json vectors = test::readVectors(path);
        std::set<std::string> kinds;
        for (const auto& item : vectors.at("parzen"))
            for (const auto& written : item["space"]) {
                QCOMPARE(toJson(test::distributionOf(written)).dump(), written.dump());
                kinds.insert(written["name"]);
            }
        QCOMPARE(kinds.size(), std::size_t(3));
    }

    /// A range of all integers is wider than the largest integer.
    void wideRangesAreNotSingle()
    {
        constexpr std::int64_t low = std::numeric_limits<std::int64_t>::min(), high = std::numeric_limits<std::int64_t>::max();
        QVERIFY(!isSingle(IntDistribution{.low = low, .high = high}));
        QVERIFY(!isSingle(IntDistribution{.low = -2, .high = high, .step = high}));
        QVERIFY(isSingle(IntDistribution{.low = 1, .high = high, .step = high}));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const std::pair<const char*, const char*> cases[] = {
            {"not an object", "7"},
            {"unknown kind", R"({"name": "NormalDistribution", "attributes": {"low": 0, "high": 1}})"},
            {"no attributes", R"({"name": "IntDistribution"})"},
            {"no bound", R"({"name": "IntDistribution", "attributes": {"low": 0}})"},
            {"bounds crossed", R"({"name": "FloatDistribution", "attributes": {"low": 2.0, "high": 1.0}})"},
            {"text for a number", R"({"name": "IntDistribution", "attributes": {"low": "a", "high": 1}})"},
            {"step of 0", R"({"name": "IntDistribution", "attributes": {"low": 0, "high": 4, "step": 0}})"},
            {"log of 0", R"({"name": "FloatDistribution", "attributes": {"low": 0.0, "high": 1.0, "log": true}})"},
            {"log and step", R"({"name": "IntDistribution", "attributes": {"low": 1, "high": 9, "log": true, "step": 2}})"},
            {"no choice", R"({"name": "CategoricalDistribution", "attributes": {"choices": []}})"},
            {"bound is no number", R"({"name": "IntDistribution", "attributes": {"low": 0, "high": null}})"},
        };
        for (const auto& [name, text] : cases)
            QTest::newRow(name) << QByteArray(text);
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        const auto read = distributionFromJson(json::parse(text.toStdString()));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::StudyCorrupt);
    }

    /// Texts that Optuna 5.0.0 wrote into trial_params, and the values it wrote beside them.
    void oddOnesOfOptuna()
    {
        const auto read = [](const char* text) { return *distributionFromJson(parsePythonJson(text)); };
        const Distribution choices = read(R"({"name": "CategoricalDistribution", "attributes": {"choices": ["a", null, true, 1.5, NaN, )"
                                          R"(Infinity, "\ud800", [1, {"b": NaN}]]}})");
        QVERIFY(choices == Distribution(choices));
        QVERIFY(contains(choices, 7.0) && !contains(choices, 8.0) && !contains(choices, std::nan("")));
        QCOMPARE(plainJsonText(externalValue(choices, 4.0)), std::string("NaN"));
        QCOMPARE(plainJsonText(externalValue(choices, 6.0)), std::string("\xef\xbf\xbd"));
        QCOMPARE(plainJsonText(externalValue(choices, 7.0)), std::string(R"([1,{"b":NaN}])"));
        QCOMPARE(internalValue(choices, std::nan("")), std::optional(4.0));
        QCOMPARE(internalValue(choices, json::parse("1.25")), std::optional<double>());

        const Distribution endless =
            read(R"({"name": "FloatDistribution", "attributes": {"step": null, "low": -Infinity, "high": Infinity, "log": false}})");
        QVERIFY(contains(endless, 1e300) && !isSingle(endless));
        const Distribution large = read(
            R"({"name": "IntDistribution", "attributes": {"log": false, "step": 1, "low": 0, "high": 1000000000000000000000000000000}})");
        QVERIFY(contains(large, 1e25));
        QCOMPARE(externalValue(large, 1e25).dump(), std::string("1e+25"));
        const Distribution whole = read(R"({"name": "IntDistribution", "attributes": {"low": 1.0, "high": 9.0}})");
        QCOMPARE(externalValue(whole, 4.0).dump(), std::string("4"));
    }

    void singles()
    {
        QVERIFY(isSingle(IntDistribution{3, 3}));
        QVERIFY(isSingle(IntDistribution{0, 4, false, 5}));
        QVERIFY(!isSingle(IntDistribution{0, 5, false, 5}));
        QVERIFY(isSingle(FloatDistribution{0.5, 0.5}));
        QVERIFY(isSingle(FloatDistribution{0.0, 0.4, false, 0.5}));
        QVERIFY(!isSingle(FloatDistribution{0.0, 0.5, false, 0.5}));
        QVERIFY(isSingle(CategoricalDistribution{{"only"}}));
        QVERIFY(!isSingle(CategoricalDistribution{mixed()}));
    }

    void containment()
    {
        QVERIFY(contains(FloatDistribution{0.0, 1.0, false, 0.05}, 0.15000000000000002));
        QVERIFY(!contains(FloatDistribution{0.0, 1.0, false, 0.05}, 0.16));
        QVERIFY(!contains(FloatDistribution{0.0, 1.0}, 1.0000001));
        QVERIFY(contains(IntDistribution{-30, 30, false, 5}, -25));
        QVERIFY(!contains(IntDistribution{-30, 30, false, 5}, -24));
        QVERIFY(!contains(IntDistribution{1, 9}, 2.5));
        QVERIFY(contains(CategoricalDistribution{mixed()}, 4));
        QVERIFY(!contains(CategoricalDistribution{mixed()}, 5));
        QVERIFY(!contains(CategoricalDistribution{mixed()}, -1));
        QVERIFY(!contains(IntDistribution{1, 9}, std::nan("")));
    }

    void outsideForm()
    {
        for (std::size_t i = 0; i < mixed().size(); ++i)
            QCOMPARE(externalValue(CategoricalDistribution{mixed()}, double(i)).dump(), mixed()[i].dump());
        QVERIFY(externalValue(IntDistribution{1, 9}, 4.0).is_number_integer());
        QVERIFY(externalValue(FloatDistribution{0.0, 9.0}, 4.0).is_number_float());
    }

    void intersectionKeepsWhatAllShare()
    {
        const Parameter a{"a", IntDistribution{1, 4}, 2}, b{"b", FloatDistribution{0.0, 1.0}, 0.5};
        const Parameter wider{"b", FloatDistribution{0.0, 2.0}, 0.5}, c{"c", IntDistribution{7, 7}, 7};
        IntersectionSpace space;
        QVERIFY(space.space().empty());
        space.add({b, a, c});
        QCOMPARE(space.space().size(), std::size_t(3));
        QCOMPARE(withoutSingles(space.space()).size(), std::size_t(2));
        space.add({a, wider});
        QCOMPARE(space.space(), (SearchSpace{{"a", a.distribution}}));
        space.add({});
        QVERIFY(space.space().empty());
        space.add({a}); // what was once missing never comes back
        QVERIFY(space.space().empty());
    }

    void groupsSplitAndStaySplit()
    {
        const auto parameter = [](const char* name) { return Parameter{name, IntDistribution{1, 4}, 1}; };
        const auto names = [](const GroupDecomposition& groups) {
            std::string text;
            for (const SearchSpace& group : groups.groups()) {
                for (const auto& entry : group)
                    text += entry.first;
                text += ' ';
            }
            return text;
        };
        GroupDecomposition groups;
        groups.add({parameter("d"), parameter("a"), parameter("b")});
        QCOMPARE(names(groups), std::string("abd "));
        groups.add({parameter("a"), parameter("c")});
        QCOMPARE(names(groups), std::string("a bd c "));
        groups.add({parameter("a"), parameter("b"), parameter("c"), parameter("d")});
        QCOMPARE(names(groups), std::string("a bd c "));
    }
};

QTEST_APPLESS_MAIN(tst_Distribution)
#include "tst_distribution.moc"
