// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/TensorIndexing.h>

#include "core/engine/kernels/ConvolutionKernels.h"
#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/kernels/NormActComposition.h"
#include "core/engine/kernels/NormActRows.h"
#include "core/engine/simd/AmxConvolution.h"
#include "core/engine/simd/DirectConvolution.h"
#include "tests/support/VectorWidth.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace reweigh;

Q_DECLARE_METATYPE(at::ScalarType)

/// Our own convolutions, and the normalisation's passes that go with them, against the library's operations in fp64 on
/// the same values.
class tst_Convolutions : public QObject {
    Q_OBJECT

    struct Case {
        Case(at::ScalarType type, const QList<int>& shape)
        {
            at::manual_seed(5);
            const auto draw = [type](std::vector<int64_t> sizes, double size) {
                return (at::randn(sizes, at::kFloat) * size).to(type).contiguous(at::MemoryFormat::ChannelsLast);
            };
            const int64_t n = shape[0], height = shape[1], width = shape[2], in = shape[3], out = shape[4], kernel = shape[5];
            stride = shape[6];
            padding = kernel / 2;
            const double gain = 1 / std::sqrt(static_cast<double>(kernel * kernel * in));
            const std::vector<int64_t> outSize{n, out, (height - 1) / stride + 1, (width - 1) / stride + 1};
            x = draw({n, in, height, width}, 1);
            t = draw({n, in, height, width}, 1);
            w = draw({out, in, kernel, kernel}, gain);
            u = draw({out, in, kernel, kernel}, gain);
            dy = draw(outSize, 1);
            dy2 = draw(outSize, 1);
            residual = draw(outSize, 1);
            scale = (at::randn({out}) * 0.2 + 1).to(type);
            shift = (at::randn({out}) * 0.2).to(type);
            own = convolutionKernelsFor(x, w, stride, padding);
            // Rounding to 8 bits leaves a relative error of 2^-9 / sqrt(3) = 0.0011 in the mean of squares.
            rounding = type == at::kFloat ? 1e-6 : 0.0025;
        }

        at::Tensor emptyGradient() const { return at::empty_like(w, w.options().dtype(at::kFloat)); }
        at::Tensor convolved(const at::Tensor& input, const at::Tensor& weight) const
        {
            return at::convolution(wide(input), wide(weight), {}, {stride, stride}, {padding, padding}, {1, 1}, false, {0, 0}, 1);
        }

        at::Tensor x, t, w, u, dy, dy2, residual, scale, shift;
        int64_t stride, padding;
        const ConvolutionKernels* own;
        double rounding;
    };

    static bool possible(at::ScalarType type) { return type == at::kFloat ? direct::available() : amx::available(); }
    static at::Tensor wide(const at::Tensor& tensor) { return tensor.to(at::kDouble); }
    static double error(const at::Tensor& exact, const at::Tensor& value)
    {
        return ((exact - wide(value)).norm() / exact.norm()).item<double>();
    }
    static at::Tensor tensorOf(const std::vector<double>& values) { return at::tensor(values, at::kDouble); }

    static void types()
    {
        QTest::addColumn<at::ScalarType>("type");
        QTest::newRow("fp32") << at::kFloat;
        QTest::newRow("bf16") << at::kBFloat16;
    }

    static void cases()
    {
        QTest::addColumn<at::ScalarType>("type");
        QTest::addColumn<QList<int>>("shape");
        const auto row = [](at::ScalarType type, const QList<int>& s) {
            QTest::addRow("%s %dx%dx%d %d to %d, %d/%d", at::toString(type), s[0], s[1], s[2], s[3], s[4], s[5], s[6]) << type << s;
        };
        row(at::kBFloat16, {3, 8, 8, 64, 64, 3, 1});
        for (const auto type : {at::kFloat, at::kBFloat16})
            for (const QList<int>& shape :
                 {QList<int>{1, 1, 1, 16, 16, 3, 1}, {5, 7, 9, 32, 16, 3, 1}, {2, 16, 16, 32, 64, 3, 1}, {33, 3, 4, 16, 32, 3, 1}})
                row(type, shape);
        for (const QList<int>& shape : {QList<int>{5, 28, 28, 1, 16, 5, 2},
                                        {3, 11, 9, 3, 16, 3, 1},
                                        {9, 14, 14, 16, 48, 3, 2},
                                        {2, 7, 5, 32, 16, 3, 2},
                                        {4, 6, 7, 16, 32, 1, 2},
                                        {3, 5, 9, 16, 16, 5, 3},
                                        {2, 1, 17, 48, 64, 3, 1}})
            row(at::kFloat, shape);
    }

    static Case fetched()
    {
        QFETCH(at::ScalarType, type);
        QFETCH(QList<int>, shape);
        return {type, shape};
    }

public:
    static void initMain() { test::narrowVectorsIfAsked(); }

private Q_SLOTS:
    void convolution_data() { cases(); }
    void convolution()
    {
        QFETCH(at::ScalarType, type);
        Case c = fetched();
        if (!possible(type))
            QSKIP("this processor has no such instructions");
        QVERIFY(c.own);
        const at::Tensor exact = c.convolved(c.x, c.w), dual = c.convolved(c.x, c.u) + c.convolved(c.t, c.w);
        QVERIFY(error(exact, c.own->convolve(c.x, c.w, c.stride)) < c.rounding);
        QVERIFY(error(dual, c.own->tangent(c.x, c.u, c.t, c.w, c.stride)) < c.rounding);
        QVERIFY(error(c.convolved(c.x, c.u), c.own->tangent(c.x, c.u, {}, c.w, c.stride)) < c.rounding);

        const bool inner = c.x.size(1) >= 16;
        at::Tensor gradient = c.emptyGradient();
        const at::Tensor dx = c.own->differentiate(c.x, c.w, c.stride, c.dy, inner, gradient);
        const auto [exactDx, exactDw, none] =
            at::convolution_backward(wide(c.dy), wide(c.x), wide(c.w), at::OptionalIntArrayRef(), {c.stride, c.stride},
                                     {c.padding, c.padding}, {1, 1}, false, {0, 0}, 1, {true, true, false});
        QCOMPARE(convolutionKernelsFor(c.x, c.w, c.stride, c.padding, true) != nullptr, inner);
        if (inner)
            QVERIFY(error(exactDx, dx) < c.rounding);
        QVERIFY(error(exactDw, gradient) < 2e-6);
        gradient.fill_(777);
        QVERIFY(!c.own->differentiate(c.x, c.w, c.stride, c.dy, false, gradient).defined());
        QVERIFY(error(exactDw, gradient) < 2e-6);
    }

    void normalisation_data() { cases(); }
    void normalisation()
    {
        QFETCH(at::ScalarType, type);
        Case c = fetched();
        if (!possible(type))
            QSKIP("this processor has no such instructions");
        QVERIFY(c.own);
        const StatedOutput x = c.own->convolveStated(c.x, c.w, c.stride);
        if (x.y.numel() / x.y.size(1) < 2)
            return; // statistics of one value are none
        const BatchStatistics expected = composition::batchStatistics(wide(x.y));
        QVERIFY(error(expected.variance, x.statistics.variance) < c.rounding);
        QVERIFY((expected.mean - wide(x.statistics.mean)).abs().max().item<double>() < c.rounding);
        const double bound = 4 * c.rounding;
        for (const bool shortcut : {false, true}) {
            NormActPoint point{x.y, {}, x.statistics.mean, (x.statistics.variance + 1e-5).rsqrt(), c.scale, c.shift, true, shortcut};
            point.y = normActForward(point, shortcut ? c.residual : at::Tensor());
            const NormActPoint exact{wide(point.x), wide(point.y), wide(point.mean), wide(point.inverseStd), wide(c.scale),
                                     wide(c.shift), true,          shortcut};

            const NormActBackwardRows rows(point, c.dy, shortcut ? c.dy2 : at::Tensor());
            const NormActGradient gradient = composition::normActBackward(exact, wide(c.dy), shortcut ? wide(c.dy2) : at::Tensor());
            // Rows that lie further apart than they are long.
            at::Tensor room = at::full({point.x.size(0) * point.x.size(2), point.x.size(3) + 2, point.x.size(1)}, 777,
                                       point.x.options().memory_format(std::nullopt));
            const auto width = static_cast<int>(point.x.size(3)), imageRows = static_cast<int>(room.size(0)), cut = imageRows / 3;
            const std::ptrdiff_t step = room.stride(0) * static_cast<int64_t>(room.element_size());
            auto* to = static_cast<char*>(room.mutable_data_ptr());
            rows.write(0, width, cut, to, step);
            rows.write(int64_t(cut) * width, width, imageRows - cut, to + cut * step, step);
            const at::Tensor dx = room.narrow(1, 0, width).reshape({point.x.size(0), point.x.size(2), width, -1}).permute({0, 3, 1, 2});
            QVERIFY(error(gradient.x, dx) < bound);
            QVERIFY(at::equal(room.narrow(1, width, 2), at::full_like(room.narrow(1, width, 2), 777)));
            QVERIFY(error(gradient.scale, rows.scale()) < bound);
            QVERIFY(error(gradient.shift, rows.shift()) < bound);
            QCOMPARE(rows.residual().defined(), shortcut);

            const ProjectedTangent t = c.own->tangentProjected(c.x, c.u, c.t, c.w, c.stride, point);
            const at::Tensor along = shortcut ? c.dy2 : at::Tensor();
            const at::Tensor tangent = normActTangentOf(point, t.t, t.sums, c.shift, c.scale, along);
            const at::Tensor exactTangent =
                composition::normActTangent(exact, wide(t.t), {}, wide(c.shift), wide(c.scale), shortcut ? wide(along) : at::Tensor());
            QVERIFY(error(exactTangent, tangent) < bound);
        }
    }

    void threadsDoNotMatter_data()
    {
        QTest::addColumn<at::ScalarType>("type");
        QTest::addColumn<QList<int>>("shape");
        QTest::newRow("fp32, Winograd") << at::kFloat << QList<int>{37, 6, 5, 32, 16, 3, 1};
        QTest::newRow("fp32, by definition") << at::kFloat << QList<int>{37, 6, 5, 32, 16, 3, 2};
        QTest::newRow("bf16") << at::kBFloat16 << QList<int>{37, 6, 5, 32, 16, 3, 1};
    }
    void threadsDoNotMatter()
    {
        QFETCH(at::ScalarType, type);
        QFETCH(QList<int>, shape);
        const Case c(type, shape);
        if (!possible(type))
            QSKIP("this processor has no such instructions");
        QVERIFY(c.own);
        const auto all = [&] {
            at::Tensor gradient = c.emptyGradient();
            const StatedOutput y = c.own->convolveStated(c.x, c.w, c.stride);
            const at::Tensor dx = c.own->differentiate(c.x, c.w, c.stride, c.dy, true, gradient);
            const NormActPoint norm{y.y, {}, y.statistics.mean, (y.statistics.variance + 1e-5).rsqrt(), c.scale, c.shift, true, false};
            const ProjectedTangent t = c.own->tangentProjected(c.x, c.u, c.t, c.w, c.stride, norm);
            return std::vector<at::Tensor>{y.y, y.statistics.mean,    y.statistics.variance,   dx, gradient,
                                           t.t, tensorOf(t.sums.sum), tensorOf(t.sums.product)};
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

    /// What is not finite stays where the convolution puts it.
    void passesNonFiniteOn_data() { types(); }
    void passesNonFiniteOn()
    {
        QFETCH(at::ScalarType, type);
        for (const double value : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
            Case c(type, {2, 6, 5, 32, 32, 3, 1});
            if (!possible(type))
                QSKIP("this processor has no such instructions");
            QVERIFY(c.own);
            c.x.index_put_({1, 3, 2, 3}, value);
            const at::Tensor finite = at::isfinite(c.own->convolve(c.x, c.w, c.stride)), exact = at::isfinite(c.convolved(c.x, c.w));
            QVERIFY(at::equal(finite, exact));
            QVERIFY(!finite.all().item<bool>());
        }
    }

    void libraryDoesTheRest_data() { types(); }
    void libraryDoesTheRest()
    {
        QFETCH(at::ScalarType, type);
        const Case c(type, {2, 6, 6, 16, 16, 3, 1});
        if (!possible(type))
            QSKIP("this processor has no such instructions");
        QVERIFY(c.own);
        QVERIFY(!convolutionKernelsFor(c.x.to(at::kDouble), c.w.to(at::kDouble), 1, 1));
        QVERIFY(!convolutionKernelsFor(c.x.contiguous(), c.w, 1, 1));
        QVERIFY(!convolutionKernelsFor(c.x, c.w, 1, 0));
        QVERIFY(!Case(type, {2, 6, 6, 24, 20, 3, 1}).own);
        QVERIFY(!Case(type, {2, 6, 6, 176, 176, 3, 1}).own);
        const KernelScope scope(KernelChoice::Library);
        QVERIFY(!convolutionKernelsFor(c.x, c.w, 1, 1));
    }
};

QTEST_GUILESS_MAIN(tst_Convolutions)
#include "tst_convolutions.moc"
