// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/machine/DeviceMeter.h"

#include <QtTest>

#include <thread>

using namespace reweigh;

class tst_Meter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ticksOfTheMachine()
    {
        const CpuTicks ticks = cpuTicks("cpu  100 20 30 4000 50 6 7 8 90 10\ncpu0 1 2 3 4 5 6 7 8 9 10\nintr 5\n");
        QCOMPARE(ticks.all, 4221LL); // guest time is counted as user's already
        QCOMPARE(ticks.busy, 171LL);
        QCOMPARE(cpuTicks("cpu0 1 2 3 4\n").all, 0LL);
        QCOMPARE(cpuTicks("").all, 0LL);
        QCOMPARE(cpuTicks("cpu  5").busy, 5LL); // cut off
    }

    void ticksOfAProcess()
    {
        QCOMPARE(processTicks("4711 (odd ) name (x)) S 1 4711 4711 0 -1 4194560 100 200 0 0 321 45 6 7 20 0 8 0 999 1 2"), 366LL);
        QCOMPARE(processTicks("4711 (cut) S 1 2"), 0LL);
        QCOMPARE(processTicks("no name"), 0LL);
    }

    void memoryLines()
    {
        const char* text = "MemTotal:       32780000 kB\nMemFree:         1000 kB\nMemAvailable:\t 2048 kB\n";
        QCOMPARE(memoryLine(text, "MemTotal"), 32780000LL * 1024);
        QCOMPARE(memoryLine(text, "MemAvailable"), 2048LL * 1024);
        QCOMPARE(memoryLine(text, "Mem"), 0LL);
        QCOMPARE(memoryLine("MemTotal: many kB", "MemTotal"), 0LL);
    }

    void namesOfProcessors()
    {
        QCOMPARE(processorName("processor\t: 0\nmodel name\t: Xeon(R) @ 2.00GHz\nmodel name\t: other\n"), std::string("Xeon(R) @ 2.00GHz"));
        QCOMPARE(processorName("processor\t: 0\n"), std::string());
        QCOMPARE(processorName("model name\t:\n"), std::string());
    }

    void noLibraryIsAReasonNotAnError()
    {
        const Nvml none("libreweigh-no-such-library.so.1");
        QVERIFY(none.read().empty());
        QCOMPARE(none.reason(), std::string("libreweigh-no-such-library.so.1 is not installed"));
        const Nvml other("libc.so.6");
        QVERIFY(other.read().empty());
        QVERIFY(!other.reason().empty());
    }

    void cardsAreRead()
    {
        const Nvml nvml(FAKE_NVML);
        QVERIFY2(nvml.reason().empty(), nvml.reason().c_str());
        const std::vector<GpuInfo> gpus = nvml.read();
        QCOMPARE(gpus.size(), std::size_t(2));
        QCOMPARE(gpus[0].name, std::string("First card"));
        QCOMPARE(gpus[0].load, 0.75);
        QCOMPARE(gpus[0].memoryUsed, 600LL);
        QCOMPARE(gpus[1].memoryTotal, 1000LL);
        QCOMPARE(gpus[1].name, std::string("Second card"));
        QCOMPARE(gpus[1].load, 0.0); // it does not tell
        QCOMPARE(gpus[1].memoryUsed, 601LL);
    }

    void theMachineIsRead()
    {
        DeviceMeter meter;
        std::vector<char> held(64 << 20, 'x');
        DeviceInfoNow now;
        double ownMost = 0.0;
        for (int reading = 0; reading < 3; ++reading) {
            const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(150);
            while (std::chrono::steady_clock::now() < until)
                held[std::size_t(reading)] += 1;
            now = meter.read();
            ownMost = std::max(ownMost, now.ownLoad);
            QVERIFY(now.cpuLoad >= 0.0 && now.cpuLoad <= 1.0);
        }
        QVERIFY(ownMost > 0.0 && ownMost < now.cores + 1);
        QVERIFY(now.cores >= 1);
        QVERIFY(now.memoryAvailable > 0 && now.memoryAvailable <= now.memoryTotal);
        QVERIFY(now.memoryOwn > (64 << 20) && now.memoryOwn < now.memoryTotal);
        QVERIFY(now.gpus.empty() != now.gpuReason.empty());
    }
};

QTEST_APPLESS_MAIN(tst_Meter)
#include "tst_meter.moc"
