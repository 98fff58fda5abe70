// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Csv.h"

#include <QtTest>

using namespace reweigh;

/// Tables as CSV: what RFC 4180 says of them, how files of other systems differ, and what is said of a file that is none.
class tst_Csv : public QObject {
    Q_OBJECT

    /// The table with '|' between fields, a line for each row: line number, ": " and its fields.
    static QString shown(const CsvTable& table)
    {
        QStringList lines;
        const auto fields = [](const std::vector<std::string>& list) {
            QStringList all;
            for (const std::string& field : list)
                all << QString::fromStdString(field);
            return all.join('|');
        };
        lines << fields(table.header);
        for (const CsvRow& row : table.rows)
            lines << QString("%1: %2").arg(row.line).arg(fields(row.fields));
        return lines.join('/');
    }

private Q_SLOTS:
    void tables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("want");
        const auto row = [](const char* name, const QByteArray& text, const char* want) {
            QTest::addRow("%s", name) << text << QString::fromUtf8(want);
        };
        row("plain", "a,b\n1,2\n3,4\n", "a|b/2: 1|2/3: 3|4");
        row("no last line end", "a,b\n1,2", "a|b/2: 1|2");
        row("CRLF", "a,b\r\n1,2\r\n3,4\r\n", "a|b/2: 1|2/3: 3|4");
        row("CR", "a,b\r1,2\r", "a|b/2: 1|2");
        row("byte order mark",
            "\xef\xbb\xbf"
            "a,b\n1,2\n",
            "a|b/2: 1|2");
        row("byte order mark before a quote", "\xef\xbb\xbf\"a\",b\n1,2\n", "a|b/2: 1|2");
        row("quotes", "\"a\",\"b\"\n\"1\",2\n", "a|b/2: 1|2");
        row("comma, quote and line end in quotes", "a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"1\r\n2\",3\n4,5\n",
            "a|b/2: x,y|he said \"no\"/3: 1\r\n2|3/5: 4|5");
        row("empty fields", "a,b,c\n,,\n\"\",1,\n", "a|b|c/2: ||/3: |1|");
        row("blank lines", "\n\na,b\n\n1,2\n\r\n\n", "a|b/5: 1|2");
        row("blanks belong to their field", "a, b\n 1,2 \n", "a| b/2:  1|2 ");
        row("one column", "a\n1\n", "a/2: 1");
        row("no rows", "a,b\n", "a|b");
        row("text that is not ASCII", "a,b\ncaf\xc3\xa9,\xe9\n", "a|b/2: café|\xef\xbf\xbd");
    }

    void tables()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, want);
        const Result<CsvTable> table = parseCsv({text.constData(), std::size_t(text.size())}, "t.csv");
        QVERIFY2(table.ok(), table.ok() ? "" : table.error().hint.c_str());
        QCOMPARE(shown(*table), want);
    }

    void columnsAreFoundByName()
    {
        const Result<CsvTable> table = parseCsv("a,b\n1,2\n", "t.csv");
        QVERIFY(table.ok());
        QCOMPARE(table->column("b"), std::optional<std::size_t>(1));
        QVERIFY(!table->column("c"));
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QByteArray& text, const char* line, const char* words) {
            QTest::addRow("%s", name) << text << line << words;
        };
        row("empty", "", "1", "empty");
        row("blank", "\n\n", "3", "empty");
        row("only a byte order mark", "\xef\xbb\xbf", "1", "empty");
        row("UTF-16",
            QByteArray("\xff\xfe"
                       "a\0",
                       4),
            "1", "UTF-16");
        row("quote never closed", "a,b\n1,2\n3,\"4\n5,6\n", "3", "never closed");
        row("quote never closed in the header", "\"a,b\n1,2\n", "1", "never closed");
        row("quote within a field", "a,b\n1,2\n3,4\"5\n", "3", "within a field");
        row("text behind a quote", "a,b\n\"1\"x,2\n", "2", "closing quote");
        row("a field too many", "a,b\n1,2\n3,4,5\n", "3", "3 fields, but the header has 2 fields");
        row("a field too few", "a,b\n1\n", "2", "1 field, but the header has 2 fields");
        row("line counted within quotes", "a,b\n\"1\n\n\",2\n3\n", "5", "1 field");
        row("a column twice", "a,b,a\n", "1", "\"a\"");
    }

    void malformed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        QFETCH(QString, words);
        const Result<CsvTable> table = parseCsv({text.constData(), std::size_t(text.size())}, "folder/t.csv");
        QVERIFY(!table);
        QCOMPARE(errorName(table.error().code), "csv_line_wrong");
        QCOMPARE(table.error().where, std::string("folder/t.csv"));
        QCOMPARE(QString::fromStdString(table.error().detail), line);
        QVERIFY2(QString::fromStdString(table.error().hint).contains(words), table.error().hint.c_str());
        QVERIFY2(table.error().hint.find(';') != std::string::npos, table.error().hint.c_str()); // says what mends it
    }
};

QTEST_APPLESS_MAIN(tst_Csv)
#include "tst_csv.moc"
