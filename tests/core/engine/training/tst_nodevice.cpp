// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/DeviceKernels.h"
#include "core/engine/training/Device.h"

#include <QtTest>

using namespace reweigh;

/// A card whose driver LibTorch is too new for: LibTorch counts no devices and keeps the reason to itself. In a program of its own, since
/// devices are looked for once in a process.
class tst_NoDevice : public QObject {
    Q_OBJECT

    static constexpr const char* reason = "CUDA driver version is insufficient for CUDA runtime version"; // cudaGetErrorString's

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("REWEIGH_CUDA_LIBRARY", REWEIGH_BINARY_DIR "/lib/libreweigh_fake_cuda.so");
        qputenv("REWEIGH_FAKE_CUDA", reason);
    }

    void aDeviceThatIsAskedForIsRefusedForIt()
    {
        const Result<DeviceChoice> choice = chooseDevice("cuda");
        QVERIFY(!choice.ok());
        QCOMPARE(choice.error().code, ErrorCode::NoSuchDevice);
        QCOMPARE(choice.error().detail, std::string(reason));
        QCOMPARE(choice.error().hint, std::string("cpu"));
        QVERIFY(!deviceKernels());
    }

    void whatIsNoNumberOfADeviceIsSaid()
    {
        for (const char* name : {"cuda:", "cuda:x", "cuda:0x", "cuda 0", "cuda:-1", "cuda:18446744073709551616"}) // the last was cuda:0
            QCOMPARE(chooseDevice(name).error().detail, std::string("no device has that name"));
    }

    void theProcessorIsTakenForIt()
    {
        const Result<DeviceChoice> choice = chooseDevice("auto");
        QVERIFY(choice.ok());
        QCOMPARE(choice->name, std::string("cpu"));
        QCOMPARE(choice->reason, std::string(reason));
        QCOMPARE(listDevices().back().reason, std::string(reason));
    }
};

QTEST_GUILESS_MAIN(tst_NoDevice)
#include "tst_nodevice.moc"
