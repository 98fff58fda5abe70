// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/run/StepQueue.h"

#include <QtTest>

#include <thread>

using namespace reweigh;

class tst_Ring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsAndEmptiesInOrder()
    {
        SpscRing<int, 4> ring;
        int item = -1;
        QVERIFY(!ring.pop(item));
        QCOMPARE(item, -1);
        for (int round = 0; round < 5; ++round) { // past the end and round again
            for (int i = 0; i < 4; ++i)
                QVERIFY(ring.push(round * 10 + i));
            QVERIFY(!ring.push(99));
            for (int i = 0; i < 4; ++i) {
                QVERIFY(ring.pop(item));
                QCOMPARE(item, round * 10 + i);
            }
            QVERIFY(!ring.pop(item));
        }
    }

    void twoThreadsLoseAndTearNothing()
    {
        struct Item {
            long a = 0, b = 0;
        };
        SpscRing<Item, 64> ring;
        constexpr long count = 200000;
        std::jthread pusher([&] {
            for (long i = 0; i < count; ++i)
                while (!ring.push({i, -i}))
                    std::this_thread::yield();
        });
        for (long expected = 0; expected < count; ++expected) {
            Item item;
            while (!ring.pop(item))
                std::this_thread::yield();
            QCOMPARE(item.a, expected);
            QCOMPARE(item.b, -expected);
        }
        pusher.join();
        Item item;
        QVERIFY(!ring.pop(item));
    }

    void aFullQueueCountsWhatItDrops()
    {
        StepQueue steps;
        constexpr int count = 10000;
        std::jthread trainer([&] {
            for (int i = 1; i <= count; ++i)
                steps.push({.epoch = 1, .step = i});
        });
        int popped = 0, last = 0;
        StepFigures step;
        const auto drain = [&] {
            while (steps.pop(step)) {
                QVERIFY(step.step > last);
                last = step.step;
                ++popped;
            }
        };
        while (steps.dropped() == 0 && popped < 100)
            drain();
        trainer.join();
        drain();
        QCOMPARE(popped + steps.dropped(), long(count));
        QVERIFY(popped >= 4096 || steps.dropped() == 0);
    }
};

QTEST_APPLESS_MAIN(tst_Ring)
#include "tst_ring.moc"
