// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/DataCatalog.h"
#include "core/data/readers/DataSource.h"
#include "core/data/readers/SyntheticBlobs.h"
#include "tests/contract/DataSetContract.h"
#include "tests/support/DataFiles.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

class tst_Readers : public QObject {
    Q_OBJECT

    static Result<DataSource> load(const char* name, const QString& folder)
    {
        DataOptions options;
        options.dataset = name;
        options.dataDir = folder.toStdString();
        return loadDataSet(options);
    }

    /// Loads, checks the contract and that a second reading is the same.
    static DataSource loaded(const char* name, const QString& folder)
    {
        Result<DataSource> source = load(name, folder);
        if (!source)
            qFatal("%s: %s %s", errorName(source.error().code), source.error().where.c_str(), source.error().detail.c_str());
        checkDataSetContract(*source);
        checkSameSource(*source, *load(name, folder));
        return std::move(*source);
    }

private Q_SLOTS:
    void idx_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("subfolder");
        QTest::addRow("plain") << QString() << QString();
        QTest::addRow("gzipped") << QString(".gz") << QString();
        QTest::addRow("in its customary folder") << QString() << QString("/mnist");
    }

    void idx()
    {
        QFETCH(QString, suffix);
        QFETCH(QString, subfolder);
        QTemporaryDir folder;
        writeIdxSet(folder.path() + subfolder, suffix);
        const DataSource source = loaded("mnist", folder.path());
        QCOMPARE(source.classes(), 10);
        QCOMPARE(source.train.size(), 40u);
        QCOMPARE(source.test.size(), 20u);
        QCOMPARE(int(source.train.labels[13]), 3);
        const QByteArray expected = pattern(40 * 784);
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(source.train.pixels.data()), qsizetype(source.train.pixels.size())), expected);
        QVERIFY(source.note.empty());
    }

    void cifar10IsChannelsLast()
    {
        QTemporaryDir folder;
        const QString inner = folder.path() + "/cifar-10-batches-bin/";
        writeBytes(inner + "data_batch_2.bin", cifar10Records(40));
        writeBytes(inner + "data_batch_5.bin", cifar10Records(20));
        writeBytes(inner + "test_batch.bin", cifar10Records(20));
        const DataSource source = loaded("cifar10", folder.path());
        QCOMPARE(source.train.size(), 60u);
        QCOMPARE(source.note, std::string("2 of 5 training batches found"));
        QCOMPARE(source.classNames[3], std::string("3"));
        const QByteArray planes = pattern(3072, 7); // image 7
        for (int pixel = 0; pixel < 1024; ++pixel)
            for (int c = 0; c < 3; ++c)
                QCOMPARE(source.train.pixels[std::size_t(7 * 3072 + pixel * 3 + c)], quint8(planes[c * 1024 + pixel]));
        QCOMPARE(int(source.train.labels[47]), 7);

        writeBytes(inner + "batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\r\ni\nj\n\n");
        QCOMPARE(loaded("cifar10", inner).classNames[7], std::string("h"));
    }

    void cifar100KeepsSuperclasses()
    {
        QTemporaryDir folder;
        writeBytes(folder.filePath("train.bin"), cifar100Records(400));
        writeBytes(folder.filePath("test.bin"), cifar100Records(100));
        const DataSource source = loaded("cifar100", folder.path());
        QCOMPARE(source.classes(), 100);
        QCOMPARE(int(source.train.labels[123]), 23);
        QCOMPARE(int(source.train.superclass[123]), 4);
        QCOMPARE(source.note, std::string("400 of 50000 training images found"));
        DataOptions options;
        options.noiseType = NoiseType::Hierarchical;
        options.metaPerClass = options.valPerClass = 1;
        options.imbalanceType = ImbalanceType::None;
        QVERIFY(makeDataPlan(options, {source.name, 100, source.train.labels, source.train.superclass}).ok());
    }

    void synthetic()
    {
        const DataSource source = loaded("synthetic", {});
        QCOMPARE(source.train.size(), 2000u);
        QCOMPARE(source.test.size(), 500u);
        QCOMPARE(source.train.imageBytes(), 784u);
        checkDataSetContract(makeSyntheticBlobs({.classes = 4, .trainPerClass = 6, .testPerClass = 2, .side = 32, .channels = 3}, 9));
        QVERIFY(makeSyntheticBlobs({}, 1).train.pixels != source.train.pixels);
    }

    /// Class means of the training images must classify the test images far above chance, or it would test no learning.
    void syntheticIsLearnable()
    {
        const DataSource source = makeSyntheticBlobs();
        const std::size_t bytes = source.train.imageBytes();
        std::vector<std::vector<double>> mean(10, std::vector<double>(bytes, 0.0));
        for (std::size_t i = 0; i < source.train.size(); ++i)
            for (std::size_t p = 0; p < bytes; ++p)
                mean[source.train.labels[i]][p] += source.train.pixels[i * bytes + p] / 200.0;
        int right = 0;
        for (std::size_t i = 0; i < source.test.size(); ++i) {
            std::vector<double> distance(10, 0.0);
            for (std::size_t c = 0; c < 10; ++c)
                for (std::size_t p = 0; p < bytes; ++p)
                    distance[c] += std::pow(source.test.pixels[i * bytes + p] - mean[c][p], 2);
            right += std::min_element(distance.begin(), distance.end()) - distance.begin() == source.test.labels[i];
        }
        QVERIFY2(right > 350, qPrintable(QString::number(right)));
    }

    void realFashionMnist()
    {
        if (!QFile::exists("/usr/share/datasets/fashion-mnist"))
            QSKIP("dataset-fashion-mnist is not installed");
        const DataSource source = loaded("fashion-mnist", "/usr/share/datasets/fashion-mnist");
        QCOMPARE(source.train.size(), 60000u);
        QCOMPARE(source.test.size(), 10000u);
        QCOMPARE(std::vector<int>(source.train.labels.begin(), source.train.labels.begin() + 5), (std::vector<int>{9, 0, 0, 3, 0}));
        for (int c = 0; c < 10; ++c)
            QCOMPARE(std::count(source.train.labels.begin(), source.train.labels.end(), c), 6000);
        // Published mean and standard deviation of the training pixels.
        DataSource unnamed = source;
        unnamed.name = "folder";
        QVERIFY(std::abs(normalisationFor(unnamed).mean[0] - 0.2860) < 5e-5);
        QVERIFY(std::abs(normalisationFor(unnamed).std[0] - 0.3530) < 5e-5);
        DataOptions found; // without a folder the system's is found, unless the user's own holds one
        qputenv("XDG_DATA_HOME", "/nonexistent");
        QCOMPARE(loadDataSet(found)->train.size(), 60000u);
    }

    void realCifar10()
    {
        const QString folder = sharedFolder("data/cifar-10-batches-bin");
        if (!QFile::exists(folder))
            QSKIP("no real CIFAR-10 beside the sources");
        const DataSource source = loaded("cifar10", sharedFolder("data"));
        QCOMPARE(source.train.size() % 10000, 0u);
        QCOMPARE(source.test.size(), 10000u);
        QCOMPARE(source.classNames[9], std::string("truck"));
        // Record 4321 of the test batch, read here byte by byte.
        const QByteArray record = readBytes(folder + "/test_batch.bin").mid(4321 * 3073, 3073);
        QCOMPARE(int(source.test.labels[4321]), int(record[0]));
        for (int pixel = 0; pixel < 1024; ++pixel)
            for (int c = 0; c < 3; ++c)
                QCOMPARE(source.test.pixels[std::size_t(4321 * 3072 + pixel * 3 + c)], quint8(record[1 + c * 1024 + pixel]));
        for (int c = 0; c < 10; ++c)
            QCOMPARE(std::count(source.test.labels.begin(), source.test.labels.end(), c), 1000);
    }

    void realCifar100Sample()
    {
        const QString folder = sharedFolder("data/cifar-100-sample");
        if (!QFile::exists(folder))
            QSKIP("no CIFAR-100 sample beside the sources");
        const DataSource source = loaded("cifar100", folder);
        QCOMPARE(source.classNames[0], std::string("apple"));
        QCOMPARE(source.classes(), 100);
        QVERIFY(!source.note.empty());
    }
};

QTEST_APPLESS_MAIN(tst_Readers)
#include "tst_readers.moc"
