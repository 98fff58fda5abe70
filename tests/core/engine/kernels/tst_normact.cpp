// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "core/base/Rng.h"
#include "core/engine/kernels/NormAct.h"
#include "core/engine/kernels/NormActComposition.h"
#include "tests/support/VectorWidth.h"

#include <QtTest>

#include <limits>

using namespace reweigh;

/// The vector kernels against their ATen composition in fp64, on shapes that fill no vector.
class tst_NormAct : public QObject {
    Q_OBJECT

    static at::Tensor normal(Rng& rng, const std::vector<int64_t>& shape)
    {
        at::Tensor values = at::empty(shape);
        for (int64_t i = 0; i < values.numel(); ++i)
            values.mutable_data_ptr<float>()[i] = static_cast<float>(rng.normal());
        return values.dim() == 4 ? values.contiguous(at::MemoryFormat::ChannelsLast) : values;
    }

    /// One point with everything the passes take, in one type; `exact` repeats it in fp64, bit for bit.
    struct Setup {
        NormActPoint point;
        at::Tensor residual, a, b, scaleTangent, shiftTangent;

        Setup exact() const
        {
            const auto wide = [](const at::Tensor& t) { return t.defined() ? t.to(at::kDouble) : t; };
            return {{wide(point.x), wide(point.y), wide(point.mean), wide(point.inverseStd), wide(point.scale), wide(point.shift),
                     point.relu, point.residual},
                    wide(residual),
                    wide(a),
                    wide(b),
                    wide(scaleTangent),
                    wide(shiftTangent)};
        }
    };

    static Setup setUp(const std::vector<int64_t>& shape, at::ScalarType type, bool relu, bool residual, bool second)
    {
        Rng rng(11, "normact");
        Setup s;
        s.point.x = (normal(rng, shape) * 2 + 3).to(type);
        s.residual = residual ? normal(rng, shape).to(type) : at::Tensor();
        s.a = normal(rng, shape).to(type);
        s.b = second ? normal(rng, shape).to(type) : at::Tensor();
        s.point.scale = (normal(rng, {shape[1]}) * 0.3 + 1).to(type);
        s.point.shift = (normal(rng, {shape[1]}) * 0.3).to(type);
        s.scaleTangent = normal(rng, {shape[1]}).to(type);
        s.shiftTangent = normal(rng, {shape[1]}).to(type);
        s.point.relu = relu;
        s.point.residual = residual;
        const BatchStatistics statistics = batchStatistics(s.point.x);
        s.point.mean = statistics.mean;
        s.point.inverseStd = (statistics.variance + 1e-5).rsqrt();
        s.point.y = normActForward(s.point, s.residual);
        return s;
    }

    /// |a - b| <= bound (1 + |b|) everywhere, NaN equal to NaN.
    static bool near(const at::Tensor& a, const at::Tensor& b, double bound)
    {
        if (!b.defined())
            return !a.defined();
        const at::Tensor got = a.to(at::kDouble), want = b.to(at::kDouble);
        return at::allclose(got, want, bound, bound, true);
    }

public:
    static void initMain() { test::narrowVectorsIfAsked(); }

private Q_SLOTS:
    void agreesWithComposition_data()
    {
        QTest::addColumn<std::vector<int64_t>>("shape");
        QTest::addColumn<bool>("narrow");
        QTest::addColumn<bool>("relu");
        QTest::addColumn<bool>("residual");
        QTest::addColumn<bool>("second");
        const std::vector<std::vector<int64_t>> shapes = {{1, 1},        {1, 5},        {2, 1, 3, 3},    {7, 3},         {1, 16, 5, 5},
                                                          {5, 17, 3, 7}, {3, 33, 1, 1}, {100, 16, 9, 9}, {1, 640, 8, 8}, {1001, 130}};
        for (const auto& shape : shapes)
            for (int flags = 0; flags < 16; ++flags) {
                const QByteArray name = QString("%1 channels, %2 rows, case %3")
                                            .arg(shape[1])
                                            .arg(shape.size() == 4 ? shape[0] * shape[2] * shape[3] : shape[0])
                                            .arg(flags)
                                            .toUtf8();
                QTest::newRow(name) << shape << bool(flags & 1) << bool(flags & 2) << bool(flags & 4) << bool(flags & 8);
            }
    }

    void agreesWithComposition()
    {
        QFETCH(std::vector<int64_t>, shape);
        QFETCH(bool, narrow);
        QFETCH(bool, relu);
        QFETCH(bool, residual);
        QFETCH(bool, second);
        const Setup s = setUp(shape, narrow ? at::kBFloat16 : at::kFloat, relu, residual, second), e = s.exact();
        const double rounding = narrow ? 8e-3 : 0; // half a unit of bf16, twice where a sum was stored between
        const double rows = static_cast<double>(s.point.x.numel() / s.point.x.size(1));
        // With a few rows 1/std may be large, and with one row it is 1/sqrt(eps): errors grow with it.
        const double gain = std::max(1.0, s.point.inverseStd.max().item<double>());

        const BatchStatistics statistics = composition::batchStatistics(e.point.x);
        QVERIFY(near(batchStatistics(s.point.x).mean, statistics.mean, 1e-6));
        QVERIFY(near(batchStatistics(s.point.x).variance, statistics.variance, 3e-6));
        QVERIFY(near(s.point.y, composition::normActForward(e.point, e.residual), rounding + 2e-6 * gain));

        const NormActGradient got = normActBackward(s.point, s.a, s.b), want = composition::normActBackward(e.point, e.a, e.b);
        QVERIFY(near(got.x, want.x, (2 * rounding + 3e-6) * gain));
        QVERIFY(near(got.residual, want.residual, rounding + 1e-6));
        QVERIFY(near(got.scale, want.scale, (rounding + 1e-6) * gain * std::sqrt(rows)));
        QVERIFY(near(got.shift, want.shift, (rounding + 1e-6) * std::sqrt(rows)));

        const at::Tensor tangent = normActTangent(s.point, s.a, s.b, s.scaleTangent, s.shiftTangent, s.residual);
        const at::Tensor exact = composition::normActTangent(e.point, e.a, e.b, e.scaleTangent, e.shiftTangent, e.residual);
        QVERIFY(near(tangent, exact, (2 * rounding + 3e-6) * gain));
        QCOMPARE(tangent.scalar_type(), s.point.x.scalar_type());
    }

    void compositionAgreesWithTheLibrary()
    {
        const Setup s = setUp({6, 5, 4, 3}, at::kFloat, true, false, false).exact();
        const NormActPoint& p = s.point;
        const auto [y, mean, inverseStd] = at::native_batch_norm(p.x, p.scale, p.shift, {}, {}, true, 0.1, 1e-5);
        const at::Tensor open = at::threshold_backward(s.a, at::relu(y), 0);
        const auto [dx, dScale, dShift] =
            at::native_batch_norm_backward(open, p.x, p.scale, {}, {}, mean, inverseStd, true, 1e-5, {true, true, true});
        NormActPoint same = p;
        same.mean = mean;
        same.inverseStd = inverseStd;
        const NormActGradient got = composition::normActBackward(same, s.a, {});
        QVERIFY(near(composition::normActForward(same, {}), at::relu(y), 1e-12));
        QVERIFY(near(got.x, dx, 1e-11));
        QVERIFY(near(got.scale, dScale, 1e-11));
        QVERIFY(near(got.shift, dShift, 1e-11));
    }

    void varianceFarFromZero()
    {
        Rng rng(5);
        const at::Tensor x = normal(rng, {4000, 19}) * 0.01 + 1000;
        const at::Tensor exact = x.to(at::kDouble).var(0, false);
        QVERIFY(near(batchStatistics(x).variance / exact, at::ones({19}, at::kDouble), 1e-4));
    }

    void nanAndInfStayInTheirChannel_data()
    {
        QTest::addColumn<double>("poison");
        QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("inf") << std::numeric_limits<double>::infinity();
    }

    void nanAndInfStayInTheirChannel()
    {
        QFETCH(double, poison);
        for (const auto type : {at::kFloat, at::kBFloat16}) {
            Setup s = setUp({40, 21}, type, true, false, false);
            s.point.x[17][4] = poison;
            const BatchStatistics statistics = batchStatistics(s.point.x);
            QVERIFY(statistics.variance[4].isnan().item<bool>());
            QCOMPARE(statistics.variance.isnan().sum().item<int>(), 1);
            s.point.mean = statistics.mean;
            s.point.inverseStd = (statistics.variance + 1e-5).rsqrt();
            const at::Tensor y = normActForward(s.point, {});
            const at::Tensor dx = normActBackward(s.point, s.a, {}).x;
            const at::Tensor t = normActTangent(s.point, s.a, {}, s.scaleTangent, s.shiftTangent, {});
            for (const at::Tensor& out : {y, dx, t}) { // never quietly zero, never next door
                QVERIFY(out.select(1, 4).isnan().all().item<bool>());
                QCOMPARE(out.isnan().sum().item<int>(), 40);
            }
        }
    }

    void bf16RoundsAsTheLibrary()
    {
        Rng rng(9);
        NormActPoint p{normal(rng, {50, 37}), {}, at::zeros({37}), at::ones({37}), at::ones({37}), at::zeros({37}), false, false};
        p.x = p.x.to(at::kBFloat16);
        p.mean = normal(rng, {37});
        const at::Tensor expected = (p.x.to(at::kFloat) - p.mean).to(at::kBFloat16);
        QVERIFY(at::equal(normActForward(p, {}), expected));
    }

    void sameBitsForAnyNumberOfThreads()
    {
        const int before = at::get_num_threads();
        std::vector<NormActGradient> results;
        for (const int threads : {1, 2}) {
            at::set_num_threads(threads);
            const Setup s = setUp({60, 24, 20, 20}, at::kFloat, true, true, true);
            results.push_back(normActBackward(s.point, s.a, s.b));
        }
        at::set_num_threads(before);
        QVERIFY(at::equal(results[0].x, results[1].x));
        QVERIFY(at::equal(results[0].scale, results[1].scale));
    }

    void onlyParametersMove()
    {
        const Setup s = setUp({9, 6}, at::kFloat, true, false, false), e = s.exact();
        QVERIFY(near(normActTangent(s.point, {}, {}, s.scaleTangent, s.shiftTangent, {}),
                     composition::normActTangent(e.point, {}, {}, e.scaleTangent, e.shiftTangent, {}), 1e-5));
    }
};

QTEST_APPLESS_MAIN(tst_NormAct)
#include "tst_normact.moc"
