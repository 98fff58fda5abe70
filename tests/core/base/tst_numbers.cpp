// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonText.h"
#include "core/base/NumberText.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <clocale>
#include <cmath>
#include <cstdio>
#include <limits>

using namespace reweigh;

/// Numbers as people write them, and figures as people read them, in every locale.
class tst_Numbers : public QObject {
    Q_OBJECT

    static constexpr double infinity = std::numeric_limits<double>::infinity();

private Q_SLOTS:
    void written_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value"); // NaN: no number
        const double none = std::numeric_limits<double>::quiet_NaN();
        const std::pair<const char*, double> rows[] = {
            {"0.1", 0.1},    {".1", 0.1},     {"1.", 1},          {"+.5", 0.5},  {"-3", -3},          {"1e-3", 0.001},
            {"1E+3", 1000},  {" 5 ", 5},      {"007", 7},         {"5e0", 5},    {"1e400", infinity}, {"-1e400", -infinity},
            {"1e-400", 0},   {"0.1e-400", 0}, {"5e-324", 5e-324}, {"", none},    {" ", none},         {".", none},
            {"-", none},     {"+-1", none},   {"--1", none},      {"0,1", none}, {"1,000", none},     {"1_000", none},
            {"1 000", none}, {"0x10", none},  {"nan", none},      {"inf", none}, {"infinity", none},  {"1e", none},
            {"e5", none},    {"1.2.3", none}, {"10%", none},      {"1/2", none}, {"0.1f", none},      {"½", none},
            {"true", none},  {"1d3", none}};
        for (const auto& [text, value] : rows)
            QTest::addRow("\"%s\"", text) << QString(text) << value;
    }

    void written()
    {
        QFETCH(QString, text);
        QFETCH(double, value);
        const std::optional<double> number = numberFromText(text.toStdString());
        QCOMPARE(number.has_value(), !std::isnan(value));
        QVERIFY(!number || *number == value);
    }

    /// Values of C's printf with %.*f and %.3g.
    void figures_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, int digits, const char* text) { QTest::addRow("%s", text) << value << digits << QString(text); };
        row(0.81349, 4, "0.8135");
        row(0.0123, 4, "0.0123");
        row(0.00123, 4, "0.0012");
        row(0.000123, 4, "0.000123");
        row(0.05, 3, "0.050");
        row(0.00001234, 4, "1.23e-05");
        row(-0.00001234, 4, "-1.23e-05");
        row(1e-300, 4, "1e-300");
        row(0.0, 4, "0.0000");
        row(123456.789, 2, "123456.79");
        row(1234567890123.0, 4, "1.23457e+12");
        row(0.5, 1, "0.5");
        row(infinity, 4, "inf");
    }

    void figures()
    {
        QFETCH(double, value);
        QFETCH(int, digits);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(figureText(value, digits)), text);
    }

    void spreads()
    {
        QCOMPARE(spreadDigits(0.0364, 3), std::optional<int>(3));
        QCOMPARE(spreadDigits(0.00364, 3), std::optional<int>(3));  // 0.004
        QCOMPARE(spreadDigits(0.000364, 3), std::optional<int>(4)); // 0.0004
        QCOMPARE(spreadDigits(0.00096, 3), std::optional<int>(3));  // 0.001
        QCOMPARE(spreadDigits(2e-11, 3), std::optional<int>(9));
        for (const double nothing : {0.0, 1e-17, infinity, std::numeric_limits<double>::quiet_NaN()})
            QVERIFY(!spreadDigits(nothing, 3));
    }

    /// A difference of -0.001 was "-0.00".
    void zeroHasNoSign()
    {
        for (const double value : {-0.001, -0.0, 0.0, 0.001})
            QCOMPARE(fixedText(value, 2), std::string("0.00"));
        QCOMPARE(fixedText(-0.4, 0), std::string("0"));
        QCOMPARE(fixedText(-0.0, 0), std::string("0"));
        QCOMPARE(figureText(-0.0, 2), std::string("0.00"));
        QCOMPARE(fixedText(-0.01, 2), std::string("-0.01"));
        QCOMPARE(fixedText(-10.0, 2), std::string("-10.00"));
        QCOMPARE(fixedText(-infinity, 2), std::string("-inf"));
    }

    /// Where the decimal point is a comma, numbers are read and written as elsewhere.
    void germanNumbers()
    {
        const QTemporaryDir locales;
        QProcess make; // not every machine has the locale
        make.start("localedef", {"-i", "de_DE", "-f", "UTF-8", locales.filePath("de_DE.UTF-8")});
        make.waitForFinished();
        qputenv("LOCPATH", locales.path().toLocal8Bit());
        const bool german = std::setlocale(LC_NUMERIC, "de_DE.UTF-8") != nullptr;
        qunsetenv("LOCPATH");
        if (!german)
            QSKIP("the German locale cannot be made here");
        char printed[16];
        std::snprintf(printed, sizeof printed, "%.1f", 0.5);
        const std::string fixed = fixedText(0.5, 2), figure = figureText(0.00001234, 4), text = numberText(0.25);
        const std::optional<double> number = numberFromText("0.5");
        const nlohmann::json json = nlohmann::json::parse("[0.5]");
        std::setlocale(LC_NUMERIC, "C");
        QCOMPARE(QByteArray(printed), QByteArray("0,5")); // so the locale was in effect
        QCOMPARE(fixed, std::string("0.50"));
        QCOMPARE(figure, std::string("1.23e-05"));
        QCOMPARE(text, std::string("0.25"));
        QVERIFY(number == 0.5 && json[0] == 0.5);
    }
};

QTEST_GUILESS_MAIN(tst_Numbers)
#include "tst_numbers.moc"
