// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/RunEpochs.h"
#include "core/runfiles/RunFolder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace reweigh;

/// A run's samples.csv, as it is written and as it should not be.
class tst_RunEpochs : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path folder() const { return m_dir.path().toStdString(); }

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const DataPlan plan{.train = {3, 70000, 9}, .trueLabel = {0, 99, 2}, .observedLabel = {1, 99, 0}};
        const std::vector<float> weights = {0.25f, 1.0f / 3.0f, 1e-9f};
        QVERIFY(RunFolder(folder()).writeWeights(plan, weights).ok());
        const auto read = readSampleWeights(folder());
        QVERIFY(read.ok());
        QCOMPARE(read->size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(read->at(i).index, plan.train[i]);
            QCOMPARE(read->at(i).trueLabel, plan.trueLabel[i]);
            QCOMPARE(read->at(i).observedLabel, plan.observedLabel[i]);
            QVERIFY(read->at(i).weight == weights[i]);
        }
    }

    void pathsAndAnswersAreRead()
    {
        const DataPlan plan{.train = {0, 1, 2}, .trueLabel = {0, 1, 1}, .observedLabel = {0, 1, 0}};
        const std::vector<float> weights = {0.25f, 0.5f, 1.0f};
        const std::vector<std::int32_t> predicted = {1, -1, 0};
        const std::vector<std::string> files = {"cat/1.png", "cat/a, \"b\"\n.png", ""};
        QVERIFY(RunFolder(folder()).writeWeights(plan, weights, predicted, files).ok());
        const auto read = readSampleWeights(folder());
        QVERIFY(read.ok());
        QCOMPARE(read->size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(read->at(i).predicted, int(predicted[i]));
            QCOMPARE(read->at(i).path, files[i]);
        }
    }

    void filesOfEarlierVersionsAreRead()
    {
        std::ofstream(folder() / "samples.csv", std::ios::binary) << "index,true,observed,weight\n3,0,1,0.25\n";
        const auto read = readSampleWeights(folder());
        QVERIFY(read.ok());
        QCOMPARE(read->size(), std::size_t(1));
        QCOMPARE(read->at(0).predicted, -1);
        QVERIFY(read->at(0).path.empty());
        std::ofstream(folder() / "samples.csv", std::ios::binary) << "index,true,observed,weight,predicted,path\n3,0,1,0.25,2,a.png\n";
        const auto later = readSampleWeights(folder());
        QVERIFY(later.ok() && later->size() == 1 && later->at(0).predicted == 2 && later->at(0).path == "a.png");
    }

    void missing()
    {
        const auto read = readSampleWeights(folder() / "none");
        QVERIFY(!read.ok() && read.error().code == ErrorCode::FileMissing);
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        const QByteArray head = "index,true,observed,weight\n";
        QTest::newRow("empty") << QByteArray() << "line 1";
        QTest::newRow("header cut") << head.chopped(2) << "line 1";
        QTest::newRow("other header") << QByteArray("index,label,weight\n1,2,0.5\n") << "line 1";
        QTest::newRow("cut in a number") << head + "1,2,3,0.5\n7,8,9,0.2"
                                         << "line 3";
        QTest::newRow("too few") << head + "1,2,0.5\n"
                                 << "line 2";
        QTest::newRow("too many") << head + "1,2,3,0.5,9\n"
                                  << "line 2";
        QTest::newRow("negative index") << head + "-1,2,3,0.5\n"
                                        << "line 2";
        QTest::newRow("label too large") << head + "1,2,70000,0.5\n"
                                         << "line 2";
        QTest::newRow("no number") << head + "1,2,3,heavy\n"
                                   << "line 2";
        QTest::newRow("bytes") << head + QByteArray("\0\xff\xfe", 3) << "line 2";
        QTest::newRow("blank line") << head + "1,2,3,0.5\n\n"
                                    << "line 3";
        const QByteArray full = "index,original,observed,weight,predicted,path\n";
        QTest::newRow("path cut") << full + "1,2,3,0.5,2,cat/1.png"
                                  << "line 2";
        QTest::newRow("no answer") << full + "1,2,3,0.5,cat,cat/1.png\n"
                                   << "line 2";
        QTest::newRow("quote not closed") << full + "1,2,3,0.5,2,\"cat/1.png\n"
                                          << "line 2";
        QTest::newRow("text behind a quote") << full + "1,2,3,0.5,2,\"cat\"/1.png\n"
                                             << "line 2";
    }

    void broken()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        std::ofstream(folder() / "samples.csv", std::ios::binary).write(text.constData(), text.size());
        const auto read = readSampleWeights(folder());
        QVERIFY(!read.ok() && read.error().code == ErrorCode::FileCorrupt);
        QCOMPARE(QString::fromStdString(read.error().detail), line);
    }
};

QTEST_APPLESS_MAIN(tst_RunEpochs)
#include "tst_runepochs.moc"
