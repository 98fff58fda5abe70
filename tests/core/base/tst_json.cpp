// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonText.h"

#include <QtTest>

using namespace reweigh;
using nlohmann::json;

/// Integers from files that other programs, and mistakes, have written.
class tst_Json : public QObject {
    Q_OBJECT

    /// What get() gives; -99 where it throws.
    template <typename T> static T taken(const char* text)
    {
        try {
            return json::parse(text).get<T>();
        } catch (const json::exception&) {
            return T(-99);
        }
    }

private Q_SLOTS:
    void wholeNumbersOfTheirSize()
    {
        QCOMPARE(taken<int>("0"), 0);
        QCOMPARE(taken<int>("-7"), -7);
        QCOMPARE(taken<int>("8.0"), 8);
        QCOMPARE(taken<int>("1e3"), 1000);
        QCOMPARE(taken<int>("2147483647"), std::numeric_limits<int>::max());
        QCOMPARE(taken<int>("-2147483648.0"), std::numeric_limits<int>::min());
        QCOMPARE(taken<std::uint64_t>("18446744073709551615"), std::numeric_limits<std::uint64_t>::max());
        QCOMPARE(taken<std::int64_t>("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(json::parse("[1, 2]").get<std::vector<int>>(), std::vector<int>({1, 2}));
        QCOMPARE(json(std::uint16_t(7)), json(7));
    }

    /// The library makes other numbers of these: 1 of 1.5 and of true, 0 of 4294967296, and of 1e300 what the processor likes.
    void othersAreRefused()
    {
        for (const char* text : {"1.5", "true", "4294967296", "2147483648.0", "-2147483649", "1e300", "-1e300", "\"1\"", "null", "[1]"})
            QVERIFY2(taken<int>(text) == -99, text);
        for (const char* text : {"-1", "18446744073709551616.0", "-0.5"})
            QVERIFY2(taken<std::uint64_t>(text) == std::uint64_t(-99), text);
        QCOMPARE(taken<std::int64_t>("9223372036854775808.0"), -99L);
        QVERIFY_EXCEPTION_THROWN(json::parse("[1, 1e300]").get<std::vector<int>>(), json::type_error);
        QVERIFY_EXCEPTION_THROWN(json::parse(R"({"a": 1.5})").value("a", 0), json::type_error);
    }

    void faultsInPlainWords()
    {
        const auto faultOf = [](const char* text) {
            try {
                return std::to_string(json::parse(text).at("last").get<int>());
            } catch (const json::exception& error) {
                return jsonFault(error);
            }
        };
        QCOMPARE(faultOf("{}"), std::string("key 'last' not found"));
        QCOMPARE(faultOf(R"({"last": 1.5})"), std::string("no whole number that belongs here: 1.5"));
        for (const char* text : {R"({"last": [1, 2, 3, 4]})", R"({"last": ["of any length"]})"})
            QCOMPARE(faultOf(text), std::string("no whole number that belongs here: array"));
    }

    void aPlaceWithoutOneIsZero()
    {
        const json object = json::parse(R"({"a": {"b": 7}, "c": "7", "d": 1e300})");
        QCOMPARE(wholeAt(object, "/a/b"), 7);
        for (const char* pointer : {"/a", "/a/c", "/c", "/c/d", "/d", "/e"})
            QVERIFY2(wholeAt(object, pointer) == 0, pointer);
        QCOMPARE(wholeAt(json(3), "/a"), 0);
    }
};

QTEST_APPLESS_MAIN(tst_Json)
#include "tst_json.moc"
