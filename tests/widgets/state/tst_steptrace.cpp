// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "widgets/state/StepTrace.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace reweigh;

class tst_StepTrace : public QObject {
    Q_OBJECT

    static MinMaxPyramid noise(std::size_t count)
    {
        Rng rng(7);
        MinMaxPyramid pyramid;
        for (std::size_t i = 0; i < count; ++i)
            pyramid.append(rng.uniform());
        return pyramid;
    }

private Q_SLOTS:
    void keepsAllOfAShortStretch()
    {
        const MinMaxPyramid pyramid = noise(5000);
        const auto points = pyramid.decimated(100, 400, 1000);
        QCOMPARE(points.size(), std::size_t(300));
        for (std::size_t i = 0; i < points.size(); ++i) {
            QCOMPARE(points[i].index, 100 + i);
            QCOMPARE(points[i].value, pyramid[100 + i]);
        }
    }

    void keepsExtremesOfALongOne_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("all") << 0 << 100000;
        QTest::newRow("no multiple of a group") << 777 << 99990;
        QTest::newRow("a part") << 50000 << 70001;
    }
    void keepsExtremesOfALongOne()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        MinMaxPyramid pyramid = noise(63000);
        pyramid.append(9.0); // one spike upwards and one downwards
        pyramid.append(-9.0);
        while (pyramid.size() < 100000)
            pyramid.append(0.5);
        const auto points = pyramid.decimated(std::size_t(first), std::size_t(last), 800);
        QVERIFY(points.size() <= 802);
        QVERIFY(points.size() >= 190);
        const auto less = [](const auto& a, const auto& b) { return a.value < b.value; };
        QCOMPARE(std::max_element(points.begin(), points.end(), less)->value, 9.0);
        QCOMPARE(std::min_element(points.begin(), points.end(), less)->value, -9.0);
        QVERIFY(std::is_sorted(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.index < b.index; }));
        QCOMPARE(points.front().index, std::size_t(first));
        QCOMPARE(points.back().index, std::size_t(last) - 1);
        for (const auto& point : points)
            QCOMPARE(point.value, pyramid[point.index]);
    }

    void nanHidesNoExtreme()
    {
        MinMaxPyramid pyramid;
        for (int i = 0; i < 4096; ++i)
            pyramid.append(i % 8 == 0 ? std::nan("") : double(i % 100));
        double high = 0.0;
        for (const auto& point : pyramid.decimated(0, pyramid.size(), 100))
            if (point.value > high)
                high = point.value;
        QCOMPARE(high, 99.0);
    }

    void smoothsLikeTheFormula()
    {
        StepTrace trace;
        trace.setSmoothing(0.9);
        double average = 0.0;
        for (int i = 1; i <= 500; ++i) {
            const double loss = 2.0 + std::sin(i * 0.1);
            trace.append({.epoch = 1, .step = i, .loss = loss}, i * 0.01, i / 500.0);
            average = 0.9 * average + 0.1 * loss;
            QVERIFY(std::abs(trace.smoothed()[std::size_t(i - 1)] - average / (1.0 - std::pow(0.9, i))) < 1e-12);
        }
        trace.setSmoothing(0.0);
        for (std::size_t i = 0; i < trace.size(); ++i)
            QCOMPARE(trace.smoothed()[i], trace.raw()[i]);
        QCOMPARE(trace.latest()->step, 500);
    }
};

QTEST_APPLESS_MAIN(tst_StepTrace)
#include "tst_steptrace.moc"
