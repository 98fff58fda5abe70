// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>

#include "core/base/Rng.h"
#include "core/data/batches/BatchMaker.h"
#include "core/data/readers/SyntheticBlobs.h"
#include "core/engine/kernels/NormActComposition.h"
#include "core/engine/kernels/cuda/ChannelMath.h"
#include "core/engine/kernels/cuda/SampleMath.h"

#include <QtTest>

#include <bit>
#include <limits>

using namespace reweigh;
using namespace reweigh::cuda;

/// The arithmetic that CUDA kernels share with the processor, walked here in the kernels' order: threads' rows, then
/// blocks, then chunks. What is left to a device is who runs where.
class tst_CudaMath : public QObject {
    Q_OBJECT

    static at::Tensor normal(Rng& rng, const std::vector<int64_t>& shape)
    {
        at::Tensor values = at::empty(shape);
        for (int64_t i = 0; i < values.numel(); ++i)
            values.mutable_data_ptr<float>()[i] = static_cast<float>(rng.normal());
        return values;
    }

    static bool near(const at::Tensor& a, const at::Tensor& b, double bound)
    {
        return at::allclose(a.to(at::kDouble), b.to(at::kDouble), bound, bound, true);
    }

    /// Rows of a point and its derivative or tangent, [rows, channels].
    struct Pass {
        NormActPoint point;
        at::Tensor g, residual;
        std::vector<ChannelMap> maps;
        Mask mask;

        float x(int64_t row, int64_t c) const { return point.x.const_data_ptr<float>()[row * point.x.size(1) + c]; }
        float at(const at::Tensor& t, int64_t row, int64_t c) const
        {
            return t.defined() ? t.const_data_ptr<float>()[row * t.size(1) + c] : 0.0f;
        }
        float masked(int64_t row, int64_t c, float v) const
        {
            return cuda::masked(mask, maps[size_t(c)], x(row, c) - maps[size_t(c)].mean, at(point.y, row, c), v);
        }
    };

    static Pass pass(int64_t rows, int64_t channels, bool relu, bool residual)
    {
        Rng rng(3, "cuda");
        Pass p;
        p.point.x = normal(rng, {rows, channels}) * 2 + 3;
        p.g = normal(rng, {rows, channels});
        p.residual = residual ? normal(rng, {rows, channels}) : at::Tensor();
        p.point.scale = normal(rng, {channels}) * 0.3 + 1;
        p.point.shift = normal(rng, {channels}) * 0.3;
        p.point.relu = relu;
        p.point.residual = residual;
        const BatchStatistics statistics = composition::batchStatistics(p.point.x);
        p.point.mean = statistics.mean;
        p.point.inverseStd = (statistics.variance + 1e-5).rsqrt();
        p.mask = !relu ? Mask::None : residual ? Mask::Output : Mask::Input;
        for (int64_t c = 0; c < channels; ++c)
            p.maps.push_back(
                {p.point.mean[c].item<float>(), (p.point.scale * p.point.inverseStd)[c].item<float>(), p.point.shift[c].item<float>()});
        p.point.y = composition::normActForward(p.point, p.residual);
        return p;
    }

    /// Sums of v(row) and v(row) (x - mean) in four threads of alternate rows.
    template <typename Value> static Sums summed(const Pass& p, int64_t c, const Value& v)
    {
        Sums all{};
        for (int64_t thread = 0; thread < 4; ++thread) {
            float sum = 0, product = 0;
            for (int64_t row = thread; row < p.g.size(0); row += 4) {
                sum += v(row);
                product = fmaf(v(row), p.x(row, c) - p.maps[size_t(c)].mean, product);
            }
            all = joined(all, Sums{sum, product});
        }
        return all;
    }

private Q_SLOTS:
    void momentsJoinWhateverTheOrder()
    {
        Rng rng(5, "moments");
        const at::Tensor x = (normal(rng, {1000}) * 0.5 + 1000).contiguous();
        const float* v = x.const_data_ptr<float>();
        Moments all{};
        for (int begin = 0; begin < 1000; begin += 30) {
            const int end = std::min(1000, begin + 30);
            float sum = 0, square = 0;
            for (int i = begin; i < end; ++i) {
                sum += v[i] - v[begin];
                square = fmaf(v[i] - v[begin], v[i] - v[begin], square);
            }
            all = joined(all, momentsAround(v[begin], end - begin, sum, square));
        }
        const at::Tensor exact = x.to(at::kDouble);
        QCOMPARE(all.count, 1000.0);
        QVERIFY(std::abs(all.mean - exact.mean().item<double>()) < 1e-6);
        QVERIFY(std::abs(biasedVariance(all) / exact.var(false).item<double>() - 1) < 1e-5);
        QCOMPARE(joined(Moments{}, all).mean, all.mean);
        QVERIFY(std::isnan(biasedVariance(joined(all, momentsAround(NAN, 1, 0, 0)))));
    }

    void passesAgreeWithComposition_data()
    {
        QTest::addColumn<bool>("relu");
        QTest::addColumn<bool>("residual");
        QTest::newRow("norm") << false << false;
        QTest::newRow("norm, relu") << true << false;
        QTest::newRow("norm, shortcut, relu") << true << true;
    }

    void passesAgreeWithComposition()
    {
        QFETCH(bool, relu);
        QFETCH(bool, residual);
        const Pass p = pass(37, 5, relu, residual);
        Rng rng(8, "tangents");
        const at::Tensor ofScale = normal(rng, {5}), ofShift = normal(rng, {5});
        at::Tensor y = at::empty_like(p.g), dx = at::empty_like(p.g), t = at::empty_like(p.g);
        at::Tensor dScale = at::empty({5}), dShift = at::empty({5});
        const auto set = [](at::Tensor& tensor, int64_t row, int64_t c, float v) {
            tensor.mutable_data_ptr<float>()[row * tensor.size(1) + c] = v;
        };
        for (int64_t c = 0; c < 5; ++c) {
            const ChannelMap& map = p.maps[size_t(c)];
            const float r = p.point.inverseStd[c].item<float>();
            const auto g = [&](int64_t row) { return p.masked(row, c, p.at(p.g, row, c)); };
            const Sums ofGradient = summed(p, c, g), ofTangent = summed(p, c, [&](int64_t row) { return p.at(p.g, row, c); });
            const Coefficients back = centring(map.gain, r, ofGradient, 37);
            Coefficients along = centring(map.gain, r, ofTangent, 37);
            along.ofX += ofScale[c].item<float>() * r;
            along.constant += ofShift[c].item<float>();
            dScale[c] = ofGradient.product * r;
            dShift[c] = ofGradient.plain;
            for (int64_t row = 0; row < 37; ++row) {
                const float centred = p.x(row, c) - map.mean;
                const float v = mapped(map, centred) + p.at(p.residual, row, c);
                set(y, row, c, relu ? rectified(v) : v);
                set(dx, row, c, combined(back, g(row), centred));
                set(t, row, c, p.masked(row, c, combined(along, p.at(p.g, row, c), centred) + p.at(p.residual, row, c)));
            }
        }
        const NormActGradient want = composition::normActBackward(p.point, p.g, {});
        QVERIFY(near(y, p.point.y, 1e-5));
        QVERIFY(near(dx, want.x, 1e-5));
        QVERIFY(near(dScale, want.scale, 1e-4));
        QVERIFY(near(dShift, want.shift, 1e-4));
        QVERIFY(near(t, composition::normActTangent(p.point, p.g, {}, ofScale, ofShift, p.residual), 1e-5));
    }

    void nanPassesTheRelu()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(std::isnan(rectified(nan)));
        QCOMPARE(masked(Mask::Input, {nan, 1, 0}, nan, 0, 2), 2.0f);
        QCOMPARE(masked(Mask::Output, {0, 1, 0}, 0, nan, 2), 2.0f);
        QCOMPARE(masked(Mask::Output, {0, 1, 0}, 0, 0, 2), 0.0f);
    }

    void bfloatsRoundAsTheLibrarys()
    {
        Rng rng(9, "bfloat");
        at::Tensor values = normal(rng, {4096}) * 100;
        values[0] = std::numeric_limits<float>::infinity();
        values[1] = std::bit_cast<float>(0x3F808000u); // halfway, to even
        values[2] = std::bit_cast<float>(0x3F818000u);
        const at::Tensor want = values.to(at::kBFloat16);
        for (int64_t i = 0; i < values.numel(); ++i) {
            const auto bits = narrowed<std::uint16_t>(values.const_data_ptr<float>()[i]);
            QCOMPARE(bits, static_cast<const std::uint16_t*>(want.const_data_ptr())[i]);
            QCOMPARE(widened(bits), want[i].item<float>());
        }
        QVERIFY(std::isnan(widened(narrowed<std::uint16_t>(std::numeric_limits<float>::quiet_NaN()))));
    }
};

QTEST_APPLESS_MAIN(tst_CudaMath)
#include "tst_cudamath.moc"
