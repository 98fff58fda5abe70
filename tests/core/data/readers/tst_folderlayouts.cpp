// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/data/readers/LabelFile.h"
#include "tests/contract/DataSetContract.h"
#include "tests/support/PictureFiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace reweigh;
using namespace reweigh::test;

/// Folders of images as other people have them: what is read, passed over and refused, and what is said of it.
class tst_FolderLayouts : public QObject {
    Q_OBJECT

    /// A grey picture of 8 x 8 pixels.
    static QByteArray picture(int value) { return rawPng(8, 8, 8, 0, QByteArray(64, char(value))); }

    static DataOptions optionsFor(const QString& folder, bool skipBroken = false)
    {
        DataOptions options;
        options.dataset = "folder";
        options.dataDir = folder.toStdString();
        options.imageSize = 8;
        options.skipBroken = skipBroken;
        return options;
    }

    static Result<DataSource> load(const QString& folder, bool skipBroken = false) { return loadDataSet(optionsFor(folder, skipBroken)); }

    static void expect(const QString& folder, ErrorCode code, const QString& where, const QString& detail = {}, bool skipBroken = false)
    {
        const Result<DataSource> source = load(folder, skipBroken);
        QVERIFY(!source);
        QCOMPARE(errorName(source.error().code), errorName(code));
        QVERIFY2(QString::fromStdString(source.error().where).endsWith(where), source.error().where.c_str());
        QVERIFY2(QString::fromStdString(source.error().detail).contains(detail), source.error().detail.c_str());
    }

    /// The files of both splits by name, with the class names of their labels.
    static std::map<std::string, std::string> classesOf(const DataSource& source)
    {
        std::map<std::string, std::string> classes;
        for (const ImageSet* set : {&source.train, &source.test})
            for (std::size_t i = 0; i < set->size(); ++i)
                classes[set->files[i]] = source.classNames[set->labels[i]];
        return classes;
    }

private Q_SLOTS:
    void foldersBelowAClassBelongToIt()
    {
        QTemporaryDir folder;
        for (const char* name : {"cat/1.png", "cat/young/2.png", "cat/young/tabby/3.png", "dog/1.png", "dog/2.png"})
            writeBytes(folder.filePath(name), picture(100));
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        QCOMPARE(classesOf(*source), (std::map<std::string, std::string>{{"cat/1.png", "cat"},
                                                                         {"cat/young/2.png", "cat"},
                                                                         {"cat/young/tabby/3.png", "cat"},
                                                                         {"dog/1.png", "dog"},
                                                                         {"dog/2.png", "dog"}}));
    }

    /// Links are followed, but never back to a folder above them.
    void linksThatGoRound()
    {
        QTemporaryDir folder, elsewhere;
        for (const char* name : {"cat/1.png", "cat/2.png", "dog/1.png", "dog/2.png"})
            writeBytes(folder.filePath(name), picture(100));
        writeBytes(elsewhere.filePath("3.png"), picture(50));
        QVERIFY(QFile::link(folder.filePath("cat"), folder.filePath("cat/self")));
        QVERIFY(QFile::link(folder.path(), folder.filePath("cat/up")));
        QVERIFY(QFile::link(elsewhere.path(), folder.filePath("dog/more")));
        QVERIFY(QFile::link("/", folder.filePath("dog/all"))); // above every folder: all that the computer holds was walked through
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        QCOMPARE(source->train.size() + source->test.size(), std::size_t(5));
        QVERIFY(classesOf(*source).contains("dog/more/3.png"));
    }

    void filesThatAreNoImagesArePassedOver()
    {
        QTemporaryDir folder;
        for (const char* name : {"cat/1.png", "cat/2", "cat/3.dat", "dog/1.png", "dog/2.png"}) // by content where the name does not say it
            writeBytes(folder.filePath(name), picture(100));
        writeBytes(folder.filePath("cat/notes.txt"), "BMW and other cats");
        writeBytes(folder.filePath("dog/Thumbs.db"), QByteArray(100, '\xd0'));
        writeBytes(folder.filePath("dog/empty"), {});
        writeBytes(folder.filePath("dog/._1.png"), "a Mac's");
        writeBytes(folder.filePath("__MACOSX/cat/1.png"), "a Mac's too");
        writeBytes(folder.filePath("loose.jpg"), picture(1));
        writeBytes(folder.filePath("readme.txt"), "beside the classes");
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        QCOMPARE(source->classNames, (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(source->train.size() + source->test.size(), std::size_t(5));
        QCOMPARE(source->folder, (FolderFacts{.otherFiles = 3, .firstOther = "cat/notes.txt", .looseImages = 1}));
        writeBytes(folder.filePath("dog/3.webp"), "RIFF....WEBP");
        expect(folder.path(), ErrorCode::ImagesUnreadable, folder.path(), "1 of 6: dog/3.webp (begins as a WebP file does)");
        QFile::rename(folder.filePath("dog/3.webp"), folder.filePath("dog/3"));
        expect(folder.path(), ErrorCode::ImagesUnreadable, folder.path(), "dog/3 (begins as a WebP file does)");
    }

    void layouts_data()
    {
        QTest::addColumn<QStringList>("parts"); // folders of class folders, "" for the data folder itself
        QTest::addColumn<QString>("train");
        QTest::addColumn<QString>("test"); // empty: a fifth of the training images
        QTest::addColumn<QStringList>("notRead");
        QTest::newRow("plain") << QStringList{""} << ""
                               << "" << QStringList();
        QTest::newRow("train, test") << QStringList{"train", "test"} << "train/"
                                     << "test" << QStringList();
        QTest::newRow("train, val") << QStringList{"train", "val"} << "train/"
                                    << "val" << QStringList();
        QTest::newRow("train, val, test") << QStringList{"train", "val", "test"} << "train/"
                                          << "test" << QStringList{"val"};
        QTest::newRow("Training, Validation") << QStringList{"Training", "Validation"} << "Training/"
                                              << "Validation" << QStringList();
        QTest::newRow("train, test and another") << QStringList{"train", "test", "raw"} << "train/"
                                                 << "test" << QStringList{"raw"};
        QTest::newRow("train alone") << QStringList{"train"} << "train/"
                                     << "" << QStringList();
        QTest::newRow("val alone") << QStringList{"val"} << "val/"
                                   << "" << QStringList();
        QTest::newRow("classes, test") << QStringList{"", "test"} << ""
                                       << "test" << QStringList();
        QTest::newRow("classes, val") << QStringList{"", "val"} << ""
                                      << "val" << QStringList();
    }

    void layouts()
    {
        QFETCH(QStringList, parts);
        QFETCH(QString, train);
        QFETCH(QString, test);
        QFETCH(QStringList, notRead);
        QTemporaryDir folder;
        for (const QString& part : parts)
            for (const char* name : {"cat", "dog"})
                for (int i = 0; i < 5; ++i)
                    writeBytes(QString("%1/%2/%3/%4.png").arg(folder.path(), part, name).arg(i), picture(10 * i));
        const Result<DataSource> source = load(folder.path());
        QVERIFY2(source.ok(), source.ok() ? "" : errorName(source.error().code));
        checkDataSetContract(*source);
        QCOMPARE(source->classNames, (std::vector<std::string>{"cat", "dog"}));
        const std::size_t all = 10, held = test.isEmpty() ? 2 : 10;
        QCOMPARE(source->train.size(), test.isEmpty() ? all - held : all);
        QCOMPARE(source->test.size(), held);
        QCOMPARE(source->testSplitOff, test.isEmpty());
        QCOMPARE(QString::fromStdString(source->folder.testFolder), test);
        for (const std::string& file : source->train.files)
            QVERIFY2(QString::fromStdString(file).startsWith(train + "cat/") || QString::fromStdString(file).startsWith(train + "dog/"),
                     file.c_str());
        for (const std::string& file : source->test.files)
            QVERIFY2(QString::fromStdString(file).startsWith(test.isEmpty() ? train : test + '/'), file.c_str());
        QStringList said;
        for (const std::string& name : source->folder.foldersNotRead)
            said << QString::fromStdString(name);
        QCOMPARE(said, notRead);
    }

    /// The folder that holds all of them has the test images of the folder in it.
    void aPartAloneIsSplitAsByItself()
    {
        QTemporaryDir folder;
        for (const char* name : {"cat", "dog"})
            for (int i = 0; i < 30; ++i)
                writeBytes(folder.filePath(QString("train/%1/%2.png").arg(name).arg(i)), picture(i));
        const Result<DataSource> outer = load(folder.path()), inner = load(folder.filePath("train"));
        QVERIFY(outer.ok() && inner.ok());
        checkSameSource(*outer, *inner);
    }

    void namesOfPartsMayBeClasses()
    {
        QTemporaryDir folder;
        for (const char* name : {"valid", "test", "clean", "train"})
            for (int i = 0; i < 2; ++i)
                writeBytes(folder.filePath(QString("%1/%2.png").arg(name).arg(i)), picture(i));
        QDir(folder.path()).rename("train", "void");
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        QCOMPARE(source->classNames, (std::vector<std::string>{"clean", "test", "valid", "void"}));
    }

    /// Images of clean/ are training images that are marked, and test images are of them alone.
    void aCleanFolder_data()
    {
        QTest::addColumn<QString>("classes");
        QTest::newRow("beside classes") << "";
        QTest::newRow("beside train") << "train";
    }

    void aCleanFolder()
    {
        QFETCH(QString, classes);
        QTemporaryDir folder;
        for (const char* name : {"cat", "dog"})
            for (int i = 0; i < 10; ++i) {
                writeBytes(QString("%1/%2/%3/%4.png").arg(folder.path(), classes, name).arg(i), picture(i));
                writeBytes(folder.filePath(QString("clean/%1/%2.png").arg(name).arg(i)), picture(200 + i));
            }
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        QCOMPARE(source->test.size(), std::size_t(4));
        QCOMPARE(source->checked.size(), std::size_t(16));
        QVERIFY(source->testChecked);
        for (std::size_t i = 0; i < source->train.size(); ++i)
            QCOMPARE(std::ranges::find(source->checked, i) != source->checked.end(), source->train.files[i].starts_with("clean/"));
        for (const std::string& file : source->test.files)
            QVERIFY(file.starts_with("clean/"));
        writeBytes(folder.filePath("clean/owl/1.png"), picture(1));
        expect(folder.path(), ErrorCode::ClassFolderUnknown, "clean/owl");
    }

    void adviceThatFits()
    {
        QTemporaryDir folder;
        for (const char* name : {"archive/cat/1.png", "archive/dog/1.png"})
            writeBytes(folder.filePath(name), picture(1));
        expect(folder.path(), ErrorCode::FolderOfOneClass, folder.path(), "archive");
        QCOMPARE(load(folder.path()).error().hint, folder.filePath("archive").toStdString());
        writeBytes(folder.filePath("archive/owl/list.txt"), "owls");
        expect(folder.filePath("archive"), ErrorCode::ClassFolderEmpty, "/owl", "1 file that is none, owl/list.txt");
        QDir(folder.filePath("archive")).mkdir("bee");
        expect(folder.filePath("archive"), ErrorCode::ClassFolderEmpty, "/bee");
        QCOMPARE(load(folder.filePath("archive")).error().detail, std::string());
    }

    void everyUnreadableFileIsListed()
    {
        QTemporaryDir folder;
        for (int i = 0; i < 9; ++i) {
            writeBytes(folder.filePath(QString("cat/%1.png").arg(i)), picture(i));
            writeBytes(folder.filePath(QString("dog/%1.png").arg(i)), i < 7 ? QByteArray("no image") : picture(i));
        }
        writeBytes(folder.filePath("cat/7.png"), {});
        QFile::remove(folder.filePath("cat/8.png"));
        QVERIFY(QFile::link(folder.filePath("nowhere"), folder.filePath("cat/8.png")));
        expect(folder.path(), ErrorCode::ImagesUnreadable, folder.path(),
               "9 of 18: cat/7.png (0 bytes, expected an image), cat/8.png (leads to no file), dog/0.png (");
        QVERIFY(QString::fromStdString(load(folder.path()).error().detail).endsWith(" and 4 more"));
        const Result<DataSource> source = load(folder.path(), true);
        QVERIFY(source.ok());
        QCOMPARE(source->folder.unreadable.size(), std::size_t(9));
        QCOMPARE(source->folder.unreadable[0], (UnreadableImage{"cat/7.png", "0 bytes, expected an image"}));
        for (const bool skip : {false, true}) { // the whole list, in both cases
            std::vector<UnreadableImage> listed;
            QCOMPARE(loadDataSet(optionsFor(folder.path(), skip), &listed).ok(), skip);
            QVERIFY(listed == source->folder.unreadable);
        }
        for (const char* name : {"dog/7.png", "dog/8.png"})
            writeBytes(folder.filePath(name), "no image");
        expect(folder.path(), ErrorCode::ClassFolderEmpty, "/dog", "none of its image files can be read, such as dog/0.png", true);
    }

    /// What is left out changes nothing else: the same images, labels and fifth as without those files.
    void leftOutIsAsIfItWereNotThere()
    {
        Rng rng(11);
        for (int round = 0; round < 20; ++round) {
            QTemporaryDir folder;
            QStringList broken;
            for (const char* name : {"cat", "dog", "owl"})
                for (int i = 0; i < 4 + round; ++i) {
                    const QString file = folder.filePath(QString("%1/%2.png").arg(name).arg(i));
                    const bool bad = i > 1 && rng.below(3) == 0; // two of each class stay
                    writeBytes(file, bad ? QByteArray("no image") : picture(int(rng.below(256))));
                    if (bad)
                        broken << file;
                }
            const Result<DataSource> left = load(folder.path(), true);
            QVERIFY(left.ok());
            QCOMPARE(qsizetype(left->folder.unreadable.size()), broken.size());
            if (!broken.isEmpty())
                QVERIFY(!load(folder.path()).ok());
            for (const QString& file : std::as_const(broken))
                QFile::remove(file);
            const Result<DataSource> removed = load(folder.path());
            QVERIFY(removed.ok());
            checkSameSource(*left, *removed);
            QVERIFY(left->train.files == removed->train.files && left->test.files == removed->test.files);
            QCOMPARE(left->fingerprint.pixels, removed->fingerprint.pixels);
            QCOMPARE(left->fingerprint.files, removed->fingerprint.files);
        }
    }

    /// A file of labels may have rows for images that are left out, since it was made before they were found to be broken.
    void labelsOfImagesThatAreLeftOut()
    {
        QTemporaryDir folder;
        QByteArray rows = "path,label\n";
        for (const char* name : {"cat", "dog"})
            for (int i = 0; i < 5; ++i) {
                writeBytes(folder.filePath(QString("%1/%2.png").arg(name).arg(i)), i == 3 ? QByteArray("no image") : picture(i));
                rows += QString("%1/%2.png,dog\n").arg(name).arg(i).toUtf8();
            }
        writeBytes(folder.filePath("labels.csv"), rows);
        DataOptions options = optionsFor(folder.path(), true);
        options.noiseType = NoiseType::File;
        options.labelFile = folder.filePath("labels.csv").toStdString();
        const Result<DataSource> source = loadDataSet(options);
        QVERIFY(source.ok());
        const Result<LabelFile> labels = readLabelFile(options, *source);
        QVERIFY2(labels.ok(), labels.ok() ? "" : labels.error().detail.c_str());
        QCOMPARE(labels->observed, std::vector<std::uint16_t>(source->train.size(), 1));
    }

    /// Applied or not, it is said, and only where it is applied does the fingerprint differ.
    void orientationIsStamped()
    {
        QTemporaryDir folder;
        QByteArray half; // dark on the left, light on the right
        for (int i = 0; i < 64; ++i)
            half.append(i % 8 < 4 ? char(20) : char(220));
        for (const char* name : {"cat/1.png", "cat/2.png", "dog/1.png", "dog/2.png"})
            writeBytes(folder.filePath(name), rawPng(8, 8, 8, 0, half, pngChunk("eXIf", exifData(3, true))));
        DataOptions options = optionsFor(folder.path());
        const Result<DataSource> stored = loadDataSet(options);
        options.exifOrientation = true;
        const Result<DataSource> upright = loadDataSet(options);
        QVERIFY(stored.ok() && upright.ok());
        QCOMPARE(int(stored->train.pixels.front()), 20);
        QCOMPARE(int(upright->train.pixels.front()), 220);
        QCOMPARE(stored->folder.turned, std::size_t(4));
        QCOMPARE(upright->folder.turned, std::size_t(4));
        QVERIFY(!stored->folder.upright && upright->folder.upright);
        QCOMPARE(stored->fingerprint.orientation, std::string());
        QCOMPARE(upright->fingerprint.orientation, std::string("exif"));
        QVERIFY(stored->fingerprint.pixels != upright->fingerprint.pixels);
    }
};

QTEST_APPLESS_MAIN(tst_FolderLayouts)
#include "tst_folderlayouts.moc"
