// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/LabelFile.h"
#include "tests/support/DataFiles.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

using Labels = std::vector<std::uint16_t>;

/// Labels from a file: to which images they go, what they may be called, and which file is refused with what words.
class tst_LabelFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    /// A benchmark set of four images with the true labels 0, 1, 2, 0.
    static DataSource benchmark()
    {
        DataSource source{.name = "cifar10", .classNames = {"cat", "dog", "owl"}};
        source.train.labels = {0, 1, 2, 0};
        source.test.labels = {0, 1, 2};
        return source;
    }

    /// A user's folder; its fifth image is kept for tests.
    static DataSource folder()
    {
        DataSource source{.name = "folder", .classNames = {"cat", "dog", "owl"}};
        source.train.labels = {0, 0, 1, 2};
        source.train.files = {"cat/1.png", "cat/2.png", "dog/1.png", "owl/1.png"};
        source.test.labels = {1};
        source.test.files = {"dog/2.png"};
        return source;
    }

    Result<LabelFile> read(const DataSource& source, const QByteArray& text, const char* column = "", const char* truth = "") const
    {
        writeBytes(m_dir.filePath("labels.csv"), text);
        DataOptions options;
        options.labelFile = m_dir.filePath("labels.csv").toStdString();
        options.labelColumn = column;
        options.trueLabelColumn = truth;
        return readLabelFile(options, source);
    }

    static Labels observed(const Result<LabelFile>& labels)
    {
        if (!labels)
            qWarning("%s: %s %s", errorName(labels.error().code), labels.error().detail.c_str(), labels.error().hint.c_str());
        return labels ? labels->observed : Labels();
    }

private Q_SLOTS:
    void rowsFindTheirImages()
    {
        const Labels want = {2, 1, 0, 0};
        QCOMPARE(observed(read(benchmark(), "index,label\n0,2\n1,1\n2,0\n3,0\n")), want);
        QCOMPARE(observed(read(benchmark(), "label,index\r\n0,2\r\n0,3\r\n1,1\r\n2,0\r\n")), want); // in any order
        const QByteArray byPath = "path,label\ncat/2.png,dog\nowl/1.png,cat\n\"cat/1.png\",owl\n./dog//1.png,cat\ndog/2.png,\n";
        QCOMPARE(observed(read(folder(), byPath)), (Labels{2, 1, 0, 0}));
        QCOMPARE(observed(read(folder(), "index,label\n3,0\n2,0\n1,1\n0,2\n")), (Labels{2, 1, 0, 0}));
        // The files that a benchmark was unpacked to say nothing here.
        QCOMPARE(observed(read(benchmark(), "index,path,label\n0,a/0.png,2\n1,a/1.png,1\n2,b/2.png,0\n3,b/3.png,0\n")), want);
        // Where images are files, the path says it.
        QCOMPARE(observed(read(folder(), "index,path,label\n0,owl/1.png,0\n0,dog/1.png,0\n0,cat/2.png,1\n0,cat/1.png,2\n")),
                 (Labels{2, 1, 0, 0}));
    }

    void namesAndNumbersOfClasses()
    {
        QCOMPARE(observed(read(benchmark(), "index,label\n0,owl\n1,1\n2,cat\n3,0\n")), (Labels{2, 1, 0, 0}));
        DataSource digits = benchmark();
        digits.classNames = {"1", "2", "3"};
        QCOMPARE(observed(read(digits, "index,label\n0,3\n1,2\n2,1\n3,1\n")), (Labels{2, 1, 0, 0})); // names before numbers
        QCOMPARE(read(digits, "index,label\n0,0\n1,2\n2,1\n3,1\n").error().code, ErrorCode::LabelOutOfRange);
        digits.classNames = {"caf\\xE9", "a, b", "owl"}; // as names of folders are shown that are not UTF-8
        QCOMPARE(observed(read(digits, "index,label\n0,owl\n1,\"a, b\"\n2,caf\xe9\n3,0\n")), (Labels{2, 1, 0, 0}));
    }

    void columnsAreChosen()
    {
        const QByteArray text = "index,true,worst,other\n0,0,2,1\n1,1,1,1\n2,2,0,1\n3,0,0,1\n";
        const Result<LabelFile> worst = read(benchmark(), text, "worst");
        QCOMPARE(observed(worst), (Labels{2, 1, 0, 0}));
        QCOMPARE(worst->column, std::string("worst"));
        QVERIFY(worst->trueColumn.empty()); // the set's own labels are the true ones
        QCOMPARE(worst->truth, benchmark().train.labels);
        QCOMPARE(observed(read(benchmark(), text, "other")), (Labels{1, 1, 1, 1}));
        QCOMPARE(observed(read(benchmark(), text, "true")), benchmark().train.labels);
        const Error several = read(benchmark(), text).error();
        QVERIFY(several == (Error{ErrorCode::CsvColumnMissing, several.where, "", "worst, other"}));
        const Error absent = read(benchmark(), text, "best").error();
        QVERIFY(absent == (Error{ErrorCode::CsvColumnMissing, absent.where, "best", "index, true, worst, other"}));
        QVERIFY(read(benchmark(), text, "worst", "truth").error().detail == "truth");
        QVERIFY(read(benchmark(), "index,true\n0,0\n1,1\n2,2\n3,0\n").error().detail == "of labels");
        QVERIFY(read(benchmark(), "path,label\na,0\n").error().detail == "index"); // its images are no files
        QVERIFY(read(folder(), "file,label\na,0\n", "label").error().detail == "path or index");
        const Error semicolons = read(benchmark(), "index;label\n0;1\n", "label").error();
        QVERIFY(semicolons == (Error{ErrorCode::CsvColumnMissing, semicolons.where, "label", "index;label"}));
    }

    /// The mistake that people make: labels of the same set in another order.
    void anotherOrderIsRefused()
    {
        const Error error = read(benchmark(), "index,true,label\n0,0,2\n1,2,1\n2,1,0\n3,0,0\n").error();
        QCOMPARE(errorName(error.code), "labels_of_other_images");
        QVERIFY2(error.detail.find("line 3") != std::string::npos && error.detail.find("owl") != std::string::npos
                     && error.detail.find("dog") != std::string::npos,
                 error.detail.c_str());
        QCOMPARE(observed(read(benchmark(), "index,true,label\n0,0,2\n1,,1\n2,,0\n3,0,0\n")), (Labels{2, 1, 0, 0})); // not known
        QCOMPARE(errorName(read(benchmark(), "index,gold,label\n0,1,2\n1,1,1\n2,2,0\n3,0,0\n", "label", "gold").error().code),
                 "labels_of_other_images");
    }

    /// Folders that somebody filled with mistakes: the file says what is true, and may leave the folders' labels as the observed ones.
    void trueLabelsOfAUsersOwn()
    {
        const QByteArray truth = "path,true\ncat/1.png,cat\ncat/2.png,owl\ndog/1.png,dog\nowl/1.png,cat\n";
        const Result<LabelFile> folders = read(folder(), truth);
        QCOMPARE(observed(folders), folder().train.labels);
        QCOMPARE(folders->truth, (Labels{0, 2, 1, 0}));
        QVERIFY(folders->column.empty());
        QCOMPARE(folders->trueColumn, std::string("true"));
        const Result<LabelFile> both =
            read(folder(), "path,crowd,true\ncat/1.png,1,cat\ncat/2.png,1,owl\ndog/1.png,1,dog\nowl/1.png,1,cat\n");
        QCOMPARE(observed(both), (Labels{1, 1, 1, 1}));
        QCOMPARE(both->truth, (Labels{0, 2, 1, 0}));
        const Result<LabelFile> plain = read(folder(), "path,crowd\ncat/1.png,1\ncat/2.png,1\ndog/1.png,1\nowl/1.png,1\n");
        QCOMPARE(observed(plain), (Labels{1, 1, 1, 1}));
        QCOMPARE(plain->truth, folder().train.labels);
        QVERIFY(plain->trueColumn.empty());
        // What is true of one image is not left to a guess, and what is known of a test image not passed over.
        const Error unknown = read(folder(), QByteArray(truth).replace("cat/2.png,owl", "cat/2.png,")).error();
        QCOMPARE(errorName(unknown.code), "csv_line_wrong");
        QCOMPARE(unknown.detail, std::string("3"));
        QVERIFY(read(folder(), truth + "dog/2.png,dog\n").ok());
        const Error test = read(folder(), truth + "dog/2.png,owl\n").error();
        QCOMPARE(errorName(test.code), "csv_line_wrong");
        QCOMPARE(test.detail, std::string("6"));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QByteArray& text, ErrorCode code, const char* words) {
            QTest::addRow("%s", name) << text << int(code) << words;
        };
        row("no label", "index,label\n0,1\n1,\n2,0\n3,0\n", ErrorCode::CsvLineWrong, "3 no label in the column label");
        row("an image twice", "index,label\n0,1\n1,1\n2,0\n1,0\n", ErrorCode::CsvLineWrong, "5 index 1 has a row already, at line 3");
        row("unknown class", "index,label\n0,1\n1,dgo\n2,0\n3,0\n", ErrorCode::LabelOutOfRange,
            "\"dgo\" at line 3, column label cat, dog, owl; or a number from 0 to 2");
        row("class beyond the last", "index,label\n0,3\n", ErrorCode::LabelOutOfRange, "\"3\" at line 2");
        row("negative class", "index,label\n0,-1\n", ErrorCode::LabelOutOfRange, "\"-1\" at line 2");
        row("fraction of a class", "index,label\n0,1.0\n", ErrorCode::LabelOutOfRange, "\"1.0\" at line 2");
        row("huge class", "index,label\n0,99999999999999999999999\n", ErrorCode::LabelOutOfRange, "at line 2");
        row("index beyond the last", "index,label\n0,1\n4,1\n", ErrorCode::LabelImageUnknown, "index 4 at line 3 0 to 3");
        row("negative index", "index,label\n-1,1\n", ErrorCode::LabelImageUnknown, "index -1 at line 2");
        row("index that is no number", "index,label\nfirst,1\n", ErrorCode::LabelImageUnknown, "index first at line 2");
        row("rows missing", "index,label\n0,1\n2,1\n", ErrorCode::LabelsIncomplete, "2 of 4 training images (the first is index 1)");
        row("no rows", "index,label\n", ErrorCode::LabelsIncomplete, "4 of 4 training images (the first is index 0)");
        row("malformed", "index,label\n0,\"1\n", ErrorCode::CsvLineWrong, "2 ");
    }

    void refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QString, words);
        const Result<LabelFile> labels = read(benchmark(), text);
        QVERIFY(!labels);
        QCOMPARE(errorName(labels.error().code), errorName(ErrorCode(code)));
        QCOMPARE(QString::fromStdString(labels.error().where), m_dir.filePath("labels.csv"));
        const QString said = QString::fromStdString(labels.error().detail + " " + labels.error().hint);
        QVERIFY2(said.contains(words), qPrintable(said));
    }

    void unknownPathsAndNoFile()
    {
        const Error path = read(folder(), "path,label\ncat/9.png,0\n").error();
        QVERIFY(
            path
            == (Error{ErrorCode::LabelImageUnknown, path.where, "path cat/9.png at line 2", "cat/1.png, cat/2.png, dog/1.png, owl/1.png"}));
        QVERIFY(read(folder(), "path,label\ncat/1.png,0\n").error().detail == "3 of 4 training images (the first is cat/2.png)");
        DataOptions options;
        QVERIFY(readLabelFile(options, benchmark()).error().where == "labels");
        QCOMPARE(errorName(readLabelFile(options, benchmark()).error().code), "missing_option");
        options.labelFile = m_dir.filePath("nowhere.csv").toStdString();
        QCOMPARE(errorName(readLabelFile(options, benchmark()).error().code), "file_missing");
        options.labelFile = m_dir.path().toStdString();
        QCOMPARE(errorName(readLabelFile(options, benchmark()).error().code), "file_unreadable");
    }

    void theHashIsOfTheBytes()
    {
        const QByteArray text = "index,label\n0,2\n1,1\n2,0\n3,0\n";
        const Result<LabelFile> labels = read(benchmark(), text);
        QVERIFY(labels.ok());
        QCOMPARE(QByteArray::fromStdString(labels->sha256), QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    }
};

QTEST_APPLESS_MAIN(tst_LabelFile)
#include "tst_labelfile.moc"
