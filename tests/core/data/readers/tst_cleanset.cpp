// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/CleanSet.h"
#include "core/data/readers/DataSource.h"
#include "core/data/readers/LabelFile.h"
#include "tests/support/ImageFiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

using namespace reweigh;
using namespace reweigh::test;

/// Which images of a user's folder have been checked: by a list, or by a folder clean/; and where test images are taken from then.
class tst_CleanSet : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const QString& name) const { return m_dir.filePath(name); }

    Result<DataSource> load(const QString& folder, const std::string& clean = {}, bool skipBroken = false) const
    {
        DataOptions options;
        options.dataset = "folder";
        options.dataDir = path(folder).toStdString();
        options.imageSize = 8;
        options.clean = clean;
        options.skipBroken = skipBroken;
        return loadDataSet(options);
    }

    /// The folder with the list of checked images `text`.
    Result<DataSource> listed(const QString& folder, const QByteArray& text) const
    {
        writeBytes(path("list.txt"), text);
        return load(folder, path("list.txt").toStdString());
    }

    static std::set<std::string> checkedFiles(const DataSource& source)
    {
        std::set<std::string> files;
        for (const std::uint32_t image : source.checked)
            files.insert(source.train.files.at(image));
        return files;
    }

    /// One line for each of the first `each` images of both classes.
    static QByteArray paths(int each, const char* before = "")
    {
        QByteArray text;
        for (const char* name : {"cat", "dog"})
            for (int i = 0; i < each; ++i)
                text += before + QByteArray(name) + QString("/%1.png\n").arg(i, 3, 10, QChar('0')).toUtf8();
        return text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        writeImageFolder(path("one"), {"cat", "dog"}, 20);
        writeImageFolder(path("two/train"), {"cat", "dog"}, 10);
        writeImageFolder(path("two/test"), {"cat", "dog"}, 4, 1);
        writeImageFolder(path("clean/train"), {"cat", "dog"}, 10);
        writeImageFolder(path("clean/clean"), {"cat", "dog"}, 5, 2);
        writeImageFolder(path("all/train"), {"cat", "dog"}, 10);
        writeImageFolder(path("all/test"), {"cat", "dog"}, 4, 1);
        writeImageFolder(path("all/clean"), {"cat", "dog"}, 5, 2);
    }

    void withoutOneNothingIsChecked()
    {
        const Result<DataSource> plain = load("one"), stated = load("one", "all");
        QVERIFY(plain.ok() && stated.ok());
        QVERIFY(plain->checked.empty() && plain->testSplitOff && !plain->testChecked);
        QVERIFY(stated->checked.empty() && stated->train.files == plain->train.files && stated->test.files == plain->test.files);
        QCOMPARE(plain->test.size(), std::size_t(8)); // a fifth of each class
    }

    /// Ten checked images of each class give two test images of each; the others of the folder all train.
    void testImagesAreCheckedOnes()
    {
        const Result<DataSource> source = listed("one", paths(10));
        QVERIFY2(source.ok(), source.ok() ? "" : source.error().detail.c_str());
        QVERIFY(source->testSplitOff && source->testChecked);
        QCOMPARE(source->test.size(), std::size_t(4));
        QCOMPARE(source->train.size(), std::size_t(36));
        QCOMPARE(source->checked.size(), std::size_t(16));
        std::set<std::string> checked = checkedFiles(*source);
        for (const std::string& file : source->test.files)
            QVERIFY2(checked.insert(file).second, file.c_str()); // none of them trains
        for (const std::string& file : checked)
            QVERIFY2(file.substr(4) < "010.png", file.c_str());
        QVERIFY(std::ranges::is_sorted(source->checked));
    }

    void whereThereIsATestFolderItIsKept()
    {
        const Result<DataSource> plain = load("two"), source = listed("two", paths(3, "train/"));
        QVERIFY(plain.ok() && source.ok());
        QVERIFY(!source->testSplitOff && !source->testChecked);
        QVERIFY(source->train.files == plain->train.files && source->test.pixels == plain->test.pixels);
        QVERIFY(checkedFiles(*source)
                == (std::set<std::string>{"train/cat/000.png", "train/cat/001.png", "train/cat/002.png", "train/dog/000.png",
                                          "train/dog/001.png", "train/dog/002.png"}));
        // By place: train/ holds the cats first, then the dogs.
        const Result<DataSource> places = listed("two", "0\n2\n\n11\n");
        QVERIFY(places.ok());
        QVERIFY(checkedFiles(*places) == (std::set<std::string>{"train/cat/000.png", "train/cat/002.png", "train/dog/001.png"}));
        QVERIFY(listed("two", "index\n0\n2\n11\n")->checked == places->checked);
    }

    /// A path may also be as it is, and a file may come from any system.
    void pathsAsPeopleWriteThem()
    {
        const QByteArray whole = path("one").toUtf8() + "/cat/000.png";
        const Result<DataSource> source =
            listed("one", "\xEF\xBB\xBF./cat/001.png\r\n" + whole
                              + "\r\ncat/../cat/002.png\r\ncat/003.png\r\ncat/003.png\r\ndog/000.png\r\ndog/001.png");
        QVERIFY2(source.ok(), source.ok() ? "" : source.error().detail.c_str());
        std::set<std::string> all = checkedFiles(*source);
        all.insert(source->test.files.begin(), source->test.files.end());
        QVERIFY(all == (std::set<std::string>{"cat/000.png", "cat/001.png", "cat/002.png", "cat/003.png", "dog/000.png", "dog/001.png"}));
    }

    void labelsOfTheListCount()
    {
        const Result<DataSource> plain = load("two"),
                                 source = listed("two", "path,label\ntrain/cat/000.png,dog\ntrain/cat/001.png,\ntrain/dog/000.png,1\n");
        QVERIFY2(source.ok(), source.ok() ? "" : source.error().detail.c_str());
        std::vector<std::uint16_t> want = plain->train.labels;
        QCOMPARE(int(want[0]), 0);
        want[0] = 1;
        QVERIFY(source->train.labels == want);
        QVERIFY(source->checked == (std::vector<std::uint32_t>{0, 1, 10}));
        QVERIFY(listed("two", "seen,path\ndog,train/cat/000.png\n")->train.labels == want); // the only other column
        QVERIFY(listed("two", "path,true,by\ntrain/cat/000.png,dog,Ann\n")->train.labels == want);
    }

    /// The window saves names as messages show them; a shell's list has their bytes. Those of the window were refused.
    void namesThatAreNotUtf8()
    {
        const std::filesystem::path folder = path("bytes").toStdString();
        writeImageFolder(path("bytes"), {"cafe", "dog"}, 3);
        std::filesystem::rename(folder / "cafe", folder / "caf\xe9");
        for (const char* written : {"caf\xe9", "caf\\xE9"}) {
            const QByteArray name = written;
            const Result<DataSource> source = listed("bytes", "path,label\n" + name + "/000.png,dog\n" + name + "/001.png," + name
                                                                  + "\ndog/000.png," + name + "\ndog/001.png,\n");
            QVERIFY2(source.ok(), source.ok() ? "" : source.error().detail.c_str());
            QCOMPARE(source->classNames, (std::vector<std::string>{"caf\\xE9", "dog"}));
            std::map<std::string, int> labels;
            for (const ImageSet* set : {&source->train, &source->test})
                for (std::size_t i = 0; i < set->size(); ++i)
                    labels[set->files[i]] = set->labels[i];
            QVERIFY(labels.at("caf\\xE9/000.png") == 1 && labels.at("caf\\xE9/001.png") == 0 && labels.at("caf\\xE9/002.png") == 0);
            QVERIFY(labels.at("dog/000.png") == 0 && labels.at("dog/001.png") == 1);
        }
        std::filesystem::remove_all(folder); // which Qt could not
    }

    /// A class whose only image, by the list, lies in another class's folder and cannot be read. It ended the program.
    void aClassWithoutAnImageThatCanBeRead()
    {
        writeImageFolder(path("moved"), {"cat"}, 1);
        writeImageFolder(path("moved"), {"dog"}, 3);
        writeBytes(path("moved/dog/000.png"), "no picture");
        writeBytes(path("list.txt"), "path,label\ncat/000.png,dog\ndog/000.png,cat\ndog/001.png,\n");
        const Result<DataSource> source = load("moved", path("list.txt").toStdString(), true);
        QVERIFY(!source.ok());
        QCOMPARE(errorName(source.error().code), errorName(ErrorCode::ClassFolderEmpty));
        QVERIFY(source.error().where.ends_with("moved/cat"));
        QVERIFY2(source.error().detail.find("dog/000.png") != std::string::npos, source.error().detail.c_str());
    }

    void aFolderOfThem()
    {
        const Result<DataSource> source = load("clean"), tested = load("all");
        QVERIFY(source.ok() && tested.ok());
        QCOMPARE(source->classNames, (std::vector<std::string>{"cat", "dog"}));
        QVERIFY(source->testChecked);
        QCOMPARE(source->test.size(), std::size_t(2)); // a fifth of five, of each class
        for (const std::string& file : source->test.files)
            QVERIFY(file.starts_with("clean/"));
        for (const std::string& file : checkedFiles(*source))
            QVERIFY(file.starts_with("clean/"));
        QCOMPARE(source->checked.size(), std::size_t(8));
        QCOMPARE(source->train.size(), std::size_t(28));
        QVERIFY(!tested->testSplitOff);
        QCOMPARE(tested->checked.size(), std::size_t(10));
        QCOMPARE(tested->checked.front(), std::uint32_t(20)); // behind those of train/
        // Both: the list adds to the folder.
        const Result<DataSource> both = listed("all", "train/cat/004.png\n");
        QVERIFY(both.ok() && both->checked.size() == 11 && both->checked.front() == 4);
        QVERIFY(!listed("all", "20\n").ok()); // places are those of train/
        // Every label is right: the folder beside train/ is none of the set.
        const Result<DataSource> stated = load("all", "all");
        QVERIFY(stated.ok() && stated->checked.empty() && stated->train.size() == 20);
    }

    /// Images that are checked need no row in a file of labels; and rows that count places are refused where the list moves them.
    void filesOfLabelsBesideIt()
    {
        DataOptions options;
        options.dataset = "folder";
        options.labelFile = path("labels.csv").toStdString();
        QByteArray rows = "path,crowd\n";
        const Result<DataSource> train = load("two");
        for (const std::string& file : train->train.files)
            rows += QByteArray::fromStdString(file) + ",dog\n";
        writeBytes(path("labels.csv"), rows);
        const Result<DataSource> tested = load("all");
        const Result<LabelFile> labels = readLabelFile(options, *tested);
        QVERIFY2(labels.ok(), labels.ok() ? "" : labels.error().detail.c_str());
        QCOMPARE(int(labels->observed[0]), 1);
        QCOMPARE(int(labels->observed[20]), 0); // a checked cat
        writeBytes(path("labels.csv"), "index,crowd\n0,dog\n");
        const Result<LabelFile> moved = readLabelFile(options, *listed("one", paths(10)));
        QVERIFY(!moved.ok() && moved.error().code == ErrorCode::CsvColumnMissing && moved.error().detail == "path");
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words"); ///< in detail or hint
        QTest::newRow("no such image") << "one" << QByteArray("cat/000.png\ncat/999.png\n") << ErrorCode::LabelImageUnknown
                                       << "cat/999.png at line 2";
        QTest::newRow("nothing") << "one" << QByteArray("\n") << ErrorCode::CsvLineWrong << "no image";
        QTest::newRow("a place without a test folder") << "one" << QByteArray("3\n") << ErrorCode::CsvLineWrong << "give the images' paths";
        QTest::newRow("no such place") << "two" << QByteArray("0\n20\n") << ErrorCode::LabelImageUnknown << "index 20 at line 2";
        QTest::newRow("no such class") << "one" << QByteArray("path,label\ncat/000.png,cow\n") << ErrorCode::LabelOutOfRange
                                       << "\"cow\" at line 2";
        QTest::newRow("two labels") << "one" << QByteArray("path,label\ncat/000.png,cat\ncat/000.png,dog\n") << ErrorCode::CsvLineWrong
                                    << "another label";
        QTest::newRow("a test image's") << "two" << QByteArray("path,label\ntest/cat/000.png,dog\n") << ErrorCode::CsvLineWrong
                                        << "tests use the folders";
        QTest::newRow("only test images") << "two" << QByteArray("test/cat/000.png\n") << ErrorCode::CsvLineWrong << "no image";
        QTest::newRow("which column") << "one" << QByteArray("path,a,b\ncat/000.png,cat,dog\n") << ErrorCode::CsvColumnMissing
                                      << "path, a, b";
        QTest::newRow("a column's name within quotes")
            << "one" << QByteArray("name,\"of,path,\"\n1,cat/000.png\n") << ErrorCode::CsvColumnMissing << "name, of,path,";
    }

    void faultsAreNamed()
    {
        QFETCH(QString, folder);
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        const Result<DataSource> source = listed(folder, text);
        QVERIFY(!source.ok());
        const Error& error = source.error();
        QCOMPARE(errorName(error.code), errorName(code));
        QVERIFY(QString::fromStdString(error.where).endsWith("list.txt"));
        QVERIFY2(QString::fromStdString(error.detail + " " + error.hint).contains(words), (error.detail + " " + error.hint).c_str());
    }

    void aListThatIsNotThere()
    {
        const Result<DataSource> source = load("one", "/nowhere/list.txt");
        QVERIFY(!source.ok() && source.error().code == ErrorCode::FileMissing && source.error().where == "/nowhere/list.txt");
    }
};

QTEST_APPLESS_MAIN(tst_CleanSet)
#include "tst_cleanset.moc"
