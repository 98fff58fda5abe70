// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/data/readers/DataSource.h"
#include "core/data/readers/FolderWalk.h"
#include "tests/contract/DataSetContract.h"
#include "tests/support/ImageFiles.h"
#include "tests/support/LabelArrays.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <set>
#include <stop_token>
#include <sys/stat.h>

using namespace reweigh;
using namespace reweigh::test;

class tst_ImageFolder : public QObject {
    Q_OBJECT

    static void append(void* context, void* data, int size)
    {
        static_cast<QByteArray*>(context)->append(static_cast<const char*>(data), size);
    }

    /// An image whose red grows to the right, green downwards, blue is constant.
    static QByteArray image(int width, int height, bool jpeg, int blue = 40)
    {
        QByteArray pixels;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                pixels.append(char(255 * x / width)).append(char(255 * y / height)).append(char(blue));
        QByteArray bytes;
        if (jpeg)
            stbi_write_jpg_to_func(append, &bytes, width, height, 3, pixels.constData(), 95);
        else
            stbi_write_png_to_func(append, &bytes, width, height, 3, pixels.constData(), 3 * width);
        return bytes;
    }

    /// `images` images of each of three classes, told apart by their blue.
    static void writeClasses(const QString& folder, int images)
    {
        for (int c = 0; c < 3; ++c)
            for (int i = 0; i < images; ++i)
                writeBytes(folder + QString("/class%1/%2.%3").arg(c).arg(i, 2, 10, QChar('0')).arg(i % 2 ? "jpg" : "png"),
                           image(20 + i, 30, i % 2, 40 + 60 * c));
        writeBytes(folder + "/class0/.hidden", "not an image");
        writeBytes(folder + "/readme.txt", "beside the classes");
    }

    static Result<DataSource> load(const QString& folder, std::uint64_t seed = 0, int size = 16)
    {
        DataOptions options;
        options.dataset = "folder";
        options.dataDir = folder.toStdString();
        options.imageSize = size;
        options.seed = seed;
        return loadDataSet(options);
    }

    static void expect(const QString& folder, ErrorCode code, const QString& where)
    {
        const Result<DataSource> source = load(folder);
        QVERIFY(!source);
        QCOMPARE(errorName(source.error().code), errorName(code));
        QVERIFY2(QString::fromStdString(source.error().where).endsWith(where), source.error().where.c_str());
    }

private Q_SLOTS:
    void aStopEndsTheReading()
    {
        QTemporaryDir folder;
        writeClasses(folder.path(), 10);
        DataOptions options;
        options.dataset = "folder";
        options.dataDir = folder.path().toStdString();
        std::stop_source stop;
        QVERIFY(loadDataSet(options, nullptr, stop.get_token()).ok());
        stop.request_stop();
        const Result<DataSource> source = loadDataSet(options, nullptr, stop.get_token());
        const Error interrupted = {ErrorCode::Interrupted, folder.path().toStdString(), {}, {}};
        QVERIFY(!source && source.error() == interrupted);
        const Result<FolderListing> listing = listImageFolder(folder.path().toStdString(), stop.get_token()); // no image is decoded yet
        QVERIFY(!listing && listing.error() == interrupted);
    }

    void splitsAFifthOff()
    {
        QTemporaryDir folder;
        writeClasses(folder.path(), 10);
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        checkDataSetContract(*source);
        checkSameSource(*source, *load(folder.path()));
        QCOMPARE(source->classNames, (std::vector<std::string>{"class0", "class1", "class2"}));
        QCOMPARE(source->train.size(), 24u);
        QCOMPARE(source->test.size(), 6u);
        for (int c = 0; c < 3; ++c)
            QCOMPARE(std::count(source->test.labels.begin(), source->test.labels.end(), c), 2);
        for (const ImageSet* set : {&source->train, &source->test}) // blue tells the class, so labels follow their images
            for (std::size_t i = 0; i < set->size(); ++i)
                QVERIFY(std::abs(int(set->pixels[i * set->imageBytes() + 2]) - (40 + 60 * set->labels[i])) < 12);
        QVERIFY(source->testSplitOff);
        QCOMPARE(source->train.files.size(), source->train.size());
        QVERIFY(source->train.files.front().starts_with("class0/0"));
    }

    /// What any seed trains, learns weights or validates on is never a test image of another seed.
    void everySeedTestsOnTheSameImages()
    {
        QTemporaryDir folder;
        writeClasses(folder.path(), 20);
        const Result<DataSource> first = load(folder.path());
        QVERIFY(first.ok());
        const std::set<std::string> test(first->test.files.begin(), first->test.files.end());
        QCOMPARE(test.size(), 12u);
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            const Result<DataSource> source = load(folder.path(), seed);
            QVERIFY(source.ok());
            QVERIFY(source->test.files == first->test.files);
            QVERIFY(source->test.pixels == first->test.pixels);
            DataOptions options = plainOptions();
            options.seed = seed;
            options.metaPerClass = options.valPerClass = 3;
            const Result<DataPlan> plan = makeDataPlan(options, {source->name, source->classes(), source->train.labels, {}});
            QVERIFY(plan.ok());
            for (const auto* part : {&plan->train, &plan->meta, &plan->validation})
                for (const std::uint32_t image : *part)
                    QVERIFY(!test.contains(source->train.files.at(image)));
        }
    }

    /// More images leave almost every one on its side: a fifth of the new ones joins the test images.
    void aGrownFolderKeepsItsTestImages()
    {
        QTemporaryDir folder;
        writeClasses(folder.path(), 20);
        const Result<DataSource> before = load(folder.path());
        writeClasses(folder.path(), 30);
        const Result<DataSource> after = load(folder.path());
        QVERIFY(before.ok() && after.ok());
        int stayed = 0;
        for (const std::string& file : before->test.files)
            stayed += std::ranges::count(after->test.files, file) > 0;
        QVERIFY2(stayed >= 8, qPrintable(QString::number(stayed))); // of 12
    }

    /// Names are bytes: one that is not UTF-8 is shown escaped, and its image is there.
    void namesThatAreNotUtf8()
    {
        QTemporaryDir folder;
        writeClasses(folder.path(), 6);
        const QByteArray odd = QFile::encodeName(folder.path()) + "/caf\xe9";
        QCOMPARE(mkdir(odd.constData(), 0700), 0);
        for (const char* name : {"/\xff.png", "/2.png", "/3.png", "/4.png", "/5.png", "/6.png"}) {
            std::ofstream file((odd + name).toStdString(), std::ios::binary);
            const QByteArray bytes = image(9, 9, false);
            file.write(bytes.constData(), bytes.size());
        }
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        checkDataSetContract(*source);
        QCOMPARE(source->classNames.front(), std::string("caf\\xE9"));
        std::vector<std::string> files = source->train.files;
        files.insert(files.end(), source->test.files.begin(), source->test.files.end());
        QVERIFY(std::ranges::count(files, std::string("caf\\xE9/\\xFF.png")) == 1);
        std::filesystem::remove_all(odd.toStdString()); // Qt's temporary folder cannot
    }

    void exchangedImagesAreAnotherSet()
    {
        QTemporaryDir folder;
        writeClasses(folder.path(), 5);
        const SourceFingerprint before = load(folder.path())->fingerprint;
        QCOMPARE(load(folder.path())->fingerprint.pixels, before.pixels);
        QVERIFY(load(folder.path(), 0, 24)->fingerprint.pixels != before.pixels);
        writeBytes(folder.filePath("class1/00.png"), image(20, 30, false, 90));
        const SourceFingerprint after = load(folder.path())->fingerprint;
        QVERIFY(after.pixels != before.pixels);
        QCOMPARE(after.files, before.files);
        QDir(folder.path()).rename("class1", "klasse1");
        QVERIFY(load(folder.path())->fingerprint.files != after.files);
    }

    void takesTrainAndTestAsTheyAre()
    {
        QTemporaryDir folder;
        writeClasses(folder.path() + "/train", 4);
        writeClasses(folder.path() + "/test", 2);
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        checkDataSetContract(*source);
        QCOMPARE(source->train.size(), 12u);
        QCOMPARE(source->test.size(), 6u);
        writeBytes(folder.filePath("test/unknown/1.png"), image(9, 9, false));
        QVERIFY(!source->testSplitOff);
        QVERIFY(source->test.files.front().starts_with("test/class0/"));
        expect(folder.path(), ErrorCode::ClassFolderUnknown, "test/unknown");
    }

    void resizesTheCentredSquare_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addRow("same") << 16 << 16;
        QTest::addRow("shrunk") << 64 << 64;
        QTest::addRow("wide") << 128 << 64;
        QTest::addRow("tall") << 64 << 128;
        QTest::addRow("grown") << 9 << 9;
    }

    /// A linear ramp stays one under any good filter: away from the edges each pixel is the ramp at its own place.
    void resizesTheCentredSquare()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QTemporaryDir folder;
        for (const char* name : {"a/1.png", "a/2.png", "b/1.png", "b/2.png"})
            writeBytes(folder.filePath(name), image(width, height, false));
        const Result<DataSource> source = load(folder.path());
        QVERIFY(source.ok());
        const double square = std::min(width, height), left = (width - square) / 2, top = (height - square) / 2;
        for (int y = 3; y < 13; ++y)
            for (int x = 3; x < 13; ++x) {
                const std::uint8_t* pixel = source->train.pixels.data() + (y * 16 + x) * 3;
                const double red = 255 * (left + (x + 0.5) * square / 16 - 0.5) / width;
                const double green = 255 * (top + (y + 0.5) * square / 16 - 0.5) / height;
                QVERIFY2(std::abs(pixel[0] - red) < 3.0 && std::abs(pixel[1] - green) < 3.0 && std::abs(pixel[2] - 40) < 2,
                         qPrintable(QString("%1,%2: %3 %4, expected %5 %6").arg(x).arg(y).arg(pixel[0]).arg(pixel[1]).arg(red).arg(green)));
            }
    }

    /// A chunk of pixels may be empty, the first one too (PNG 3, 11.2.3).
    void emptyChunks()
    {
        QByteArray png = image(40, 40, false);
        png.insert(png.indexOf("IDAT") - 4, QByteArray("\0\0\0\0IDAT\x35\xaf\x06\x1e", 12));
        QTemporaryDir folder;
        writeClasses(folder.path(), 3);
        const auto images = [&folder] {
            const Result<DataSource> source = load(folder.path());
            return source ? source->train.size() + source->test.size() : 0;
        };
        const std::size_t before = images();
        QVERIFY(before > 0);
        writeBytes(folder.filePath("class1/zz.png"), png);
        QCOMPARE(images(), before + 1);
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& bytes, const char* reason = "") {
            QTest::addRow("%s", name) << bytes << reason;
        };
        const QByteArray png = image(40, 40, false), jpeg = image(40, 40, true);
        row("empty", {}, "0 bytes, expected an image");
        row("text", "this is no image");
        row("GIF", "GIF89a\x01\x00\x01\x00", "begins as a GIF file does");
        row("PNG signature only", png.left(8));
        row("PNG cut", png.left(png.size() / 2));
        row("JPEG cut in the header", jpeg.left(100), "the JPEG is cut off");
        row("JPEG cut in the picture", jpeg.left(jpeg.size() * 9 / 10), "the JPEG is cut off");
        QByteArray huge = png; // width and height of the header, 10000 x 10000
        huge.replace(16, 8, QByteArray("\x00\x00\x27\x10\x00\x00\x27\x10", 8));
        // More than 256 codes in a Huffman table overflow the decoder's own; before the picture and behind it.
        QByteArray table("\xff\xc4\x01\x43\x00", 5);
        table += QByteArray(16, '\x13') + QByteArray(304, '\x01');
        row("JPEG with an overfull table", QByteArray(jpeg).insert(2, table), "bad Huffman table");
        row("JPEG with one behind the picture", QByteArray(jpeg).insert(jpeg.size() - 2, table), "bad Huffman table");
        row("JPEG with one, behind a fill byte", '\xff' + QByteArray(jpeg).insert(2, table), "bad Huffman table");
        // The decoder would take its tables from memory that nobody filled.
        const auto without = [&jpeg](char marker) {
            const auto at = jpeg.indexOf(QByteArray("\xff") + marker);
            return QByteArray(jpeg).remove(at, 2 + (quint8(jpeg[at + 2]) << 8 | quint8(jpeg[at + 3])));
        };
        row("JPEG without a Huffman table", without('\xc4'), "the JPEG lacks a table that it names");
        row("JPEG without a quantisation table", without('\xdb'), "the JPEG lacks a table that it names");
        row("PNG bomb", huge, "10000x10000 pixels, at most 64000000 pixels");
        huge.replace(16, 8, "\xff\xff\xff\xff\xff\xff\xff\xff");
        row("PNG of absurd size", huge);
    }

    void brokenFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        QTemporaryDir folder;
        writeClasses(folder.path(), 3);
        writeBytes(folder.filePath("class1/zz.png"), bytes);
        expect(folder.path(), ErrorCode::ImagesUnreadable, folder.path());
        const QString list = QString::fromStdString(load(folder.path()).error().detail);
        QVERIFY2(list.startsWith("1 of 10: class1/zz.png (" + reason) && list.endsWith(')'), qPrintable(list));
    }

    void brokenFolders()
    {
        QTemporaryDir folder;
        expect(folder.filePath("nowhere"), ErrorCode::FolderMissing, "nowhere");
        expect(folder.path(), ErrorCode::FolderWithoutClasses, folder.path());
        writeBytes(folder.filePath("beside.png"), image(9, 9, false));
        expect(folder.filePath("beside.png"), ErrorCode::FolderMissing, "beside.png");
        QCOMPARE(load(folder.filePath("beside.png")).error().detail, std::string("a file"));
        QCOMPARE(load(folder.filePath("beside.png/below")).error().detail, std::string()); // there is nothing, not even a file
        expect(folder.path(), ErrorCode::FolderWithoutClasses, folder.path());
        writeBytes(folder.filePath("a/1.png"), image(9, 9, false));
        expect(folder.path(), ErrorCode::FolderOfOneClass, folder.path());
        QDir(folder.path()).mkdir("b");
        expect(folder.path(), ErrorCode::ClassFolderEmpty, "/b");
        writeBytes(folder.filePath("b/1.png"), image(9, 9, false));
        expect(folder.path(), ErrorCode::FolderWithoutTest, folder.path());
        writeBytes(folder.filePath("b/2.png"), image(9, 9, false));
        QVERIFY(load(folder.path()).ok());
        QCOMPARE(int(load(folder.path(), 0, 7).error().code), int(ErrorCode::ValueOutOfRange));
        for (int c = 0; c < 999; ++c)
            QDir(folder.path()).mkdir(QString("class%1").arg(c));
        expect(folder.path(), ErrorCode::FolderOfManyClasses, folder.path());
    }

    /// Random damage: an error or an image, never a crash.
    void randomDamage()
    {
        QTemporaryDir folder;
        writeClasses(folder.path(), 2);
        Rng rng(5);
        for (const bool jpeg : {false, true}) {
            const QByteArray good = image(33, 21, jpeg);
            for (int round = 0; round < 500; ++round) {
                QByteArray bad = good.left(qsizetype(1 + rng.below(std::uint64_t(good.size()))));
                for (int flips = 0; flips < 4; ++flips)
                    bad[qsizetype(rng.below(std::uint64_t(bad.size())))] = char(rng.next());
                writeBytes(folder.filePath("class2/zz.jpg"), bad);
                const Result<DataSource> source = load(folder.path());
                QVERIFY(source.ok() || source.error().code == ErrorCode::ImagesUnreadable);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_ImageFolder)
#include "tst_imagefolder.moc"
