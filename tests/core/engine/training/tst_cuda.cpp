// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StepOracle.h"

#include "core/data/readers/SyntheticBlobs.h"
#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/kernels/NormActComposition.h"
#include "core/engine/training/BatchSource.h"
#include "core/engine/training/Device.h"
#include "core/engine/training/StepRunner.h"

#include <QtTest>

#include <c10/core/impl/VirtualGuardImpl.h>
#include <dlfcn.h>

#include <barrier>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

using namespace reweigh;
using namespace reweigh::test;

/// A CUDA device beside the processor. Without a device only the kernels' library is looked at.
class tst_Cuda : public QObject {
    Q_OBJECT

    std::string m_why; ///< there is no device
    c10::Device m_device{c10::DeviceType::CUDA, 0};

    /// |a - b| <= bound (1 + |b|), but for one element in 10^5: where a ReLU's input all but vanishes, rounding opens it.
    static bool near(const at::Tensor& a, const at::Tensor& b, double bound)
    {
        const at::Tensor got = a.to(at::kCPU, at::kDouble), want = b.to(at::kCPU, at::kDouble);
        return (got - want).abs().le(bound * (1 + want.abs())).to(at::kDouble).mean().item<double>() >= 1 - 1e-5;
    }

    /// w after so many steps through a runner, each at a rate of its own; the batch stays, every third step's is two samples shorter.
    at::Tensor trained(const TrainOptions& options, const c10::Device& device, int steps) const
    {
        StepCase c("small-cnn", options, 16);
        c.moveTo(device);
        MetaStep stepper = c.step(options);
        StepRunner runner(stepper, options.precision, device);
        at::Tensor figures;
        for (int i = 0; i < steps; ++i) {
            const Batch shorter{c.batch.images.narrow(0, 0, 14), c.batch.labels.narrow(0, 0, 14), {}};
            figures = runner.run(c.classifier, i % 3 == 2 ? shorter : c.batch, c.metaBatch, 0.02 / (1 + i), {.step = i}).values();
        }
        std::vector<at::Tensor> all{c.classifier.w.flat, c.meta.theta.flat, figures.to(at::kFloat)};
        if (const InputStatistics& input = c.meta.input; input.mean.defined()) // a recording must not keep them as they were
            all.insert(all.end(), {input.seen.reshape({-1}), input.mean, input.variance});
        return at::cat(all).to(at::kCPU);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<DeviceChoice> choice = chooseDevice("cuda");
        if (!choice) {
            m_why = choice.error().detail;
            return;
        }
        m_device = choice->device;
        if (deviceKernels())
            deviceKernels()->takeStream(m_device.index()); // a graph is not recorded on the default one
    }

    void init()
    {
        if (!m_why.empty() && std::string(QTest::currentTestFunction()) != "theLibraryLoadsOrSaysWhatItMisses")
            QSKIP(m_why.c_str());
    }

    void theLibraryLoadsOrSaysWhatItMisses()
    {
        const std::filesystem::path file = std::filesystem::path(REWEIGH_BINARY_DIR) / "lib" / "libreweigh_cuda.so";
        if (!std::filesystem::exists(file))
            QSKIP("built without a CUDA compiler");
        void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (!library) {
            const std::string why = dlerror(); // one of LibTorch's own GPU libraries: then there is no training on CUDA either
            QVERIFY2(why.find("cannot open shared object file") != std::string::npos, why.c_str());
            QVERIFY2(why.find("undefined symbol") == std::string::npos, why.c_str());
            return;
        }
        const auto find = reinterpret_cast<FindDeviceKernels*>(dlsym(library, deviceKernelsSymbol));
        QVERIFY(find);
        QVERIFY(!find(deviceKernelsAbi + 1));
        const DeviceKernels* kernels = find(deviceKernelsAbi);
        QVERIFY(kernels);
        QCOMPARE(kernels->unusable(0).empty(), m_why.empty());
        QVERIFY(!kernels->unusable(1000).empty());
    }

    void kernelsAgreeWithComposition_data()
    {
        QTest::addColumn<std::vector<int64_t>>("shape");
        QTest::addColumn<bool>("narrow");
        for (const std::vector<int64_t>& shape :
             std::vector<std::vector<int64_t>>{{1, 1}, {7, 3}, {5, 17, 3, 7}, {100, 16, 32, 32}, {3, 640, 5, 5}})
            for (const bool narrow : {false, true})
                QTest::addRow("%zu dimensions, %d channels, %s", shape.size(), int(shape[1]), narrow ? "bf16" : "fp32") << shape << narrow;
    }

    void kernelsAgreeWithComposition()
    {
        QFETCH(std::vector<int64_t>, shape);
        QFETCH(bool, narrow);
        QVERIFY2(deviceKernels(), "the kernels' library is missing");
        Rng rng(4, "cuda");
        const at::ScalarType type = narrow ? at::kBFloat16 : at::kFloat;
        const auto activation = [&] {
            const at::Tensor x = normalValues(rng, shape, at::kFloat).to(m_device, type);
            return x.dim() == 4 ? x.contiguous(at::MemoryFormat::ChannelsLast) : x;
        };
        const auto channel = [&] { return normalValues(rng, {shape[1]}, at::kFloat).to(m_device, type); };
        NormActPoint p{.x = activation() * 2 + 3, .y = {}, .mean = {}, .inverseStd = {}, .scale = channel(), .shift = channel()};
        const at::Tensor residual = activation(), a = activation(), b = activation(), u = channel(), v = channel();
        const double bound = narrow ? 2e-2 : 1e-4;
        const BatchStatistics got = batchStatistics(p.x), want = composition::batchStatistics(p.x);
        QVERIFY(near(got.mean, want.mean, 1e-5));
        QVERIFY(near(got.variance, want.variance, 1e-4));
        p.mean = want.mean;
        p.inverseStd = (want.variance + 1e-5).rsqrt();
        for (const bool added : {false, true}) {
            p.residual = added;
            const at::Tensor extra = added ? residual : at::Tensor();
            p.y = composition::normActForward(p, extra);
            QVERIFY(near(normActForward(p, extra), p.y, bound));
            const NormActGradient d = normActBackward(p, a, b), exact = composition::normActBackward(p, a, b);
            QVERIFY(near(d.x, exact.x, bound));
            QVERIFY(near(d.scale, exact.scale, 10 * bound));
            QVERIFY(near(d.shift, exact.shift, 10 * bound));
            QVERIFY(near(normActTangent(p, a, b, u, v, extra), composition::normActTangent(p, a, b, u, v, extra), bound));
            QVERIFY(at::equal(normActBackward(p, a, b).scale, d.scale)); // the same sums every time
        }
    }

    void logitsAgreeWithTheProcessor()
    {
        const at::Tensor logits = at::arange(13 * 70, at::kFloat).mul_(1.7).sin_().mul_(20).view({13, 70}),
                         labels = at::arange(13, at::kLong).mul_(5);
        const CrossEntropy here = crossEntropy(logits, labels), there = crossEntropy(logits.to(m_device), labels.to(m_device));
        QVERIFY(near(there.losses, here.losses, 1e-5));
        QVERIFY(near(there.probabilities, here.probabilities, 1e-5));
        QVERIFY(near(there.derivative, here.derivative, 1e-5));
    }

    void batchesAreThoseOfTheProcessor()
    {
        const DataSource source = makeSyntheticBlobs({.classes = 3, .trainPerClass = 10, .testPerClass = 4, .side = 13, .channels = 3});
        const BatchMaker maker(source.train, normalisationFor(source), true);
        const std::vector<std::uint32_t> indices{29, 0, 7, 7, 16};
        const at::Tensor want = at::empty({5, 13, 13, 3});
        maker.make(indices, 12, true, want.mutable_data_ptr<float>());
        const auto resident = residentSource(source, m_device, at::kFloat);
        QVERIFY(resident);
        QCOMPARE(residentSource(source, m_device, at::kFloat), resident);
        QVERIFY(at::equal(resident->train.gather(maker, indices, 12, true, at::kFloat).cpu(), want.permute({0, 3, 1, 2})));
    }

    /// The first three steps of each size operation by operation, then two recorded graphs take turns at changing rates.
    void stepsAgreeWithTheProcessor()
    {
        for (const bool standardised : {false, true}) {
            TrainOptions options;
            options.metaNet.standardised = standardised;
            QVERIFY(near(trained(options, m_device, 15), trained(options, at::kCPU, 15), 1e-3));
        }
    }

    /// More threads than LibTorch has streams in its pool: none meets another.
    void everyThreadHasItsOwnStream()
    {
        QVERIFY(deviceKernels());
        std::mutex mutex;
        std::set<c10::StreamId> streams;
        std::barrier together(40);
        std::vector<std::jthread> threads;
        for (int i = 0; i < 40; ++i)
            threads.emplace_back([&] {
                deviceKernels()->takeStream(m_device.index());
                together.arrive_and_wait(); // all hold theirs at once
                const c10::impl::VirtualGuardImpl current(c10::DeviceType::CUDA);
                const std::lock_guard lock(mutex);
                streams.insert(current.getStream(m_device).id());
            });
        threads.clear();
        QCOMPARE(streams.size(), std::size_t(40));
    }

    void streamsSideBySideGiveWhatOneGives()
    {
        QVERIFY(deviceKernels());
        const TrainOptions options;
        const at::Tensor alone = trained(options, m_device, 15);
        at::Tensor results[2];
        std::vector<std::jthread> threads;
        for (at::Tensor& result : results)
            threads.emplace_back([&] {
                deviceKernels()->takeStream(m_device.index());
                result = trained(options, m_device, 15);
            });
        threads.clear(); // waits
        for (const at::Tensor& result : results)
            QVERIFY(at::equal(result, alone));
    }
};

QTEST_GUILESS_MAIN(tst_Cuda)
#include "tst_cuda.moc"
