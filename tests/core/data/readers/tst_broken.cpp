// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/data/readers/DataSource.h"
#include "tests/support/DataFiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace reweigh;
using namespace reweigh::test;

/// Files that are missing, damaged or hostile: each yields the right error, naming the file, and nothing worse.
class tst_Broken : public QObject {
    Q_OBJECT

    static Error errorOf(const char* name, const QString& folder)
    {
        DataOptions options;
        options.dataset = name;
        options.dataDir = folder.toStdString();
        const Result<DataSource> source = loadDataSet(options);
        return source ? Error{ErrorCode::Internal, "no error", {}, {}} : source.error();
    }

    static void expect(const Error& error, ErrorCode code, const QString& where)
    {
        QCOMPARE(errorName(error.code), errorName(code));
        QVERIFY2(QString::fromStdString(error.where).endsWith(where), error.where.c_str());
    }

private Q_SLOTS:
    void idx_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        const QString images = "train-images-idx3-ubyte", labels = "train-labels-idx1-ubyte";
        const auto row = [](const char* name, const QString& file, const QByteArray& bytes, ErrorCode code, const char* detail = "") {
            QTest::addRow("%s", name) << file << bytes << int(code) << detail;
        };
        const QByteArray good = test::idx({40, 28, 28}, pattern(40 * 784));
        row("empty", images, {}, ErrorCode::FileTruncated, "0 bytes, expected 16");
        row("header cut", images, good.left(9), ErrorCode::FileTruncated, "9 bytes, expected 16");
        row("pixels cut", images, good.left(good.size() - 1), ErrorCode::FileTruncated, "31375 bytes, expected 31376");
        row("one byte more", images, good + 'x', ErrorCode::FileOversize, "more than 31376 bytes");
        row("not IDX", images, pattern(4000, 3), ErrorCode::FileCorrupt);
        row("IDX of floats", images, QByteArray(good).replace(2, 1, "\x0d"), ErrorCode::FileCorrupt);
        row("labels in the images' place", images, test::idx({40}, cyclicLabels(40, 10)), ErrorCode::FileCorrupt);
        row("no image", images, test::idx({0, 28, 28}, {}), ErrorCode::FileCorrupt);
        row("sizes overflow", images, test::idx({0xffffffff, 0xffffffff, 0xffffffff}, pattern(10)), ErrorCode::FileCorrupt);
        row("claims 2 terabytes", images, test::idx({9000000, 512, 512}, pattern(10)), ErrorCode::FileTruncated);
        row("fewer labels", labels, test::idx({39}, cyclicLabels(39, 10)), ErrorCode::FileCorrupt, "39 labels for 40 images");
        row("label 10", labels, test::idx({40}, cyclicLabels(40, 11)), ErrorCode::LabelOutOfRange, "label 10 at image 10");
    }

    void idx()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFETCH(QString, detail);
        for (const bool packed : {false, true}) {
            QTemporaryDir folder;
            writeIdxSet(folder.path(), packed ? ".gz" : "");
            const QString name = packed ? file + ".gz" : file;
            writeBytes(folder.filePath(name), packed ? gzipped(bytes) : bytes);
            const Error error = errorOf("mnist", folder.path());
            expect(error, ErrorCode(code), name);
            if (!detail.isEmpty())
                QCOMPARE(QString::fromStdString(error.detail), detail);
        }
    }

    void gzipDamage()
    {
        QTemporaryDir folder;
        writeIdxSet(folder.path(), ".gz");
        const QString images = folder.filePath("train-images-idx3-ubyte.gz");
        const QByteArray good = readBytes(images);
        writeBytes(images, good.left(good.size() / 2));
        expect(errorOf("mnist", folder.path()), ErrorCode::FileTruncated, "train-images-idx3-ubyte.gz");
        writeBytes(images, good.left(good.size() - 4)); // the checksum at the end is cut
        expect(errorOf("mnist", folder.path()), ErrorCode::FileTruncated, "train-images-idx3-ubyte.gz");
        QByteArray flipped = good;
        flipped[flipped.size() - 6] = char(flipped[flipped.size() - 6] ^ 1); // the checksum itself
        writeBytes(images, flipped);
        expect(errorOf("mnist", folder.path()), ErrorCode::FileCorrupt, "train-images-idx3-ubyte.gz");
        // A bomb: a small file that unfolds to 200 MB of zeros behind a good header.
        writeBytes(images, gzipped(test::idx({40, 28, 28}, QByteArray(200'000'000, '\0'))));
        QVERIFY(readBytes(images).size() < 2'000'000);
        expect(errorOf("mnist", folder.path()), ErrorCode::FileOversize, "train-images-idx3-ubyte.gz");
    }

    void missingParts()
    {
        QTemporaryDir folder;
        writeIdxSet(folder.path());
        QFile::remove(folder.filePath("t10k-labels-idx1-ubyte"));
        expect(errorOf("mnist", folder.path()), ErrorCode::FileMissing, "t10k-labels-idx1-ubyte");
        QDir(folder.path()).mkdir("t10k-labels-idx1-ubyte");
        expect(errorOf("mnist", folder.path()), ErrorCode::FileCorrupt, "t10k-labels-idx1-ubyte");
        QDir(folder.path()).rmdir("t10k-labels-idx1-ubyte");
        QCOMPARE(::mkfifo(qPrintable(folder.filePath("t10k-labels-idx1-ubyte")), 0600), 0); // must not wait for a writer
        expect(errorOf("mnist", folder.path()), ErrorCode::FileCorrupt, "t10k-labels-idx1-ubyte");
        const Error none = errorOf("mnist", folder.filePath("nowhere"));
        expect(none, ErrorCode::DataSetNotInstalled, "nowhere");
        QVERIFY(!none.hint.empty());
    }

    void cifar_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code, const char* detail) {
            QTest::addRow("%s", name) << bytes << int(code) << detail;
        };
        const QByteArray good = cifar10Records(20);
        row("empty", {}, ErrorCode::FileTruncated, "0 bytes");
        row("cut", good.left(good.size() - 1), ErrorCode::FileTruncated, "61459 bytes");
        row("more than a batch", QByteArray(30730001, '\0'), ErrorCode::FileOversize, "30730001 bytes");
        row("label 10", good.left(3073) + '\x0a' + pattern(3072), ErrorCode::LabelOutOfRange, "label 10 at image 1");
        row("label 255", '\xff' + pattern(3072), ErrorCode::LabelOutOfRange, "label 255 at image 0");
    }

    void cifar()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFETCH(QString, detail);
        for (const QString file : {"data_batch_3.bin", "test_batch.bin"}) {
            QTemporaryDir folder;
            writeBytes(folder.filePath("data_batch_3.bin"), cifar10Records(20));
            writeBytes(folder.filePath("test_batch.bin"), cifar10Records(20));
            writeBytes(folder.filePath(file), bytes);
            const Error error = errorOf("cifar10", folder.path());
            expect(error, ErrorCode(code), file);
            QVERIFY2(QString::fromStdString(error.detail).startsWith(detail), error.detail.c_str());
        }
    }

    void cifarCompanions()
    {
        QTemporaryDir folder;
        writeBytes(folder.filePath("data_batch_1.bin"), cifar10Records(20));
        expect(errorOf("cifar10", folder.path()), ErrorCode::FileMissing, "test_batch.bin");
        writeBytes(folder.filePath("test_batch.bin"), cifar10Records(20));
        writeBytes(folder.filePath("batches.meta.txt"), "airplane\ncar\n");
        expect(errorOf("cifar10", folder.path()), ErrorCode::FileCorrupt, "batches.meta.txt");
        writeBytes(folder.filePath("train.bin"), cifarRecords(2, [](int i) { return QByteArray(1, char(i)) + '\x05'; }));
        writeBytes(folder.filePath("test.bin"), cifar100Records(2));
        const Error twoSuper = errorOf("cifar100", folder.path());
        expect(twoSuper, ErrorCode::FileCorrupt, "train.bin");
        QCOMPARE(twoSuper.detail, std::string("fine label 5 has coarse labels 0 and 1"));
        writeBytes(folder.filePath("train.bin"), cifarRecords(1, [](int) { return QByteArray("\x14\x05"); }));
        expect(errorOf("cifar100", folder.path()), ErrorCode::LabelOutOfRange, "train.bin");
    }

    void unknownName()
    {
        const Error slip = errorOf("cifar-10", {});
        expect(slip, ErrorCode::UnknownValue, "dataset");
        QCOMPARE(slip.hint, std::string("cifar10"));
        QVERIFY(errorOf("zzzzzzzzzzzzzzz", {}).hint.find("fashion-mnist") != std::string::npos);
        expect(errorOf("folder", {}), ErrorCode::MissingOption, "data-dir");
    }

    /// Random damage to a packed file: an error or a whole set, never a crash or a hang.
    void randomDamage()
    {
        QTemporaryDir folder;
        writeIdxSet(folder.path(), ".gz");
        const QString images = folder.filePath("train-images-idx3-ubyte.gz");
        const QByteArray good = readBytes(images);
        Rng rng(11);
        int refused = 0;
        for (int round = 0; round < 300; ++round) {
            QByteArray bad = good.left(qsizetype(1 + rng.below(std::uint64_t(good.size()))));
            for (int flips = 0; flips < 3; ++flips)
                bad[qsizetype(rng.below(std::uint64_t(bad.size())))] = char(rng.next());
            writeBytes(images, bad);
            const Error error = errorOf("mnist", folder.path());
            refused +=
                error.code == ErrorCode::FileTruncated || error.code == ErrorCode::FileCorrupt || error.code == ErrorCode::FileOversize;
        }
        QVERIFY2(refused >= 299, qPrintable(QString::number(refused)));
    }
};

QTEST_APPLESS_MAIN(tst_Broken)
#include "tst_broken.moc"
