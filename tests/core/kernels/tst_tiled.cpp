// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "core/kernels/KernelChoice.h"
#include "core/kernels/NormActComposition.h"
#include "core/kernels/NormActRows.h"
#include "core/kernels/TiledConvolution.h"

#include <QtTest>

using namespace reweigh;

/// Convolutions on matrix tiles, and the normalisation's passes that go with them, against the library's operations in
/// fp64 on the same bf16 values.
class tst_Tiled : public QObject {
    Q_OBJECT

    struct Case {
        Case(int64_t n, int64_t height, int64_t width, int64_t in, int64_t out)
        {
            at::manual_seed(5);
            const auto draw = [](std::vector<int64_t> shape, double size) {
                return (at::randn(shape, at::kFloat) * size).to(at::kBFloat16).contiguous(at::MemoryFormat::ChannelsLast);
            };
            const double gain = 1 / std::sqrt(9.0 * static_cast<double>(in));
            x = draw({n, in, height, width}, 1);
            t = draw({n, in, height, width}, 1);
            w = draw({out, in, 3, 3}, gain);
            u = draw({out, in, 3, 3}, gain);
            dy = draw({n, out, height, width}, 1);
            dy2 = draw({n, out, height, width}, 1);
            residual = draw({n, out, height, width}, 1);
            scale = (at::randn({out}) * 0.2 + 1).to(at::kBFloat16);
            shift = (at::randn({out}) * 0.2).to(at::kBFloat16);
        }

        at::Tensor x, t, w, u, dy, dy2, residual, scale, shift;
    };

    static at::Tensor wide(const at::Tensor& tensor) { return tensor.to(at::kDouble); }
    static at::Tensor convolved(const at::Tensor& x, const at::Tensor& w)
    {
        return at::convolution(wide(x), wide(w), {}, {1, 1}, {1, 1}, {1, 1}, false, {0, 0}, 1);
    }
    static double error(const at::Tensor& exact, const at::Tensor& value) { return ((exact - wide(value)).norm() / exact.norm()).item<double>(); }
    static at::Tensor tensorOf(const std::vector<double>& values) { return at::tensor(values, at::kDouble); }

    /// Rounding to 8 bits leaves a relative error of 2^-9 / sqrt(3) = 0.0011 in the mean of squares.
    static constexpr double rounding = 0.0025;

    static void shapes()
    {
        QTest::addColumn<QList<int>>("shape");
        for (const QList<int>& shape : {QList<int>{1, 1, 1, 16, 16}, {3, 8, 8, 64, 64}, {5, 7, 9, 32, 16}, {2, 16, 16, 32, 64}, {33, 3, 4, 16, 32}})
            QTest::addRow("%dx%dx%d %d to %d", shape[0], shape[1], shape[2], shape[3], shape[4]) << shape;
    }
    static Case fetched()
    {
        QFETCH(QList<int>, shape);
        return {shape[0], shape[1], shape[2], shape[3], shape[4]};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Case c(1, 4, 4, 16, 16);
        if (!tiled::fits(c.x, c.w, 1, 1))
            QSKIP("this processor has no matrix tiles");
    }

    void convolution_data() { shapes(); }
    void convolution()
    {
        Case c = fetched();
        const at::Tensor exact = convolved(c.x, c.w), dual = convolved(c.x, c.u) + convolved(c.t, c.w);
        const tiled::Convolved one = tiled::convolve(c.x, c.w), two = tiled::convolve(c.x, c.u, c.t, c.w, c.dy);
        QVERIFY(error(exact, one.y) < rounding);
        QVERIFY(error(dual, two.y) < rounding);
        QVERIFY(error(exact.square().sum(at::IntArrayRef{0, 2, 3}), tensorOf(one.sums.product)) < 1e-6);
        QVERIFY((exact.sum(at::IntArrayRef{0, 2, 3}) - tensorOf(one.sums.sum)).abs().max().item<double>() < 1e-5 * exact.abs().sum().item<double>());
        QVERIFY(((dual * wide(c.dy)).sum(at::IntArrayRef{0, 2, 3}) - tensorOf(two.sums.product)).abs().max().item<double>()
                < 1e-5 * (dual * wide(c.dy)).abs().sum().item<double>());

        at::Tensor gradient = at::empty_like(c.w, c.w.options().dtype(at::kFloat));
        const at::Tensor dx = tiled::differentiate(c.x, c.w, c.dy, true, gradient);
        const auto [exactDx, exactDw, none] = at::convolution_backward(wide(c.dy), wide(c.x), wide(c.w), at::OptionalIntArrayRef(), {1, 1}, {1, 1}, {1, 1},
                                                                        false, {0, 0}, 1, {true, true, false});
        QVERIFY(error(exactDx, dx) < rounding);
        QVERIFY(error(exactDw, gradient) < 1e-6);
        QVERIFY(!tiled::differentiate(c.x, c.w, c.dy, false, gradient).defined());
        QVERIFY(error(exactDw, gradient) < 1e-6);
    }

    void normalisation_data() { shapes(); }
    void normalisation()
    {
        Case c = fetched();
        const tiled::Convolved x = tiled::convolve(c.x, c.w);
        const double count = static_cast<double>(x.y.numel() / x.y.size(1));
        if (count < 2)
            return; // statistics of one value are none
        const BatchStatistics statistics = statisticsFrom(x.sums, count), expected = composition::batchStatistics(wide(x.y));
        QVERIFY(error(expected.variance, statistics.variance) < rounding);
        for (const bool shortcut : {false, true}) {
            NormActPoint point{x.y, {}, statistics.mean, (statistics.variance + 1e-5).rsqrt(), c.scale, c.shift, true, shortcut};
            point.y = normActForward(point, shortcut ? c.residual : at::Tensor());
            const NormActPoint exact{wide(point.x), wide(point.y), wide(point.mean), wide(point.inverseStd), wide(c.scale), wide(c.shift), true, shortcut};

            const NormActBackwardRows rows(point, c.dy, shortcut ? c.dy2 : at::Tensor());
            const NormActGradient gradient = composition::normActBackward(exact, wide(c.dy), shortcut ? wide(c.dy2) : at::Tensor());
            at::Tensor dx = at::empty_like(point.x);
            const int64_t pixels = dx.numel() / dx.size(1), cut = pixels / 3;
            auto* bits = static_cast<std::uint16_t*>(dx.mutable_data_ptr());
            rows.write(0, cut, bits);
            rows.write(cut, pixels - cut, bits + cut * dx.size(1));
            QVERIFY(error(gradient.x, dx) < 0.01);
            QVERIFY(error(gradient.scale, rows.scale()) < 0.01);
            QVERIFY(error(gradient.shift, rows.shift()) < 0.01);
            QCOMPARE(rows.residual().defined(), shortcut);

            const tiled::Convolved t = tiled::convolve(c.x, c.u, c.t, c.w, point.x);
            const at::Tensor along = shortcut ? c.dy2 : at::Tensor();
            const at::Tensor tangent = normActTangentOf(point, t.y, t.sums, c.shift, c.scale, along);
            const at::Tensor exactTangent = composition::normActTangent(exact, wide(t.y), {}, wide(c.shift), wide(c.scale), shortcut ? wide(along) : at::Tensor());
            QVERIFY(error(exactTangent, tangent) < 0.01);
        }
    }

    void threadsDoNotMatter()
    {
        const Case c(37, 6, 5, 32, 16);
        const auto all = [&] {
            at::Tensor gradient = at::empty_like(c.w, c.w.options().dtype(at::kFloat));
            const tiled::Convolved y = tiled::convolve(c.x, c.w);
            const at::Tensor dx = tiled::differentiate(c.x, c.w, c.dy, true, gradient);
            return std::vector<at::Tensor>{y.y, tensorOf(y.sums.sum), tensorOf(y.sums.product), dx, gradient};
        };
        const int before = at::get_num_threads();
        at::set_num_threads(1);
        const auto one = all();
        at::set_num_threads(3);
        const auto three = all();
        at::set_num_threads(before);
        for (std::size_t i = 0; i < one.size(); ++i)
            QVERIFY(at::equal(one[i], three[i]));
    }

    void libraryDoesTheRest()
    {
        const Case c(2, 6, 6, 16, 16);
        QVERIFY(tiled::fits(c.x, c.w, 1, 1));
        QVERIFY(!tiled::fits(c.x, c.w, 2, 1));
        QVERIFY(!tiled::fits(c.x.to(at::kFloat), c.w.to(at::kFloat), 1, 1));
        QVERIFY(!tiled::fits(c.x.contiguous(), c.w, 1, 1));
        const KernelScope scope(KernelChoice::Library);
        QVERIFY(!tiled::fits(c.x, c.w, 1, 1));
    }
};

QTEST_GUILESS_MAIN(tst_Tiled)
#include "tst_tiled.moc"
