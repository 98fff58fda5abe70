// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/training/FakeCuda.h"
#include "tests/core/experiment/SmallSearch.h"

#include "core/engine/training/EngineImpl.h"
#include "core/experiment/SearchSession.h"
#include "core/study/TrialError.h"

#include <ATen/detail/CUDAHooksInterface.h>

#include <QTemporaryDir>
#include <QtTest>

#include <dlfcn.h>

#include <algorithm>

using namespace reweigh;
using test::FakeDevice;

/// What becomes of trainings and searches on a device that fails: with a library in the place of the CUDA ones (FakeCuda.cpp), opened as
/// they are.
class tst_LostDevice : public QObject {
    Q_OBJECT

    static constexpr const char* fakeCuda = REWEIGH_BINARY_DIR "/lib/libreweigh_fake_cuda.so";

    QTemporaryDir m_dir;
    PreparedData m_data;
    std::shared_ptr<Engine> m_engine;

    /// The answer of one of the library's functions.
    template <typename... Args> static int asked(const char* function, Args... args)
    {
        void* library = dlopen(fakeCuda, RTLD_NOW | RTLD_NOLOAD);
        const auto call = library ? reinterpret_cast<int (*)(Args...)>(dlsym(library, function)) : nullptr;
        return call ? call(args...) : -1;
    }
    static int taken(int device) { return asked("reweigh_fake_cuda_taken", device); }
    static int emptied() { return asked("reweigh_fake_cuda_emptied"); }

    static std::string name(int device) { return "cuda:" + std::to_string(device); }

    /// A search of trainings that take hundredths of a second each.
    ExperimentConfig config(const char* folder, int trials, const std::string& device) const
    {
        ExperimentConfig c = test::smallSearch(m_dir.filePath(folder), trials, 2, 1);
        c.data.metaPerClass = 3;
        c.data.valPerClass = 2;
        c.data.trainLimit = 120;
        c.training.model = "mlp";
        c.training.batchSize = 24;
        c.training.threads = 1;
        c.training.device = device;
        c.search.pruner = "none";
        c.search.lag = 3;
        c.search.retries = 1;
        return c;
    }

    Result<TrainResult> trained(const std::string& device) const
    {
        const ExperimentConfig c = config("alone", 1, device);
        RunObserver silent;
        return m_engine->train({.data = c.data, .training = c.training, .source = m_data.source, .plan = m_data.plan}, silent, {});
    }

    /// Runs what is left of a search, `workers` trials at once; the trials are all that the study then has.
    Status searched(const ExperimentConfig& c, int workers, std::vector<FrozenTrial>& trials) const
    {
        const auto session = SearchSession::open(c, m_data, true, "fake");
        if (!session)
            return session.error();
        SearchBudget budget(c.search.trials, workers);
        const Status done = (*session)->run(m_engine, {}, {}, budget);
        const auto stored = (*session)->storage().trials();
        if (stored)
            trials = *stored;
        return done;
    }

    static int count(const std::vector<FrozenTrial>& trials, TrialState state)
    {
        return int(std::ranges::count(trials, state, &FrozenTrial::state));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("REWEIGH_CUDA_LIBRARY", fakeCuda);
        const auto prepared = prepareData(config("data", 1, "cpu").data);
        QVERIFY(prepared.ok());
        m_data = *prepared;
        m_engine = std::make_shared<EngineImpl>();
    }

    /// LibTorch keeps its first answer about devices, which a training on the CPU may ask for.
    void processorFirstAndDeviceLater()
    {
        const auto first = trained("cpu");
        QVERIFY(first.ok());
        QVERIFY(first->end == RunEnd::Finished);
        QCOMPARE(emptied(), 0);
        at::detail::getCUDAHooks(); // as LibTorch's convolutions on the CPU do: the answer stays
        const auto later = trained(name(FakeDevice::bare));
        QVERIFY(!later.ok());
        QCOMPARE(later.error().code, ErrorCode::TrainingFailed); // and not NoSuchDevice: it has got as far as a tensor there
        QCOMPARE(taken(FakeDevice::bare), 1);
    }

    void memoryIsGivenBackAfterEveryTraining()
    {
        const int before = emptied();
        QVERIFY(!trained(name(FakeDevice::bare)).ok());
        QCOMPARE(emptied(), before + 1);
        QVERIFY(!trained(name(FakeDevice::full)).ok());
        QCOMPARE(emptied(), before + 2);
    }

    /// One trial fails, which cannot be known to be blameless; none of the others does, and the study goes on where there is a device.
    void deadDeviceFailsOneTrialOfTheBudget()
    {
        const std::string device = name(FakeDevice::lost);
        std::vector<FrozenTrial> trials;
        const Status lost = searched(config("lost", 5, device), 1, trials);
        QVERIFY(!lost.ok());
        QCOMPARE(lost.error().code, ErrorCode::DeviceLost);
        QCOMPARE(exitCode(lost.error().code), 4);
        QCOMPARE(lost.error().where, device);
        QCOMPARE(lost.error().detail, std::string("CUDA error: an illegal memory access was encountered"));
        QCOMPARE(trials.size(), std::size_t(1));
        QCOMPARE(errorOf(trials[0])->code, ErrorCode::DeviceLost);

        const int emptiedBefore = emptied();
        const Status again = searched(config("lost", 5, device), 1, trials);
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, ErrorCode::NoSuchDevice);
        QCOMPARE(again.error().detail, std::string("it stopped working while this program ran; start the program again"));
        QCOMPARE(taken(FakeDevice::lost), 1);
        QCOMPARE(emptied(), emptiedBefore); // nothing is asked of it any more
        QCOMPARE(count(trials, TrialState::Failed), 1);

        QVERIFY(searched(config("lost", 5, "cpu"), 1, trials).ok());
        QCOMPARE(trials.size(), std::size_t(5));
        QCOMPARE(count(trials, TrialState::Complete), 4);
    }

    /// Three trainings share a device that dies: all three meet the error, and two of them continue later.
    void trainingsBesideItAreNotBlamed()
    {
        std::vector<FrozenTrial> trials;
        const Status lost = searched(config("three", 6, name(FakeDevice::lostToThree)), 3, trials);
        QVERIFY(!lost.ok());
        QCOMPARE(lost.error().code, ErrorCode::DeviceLost);
        QCOMPARE(taken(FakeDevice::lostToThree), 3);
        QCOMPARE(trials.size(), std::size_t(3));
        QCOMPARE(count(trials, TrialState::Failed), 1);
        QCOMPARE(count(trials, TrialState::Running), 2);
        QVERIFY(searched(config("three", 6, "cpu"), 1, trials).ok());
        QCOMPARE(trials.size(), std::size_t(6));
        QCOMPARE(count(trials, TrialState::Complete), 5);
    }

    void librariesErrorIsNotTakenForTheTrialsOwn()
    {
        const auto lost = trained(name(FakeDevice::lostBehindALibrary));
        QVERIFY(!lost.ok());
        QCOMPARE(lost.error().code, ErrorCode::DeviceLost);
        QCOMPARE(lost.error().detail, std::string("CUDA error: an illegal memory access was encountered"));
        const auto later = trained(name(FakeDevice::lostBehindALibrary));
        QVERIFY(!later.ok());
        QCOMPARE(later.error().code, ErrorCode::NoSuchDevice);
    }

    /// Each trial is tried again with half the batch, then it has failed by itself, and the search goes on.
    void lackOfMemoryIsATrialsOwn_data()
    {
        QTest::addColumn<int>("device");
        QTest::newRow("LibTorch's allocator") << int(FakeDevice::full);
        QTest::newRow("cuBLAS") << int(FakeDevice::fullForLibrary);
    }

    void lackOfMemoryIsATrialsOwn()
    {
        QFETCH(int, device);
        const int before = taken(device);
        std::vector<FrozenTrial> trials;
        QVERIFY(searched(config(name(device).c_str(), 2, name(device)), 1, trials).ok());
        QCOMPARE(taken(device), before + 4);
        QCOMPARE(count(trials, TrialState::Failed), 2);
        for (const FrozenTrial& trial : trials)
            QCOMPARE(errorOf(trial)->code, ErrorCode::OutOfMemory);
    }

    void reportedDevicesAreRefusedWithTheirReason()
    {
        const auto refused = trained(name(FakeDevice::unusable));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::NoSuchDevice);
        QCOMPARE(refused.error().detail, std::string("planned"));
        QVERIFY(refused.error().hint.find(name(FakeDevice::unusable)) == std::string::npos);
        QCOMPARE(taken(FakeDevice::unusable), 0);
    }
};

QTEST_GUILESS_MAIN(tst_LostDevice)
#include "tst_lostdevice.moc"
