// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/watch/WatchFixture.h"
#include "widgets/watch/WeightCurveInfo.h"

#include <QtTest>

using namespace reweigh;

/// Tests of WeightCurveInfo without a widget.
class tst_CurveInfo : public QObject {
    Q_OBJECT

    static RunEpochs trained(int epochs)
    {
        RunEpochs run;
        for (int number = 1; number <= epochs; ++number)
            run.epochs.push_back(test::watchedEpoch(number));
        return run;
    }

private Q_SLOTS:
    void unseenStretches()
    {
        EpochFigures epoch = test::watchedEpoch(1);
        for (const std::size_t bin : {10, 11, 20, 21, 22}) // a narrow gap, which is ignored, and one that counts
            epoch.curve.rightDensity[bin] = 0.0f;
        const auto stretches = weightCurveInfo({.epochs = {epoch}}, 0).unseen(6.0);
        QCOMPARE(stretches.size(), std::size_t(2));
        QVERIFY(qAbs(stretches[0].first - 1.0) < 1e-6 && qAbs(stretches[0].second - 1.15) < 1e-6);
        QVERIFY(qAbs(stretches[1].first - 3.5) < 1e-5);
        QCOMPARE(stretches[1].second, 6.0);
    }

    void earlierEpochs_data()
    {
        QTest::addColumn<int>("position");
        QTest::addColumn<QList<int>>("epochs");
        QTest::newRow("first") << 0 << QList<int>{};
        QTest::newRow("few") << 3 << QList<int>{1, 2, 3};
        QTest::newRow("many") << 16 << QList<int>{1, 3, 5, 7, 9, 11, 13, 15};
    }

    void earlierEpochs()
    {
        QFETCH(int, position);
        QFETCH(QList<int>, epochs);
        const WeightCurveInfo info = weightCurveInfo(trained(20), std::size_t(position));
        QList<int> found;
        for (const auto& curve : info.earlier)
            found.append(curve.epoch);
        QCOMPARE(found, epochs);
        QCOMPARE(info.curve.epoch, position + 1);
    }

    void readsBetweenBins()
    {
        const WeightCurveInfo info = weightCurveInfo(trained(3), 0);
        const double low = info.curve.weight[10], high = info.curve.weight[11];
        QVERIFY(qAbs(info.at(0.55).weight - (low + high) / 2.0) < 1e-6);
        QCOMPARE(info.at(0.0).weight, info.curve.weight[0]); // before the first centre
        QVERIFY(std::isnan(info.at(5.2).weight));            // beyond the largest loss
        QCOMPARE(info.at(2.0).right, 20);                    // half of the 0.2 has right samples
        QCOMPARE(info.at(2.0).wrong, 16);
        QCOMPARE(info.weights[0].n, 360L);
    }

    void weightsBeyondOne()
    {
        RunEpochs run = trained(2);
        QCOMPARE(weightCurveInfo(run, 0).upper, 1.0);
        EpochFigures wide = test::watchedEpoch(3);
        wide.distribution.upper = 5.0;
        run.epochs.push_back(wide);
        QCOMPARE(weightCurveInfo(run, 0).upper, 5.0); // for every epoch of the replay
        QCOMPARE(weightCurveInfo(run, 0).weights[0].x.back(), 1.0);
        QCOMPARE(weightCurveInfo(run, 2).weights[0].x.back(), 5.0);
    }

    void runsWithoutCountsHaveShares()
    {
        EpochFigures epoch = test::watchedEpoch(1);
        epoch.curve.right = epoch.curve.wrong = 0;
        epoch.distribution = {};
        const WeightCurveInfo info = weightCurveInfo({.epochs = {epoch}}, 0);
        QVERIFY(qAbs(info.at(1.0).rightShare - 0.1) < 1e-6);
        QCOMPARE(info.at(1.0).right, 0);
        QCOMPARE(info.weights[0].n, 0L);
    }
};

QTEST_APPLESS_MAIN(tst_CurveInfo)
#include "tst_curveinfo.moc"
