// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Json.h"
#include "core/data/readers/LeaveOutList.h"
#include "core/data/readers/SyntheticBlobs.h"
#include "core/data/recipe/DataPlan.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <fstream>
#include <set>

using namespace reweigh;

/// Images that a list leaves out of the training set.
class tst_LeaveOut : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    std::filesystem::path list(const char* text) const
    {
        const std::filesystem::path file = m_dir.filePath("list.csv").toStdString();
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

    /// Six training images in two classes: cat/0 .. cat/2, dog/0 .. dog/2; a test image cat/9.
    static DataSource folder()
    {
        DataSource source;
        source.name = "folder";
        source.classNames = {"cat", "dog"};
        source.train.labels = {0, 0, 0, 1, 1, 1};
        source.train.files = {"cat/0.png", "cat/1.png", "cat/2.png", "dog/0.png", "dog/1, b.png", "dog/2.png"};
        source.test.labels = {0};
        source.test.files = {"cat/9.png"};
        source.folder.unreadable = {{"dog/broken.png", "0 bytes"}};
        return source;
    }

    static LabelView viewOf(const DataSource& source, std::span<const std::uint32_t> leftOut)
    {
        LabelView view{.dataset = source.name, .classes = source.classes(), .labels = source.train.labels, .superclass = {}};
        view.leftOut = leftOut;
        return view;
    }

private Q_SLOTS:
    void rowsNameImages_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<int>>("places");
        QTest::newRow("paths") << QByteArray("path\ndog/2.png\ncat/1.png\n") << QList<int>{1, 5};
        QTest::newRow("places") << QByteArray("index\n5\n1\n5\n") << QList<int>{1, 5};
        QTest::newRow("quotes, and ./") << QByteArray("path\n\"dog/1, b.png\"\n./cat/0.png\n") << QList<int>{0, 4};
        QTest::newRow("only those marked wrong")
            << QByteArray("mark,path\nright,cat/0.png\nwrong,cat/1.png\nunsure,cat/2.png\n,dog/0.png\n") << QList<int>{1};
        QTest::newRow("tested and broken ones beside") << QByteArray("path\ncat/9.png\ndog/broken.png\ncat/2.png\n") << QList<int>{2};
    }

    void rowsNameImages()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<int>, places);
        const auto read = readLeaveOutList(list(text.constData()), folder());
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().hint.c_str());
        QCOMPARE(QList<int>(read->begin(), read->end()), places);
    }

    void badLists_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("no column") << QByteArray("file\ncat/1.png\n") << int(ErrorCode::CsvColumnMissing);
        QTest::newRow("no such path") << QByteArray("path\ncat/7.png\n") << int(ErrorCode::LabelImageUnknown);
        QTest::newRow("no such place") << QByteArray("index\n6\n") << int(ErrorCode::LabelImageUnknown);
        QTest::newRow("none") << QByteArray("path\n") << int(ErrorCode::CsvLineWrong);
        QTest::newRow("none marked wrong") << QByteArray("path,mark\ncat/1.png,right\n") << int(ErrorCode::CsvLineWrong);
        QTest::newRow("a test image alone") << QByteArray("path\ncat/9.png\n") << int(ErrorCode::CsvLineWrong);
    }

    void badLists()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto read = readLeaveOutList(list(text.constData()), folder());
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().code), code);
    }

    /// Another set's list has an index that fits, and left out an image that nobody had marked.
    void listsOfAnotherDataSet_data()
    {
        QTest::addColumn<bool>("paths"); ///< whether images are files
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words"); ///< of the error; empty: none
        QTest::newRow("of a folder") << false << QByteArray("rank,path,index,observed,mark\n1,Kreis/074.png,4,Kreis,wrong\n")
                                     << QByteArray("line 2 names the path Kreis/074.png");
        QTest::newRow("without marks") << false << QByteArray("path,index\n,3\nKreis/074.png,4\n")
                                       << QByteArray("line 3 names the path Kreis/074.png");
        QTest::newRow("of a benchmark") << true << QByteArray("index,observed,mark\n4,Boot,wrong\n")
                                        << QByteArray("line 2 is of an image labelled Boot");
        QTest::newRow("of another benchmark") << false << QByteArray("index,observed,mark\n4,Boot,wrong\n")
                                              << QByteArray("line 2 is of an image labelled Boot");
        QTest::newRow("its own") << false << QByteArray("index,path,observed,mark\n4,,dog,wrong\n") << QByteArray();
        QTest::newRow("its own, by the number of the class") << false << QByteArray("index,observed,mark\n4,1,wrong\n") << QByteArray();
        QTest::newRow("places in a folder") << true << QByteArray("index\n4\n") << QByteArray();
    }

    void listsOfAnotherDataSet()
    {
        QFETCH(bool, paths);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        DataSource source = folder();
        if (!paths) {
            source.name = "mnist";
            source.train.files.clear();
            source.test.files.clear();
            source.folder = {};
        }
        const auto read = readLeaveOutList(list(text.constData()), source);
        QCOMPARE(read.ok(), words.isEmpty());
        if (read.ok()) {
            QCOMPARE(*read, std::vector<std::uint32_t>{4});
        } else {
            QCOMPARE(read.error().code, ErrorCode::LabelsOfOtherImages);
            QVERIFY2(read.error().detail.starts_with(words.toStdString()), read.error().detail.c_str());
        }
    }

    /// All images but those of the list are what they are without it: held out, kept, and with the same label.
    void nothingElseChanges()
    {
        const DataSource source = makeSyntheticBlobs({.classes = 4, .trainPerClass = 100, .testPerClass = 2, .side = 8});
        DataOptions options;
        options.dataset = "synthetic";
        options.noiseRate = 0.4;
        options.imbalanceFactor = 4;
        options.metaPerClass = 3;
        options.valPerClass = 4;
        const Result<DataPlan> whole = makeDataPlan(options, viewOf(source, {}));
        QVERIFY(whole.ok());
        const std::vector<std::uint32_t> marked = {whole->train[2], whole->train[5], whole->validation[0]};
        std::vector<std::uint32_t> sorted = marked;
        std::ranges::sort(sorted);
        const Result<DataPlan> rest = makeDataPlan(options, viewOf(source, sorted));
        QVERIFY(rest.ok());
        QCOMPARE(rest->meta, whole->meta);
        QCOMPARE(rest->validation, whole->validation);
        QCOMPARE(rest->changes.leftOutByList, std::size_t(2)); // the third does not train anyway
        QCOMPARE(rest->changes.train, whole->train.size() - 2);
        QCOMPARE(rest->changes.leftOutByImbalance, whole->changes.leftOutByImbalance);
        std::size_t at = 0;
        for (std::size_t i = 0; i < whole->train.size(); ++i) {
            if (i == 2 || i == 5)
                continue;
            QCOMPARE(rest->train[at], whole->train[i]);
            QCOMPARE(rest->observedLabel[at], whole->observedLabel[i]);
            QCOMPARE(rest->trueLabel[at], whole->trueLabel[i]);
            ++at;
        }
        QCOMPARE(at, rest->train.size());
        QVERIFY(rest->fingerprintCode != whole->fingerprintCode);
        const nlohmann::json print = nlohmann::json::parse(rest->fingerprintJson), before = nlohmann::json::parse(whole->fingerprintJson);
        QVERIFY(print.at("recipe").contains("leave-out-sha256") && !before.at("recipe").contains("leave-out-sha256"));
        QVERIFY(!before.at("effect").contains("left-out-by-list"));
        QCOMPARE(changesFromFingerprint(print)->leftOutByList, std::size_t(2));
    }

    void aClassMustBeLeft()
    {
        const DataSource source = folder();
        DataOptions options;
        options.dataset = "folder";
        options.noiseType = NoiseType::None;
        options.imbalanceType = ImbalanceType::None;
        options.metaPerClass = 0;
        options.valPerClass = 0;
        options.leaveOut = "marks.csv";
        const std::vector<std::uint32_t> dogs = {3, 4, 5};
        const Result<DataPlan> plan = makeDataPlan(options, viewOf(source, dogs));
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().code, ErrorCode::ValueOutOfRange);
        QCOMPARE(plan.error().where, std::string("leave-out"));
        QCOMPARE(plan.error().detail, options.leaveOut);
        QVERIFY(plan.error().hint.find("class 1") != std::string::npos);
        LabelView named = viewOf(source, dogs);
        named.fingerprint.classNames = source.classNames;
        QVERIFY(makeDataPlan(options, named).error().hint.find("class dog") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_LeaveOut)
#include "tst_leaveout.moc"
