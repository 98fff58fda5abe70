// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PythonJson.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace reweigh;
using nlohmann::json;

/// JSON as Python writes it. The texts are those of json.dumps of Python 3.11.
class tst_PythonJson : public QObject {
    Q_OBJECT

    static constexpr double infinity = std::numeric_limits<double>::infinity();

private Q_SLOTS:
    void read_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written"); ///< by pythonJsonText(); empty: refused
        const auto row = [](const char* name, const char* text, const char* written) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(written);
        };
        row("nan", "NaN", "NaN");
        row("infinite", "[Infinity, -Infinity]", "[Infinity,-Infinity]");
        row("deep inside", R"({"a": [1, {"b": -Infinity, "c": NaN}], "d": {}, "e": []})",
            R"({"a":[1,{"b":-Infinity,"c":NaN}],"d":{},"e":[]})");
        row("all kinds", R"([null, true, false, -3, 1e-07, 2.5, "x", NaN])", R"([null,true,false,-3,1e-07,2.5,"x",NaN])");
        row("whole numbers stay whole", "[NaN, 9223372036854775807, 18446744073709551615, -9223372036854775808]",
            "[NaN,9223372036854775807,18446744073709551615,-9223372036854775808]");
        row("beyond 64 bits", "[NaN, 10000000000000000000000]", "[NaN,1e+22]");
        row("lone high surrogate", R"("x\ud800y")", "\"x\xef\xbf\xbdy\"");
        row("lone low surrogate", R"("\udc00")", "\"\xef\xbf\xbd\"");
        row("high, then another letter", R"("\ud800\u0041")",
            "\"\xef\xbf\xbd"
            "A\"");
        row("two highs and a low", R"("\ud83d\ud83d\ude00")", "\"\xef\xbf\xbd\xf0\x9f\x98\x80\"");
        row("a pair beside a nan", R"(["\ud83d\ude00", "\u00e9\u20ac", NaN])", "[\"\xf0\x9f\x98\x80\",\"\xc3\xa9\xe2\x82\xac\",NaN]");
        // No raw string: moc of Qt 6.4 loses its way in this one.
        row("escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", NaN]", "[\"\\\"\\\\/\\b\\f\\n\\r\\t\",NaN]");
        row("key with a surrogate", R"({"\ud800": 1})", "{\"\xef\xbf\xbd\":1}");
        row("not utf-8", "\"\xff\xfe\"", "\"\xef\xbf\xbd\xef\xbf\xbd\"");
        row("the word in a string", R"(["NaN", NaN])", R"(["NaN",NaN])");
        row("nothing", "", "");
        row("two values", "NaN NaN", "");
        row("open list", "[NaN", "");
        row("open string", "[NaN, \"a", "");
        row("open object", R"({"a": NaN)", "");
        row("no key", "{NaN: 1}", "");
        row("short escape", R"("\ud80")", "");
        row("no escape", R"("\x\ud800")", "");
        row("nan in small letters", "nan", "");
        row("dashes", "[NaN, --1]", "");
        row("comma at the end", "[NaN,]", "");
    }
    void read()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        const json value = parsePythonJson(text.toStdString());
        QCOMPARE(value.is_discarded(), written.isEmpty());
        if (!written.isEmpty()) {
            QCOMPARE(QByteArray::fromStdString(pythonJsonText(value)), written);
            QVERIFY(isSameJson(parsePythonJson(pythonJsonText(value)), value));
        }
    }

    /// Values are compared, copied and written by recursion, so that a text may not nest too deep.
    void nesting()
    {
        const auto nested = [](std::size_t depth, const char* inside) {
            return std::string(depth, '[') + inside + std::string(depth, ']');
        };
        for (const char* inside : {"1", "NaN"}) {
            QVERIFY(!parsePythonJson(nested(1000, inside)).is_discarded());
            QVERIFY(parsePythonJson(nested(1001, inside)).is_discarded());
            QVERIFY(parsePythonJson(nested(1000000, inside)).is_discarded());
        }
        QVERIFY(parsePythonJson('"' + std::string(5000, '[') + '"').is_string());
    }

    void same()
    {
        const json nan = std::nan("");
        QVERIFY(!(nan == nan) && isSameJson(nan, nan));
        QVERIFY(isSameJson(json{1, nan}, json{1, nan}) && !isSameJson(json{1, nan}, json{2, nan}));
        QVERIFY(!isSameJson(json{nan}, json{nan, nan}));
        QVERIFY(isSameJson(json{{"a", nan}}, json{{"a", nan}}) && !isSameJson(json{{"a", nan}}, json{{"b", nan}}));
        QVERIFY(!isSameJson(nan, nullptr) && !isSameJson(infinity, -infinity) && isSameJson(infinity, infinity));
        QVERIFY(!isSameJson(nan, infinity) && !isSameJson("NaN", nan));
    }

    void named()
    {
        const json value = {{"a", {1, std::nan(""), infinity}}, {"b", -infinity}, {"c", "x"}};
        QCOMPARE(withNamedNumbers(value).dump(), std::string(R"({"a":[1,"NaN","Infinity"],"b":"-Infinity","c":"x"})"));
        QCOMPARE(plainJsonText("x"), std::string("x"));
        QCOMPARE(plainJsonText(infinity), std::string("Infinity"));
    }
};

QTEST_GUILESS_MAIN(tst_PythonJson)
#include "tst_pythonjson.moc"
