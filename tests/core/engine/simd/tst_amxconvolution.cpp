// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/AmxConvolution.h"
#include "tests/core/engine/simd/Bits.h"
#include "tests/core/engine/simd/DefinedConvolution.h"

#include <QtTest>

#include <limits>

using namespace reweigh;
using namespace reweigh::amx;

/// The tile kernels against convolutions written as their definition, in fp64.
class tst_AmxConvolution : public QObject {
    Q_OBJECT

    struct Case {
        Case(const ConvShape& s, int images)
            : shape(s)
            , n(images)
            , x(randomBits(std::size_t(n) * s.pixels() * std::size_t(s.in), 1))
            , x2(randomBits(x.size(), 2))
            , dy(randomBits(std::size_t(n) * s.pixels() * std::size_t(s.out), 3))
            , w(randomBits(s.weights(), 4, 1 / std::sqrt(9.f * float(s.in))))
            , w2(randomBits(s.weights(), 5, 1 / std::sqrt(9.f * float(s.in))))
            , packed(w.size())
            , packed2(w.size())
            , turned(w.size())
        {
            packWeights(shape, w.data(), packed.data());
            packWeights(shape, w2.data(), packed2.data());
            packTurned(shape, w.data(), turned.data());
        }

        direct::ConvShape definition() const { return {shape.height, shape.width, shape.in, shape.out}; }

        ConvShape shape;
        int n;
        std::vector<Bits> x, x2, dy, w, w2, packed, packed2, turned;
    };

    static void shapes()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("in");
        QTest::addColumn<int>("out");
        QTest::addColumn<int>("n");
        const int rows[][5] = {{8, 8, 16, 16, 3},  {32, 32, 16, 16, 1}, {16, 16, 32, 32, 2}, {8, 8, 64, 64, 5},
                               {7, 9, 32, 16, 2},  {5, 3, 16, 32, 4},   {1, 1, 64, 16, 1},   {1, 1, 16, 16, 7},
                               {1, 13, 32, 64, 2}, {13, 1, 64, 32, 3},  {2, 33, 16, 64, 1},  {3, 3, 128, 96, 2}};
        for (const auto& r : rows)
            QTest::addRow("%dx%d %d to %d, %d images", r[0], r[1], r[2], r[3], r[4]) << r[0] << r[1] << r[2] << r[3] << r[4];
    }

    static Case fetched()
    {
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, in);
        QFETCH(int, out);
        QFETCH(int, n);
        return Case({height, width, in, out}, n);
    }

    /// Half a unit of bfloat16's last place, and a little for sums in fp32.
    static bool near(double exact, float value) { return std::abs(exact - double(value)) <= 0.004 * std::abs(exact) + 1e-5; }

private Q_SLOTS:
    void initTestCase()
    {
        if (!available())
            QSKIP("this processor has no matrix tiles");
    }

    void convolves_data() { shapes(); }
    void convolves()
    {
        const Case c = fetched();
        std::vector<double> exact(c.dy.size()), both(c.dy.size());
        forProducts(c.definition(), c.n, [&](std::size_t x, std::size_t w, std::size_t y) {
            exact[y] += double(wide(c.x[x])) * double(wide(c.w[w]));
            both[y] += double(wide(c.x2[x])) * double(wide(c.w2[w]));
        });
        const StoredPixels first(c.x.data(), 2 * c.shape.in), second(c.x2.data(), 2 * c.shape.in);
        std::vector<Bits> y(c.dy.size(), narrow(777)), dual(y);
        const std::size_t out = std::size_t(c.shape.out);
        std::vector<double> sums(out), squares(out), ofDual(out), products(out);
        amx::convolve(c.shape, {&first, c.packed.data()}, {}, y.data(), {nullptr, sums.data(), squares.data()}, 0, c.n);
        amx::convolve(c.shape, {&first, c.packed.data()}, {&second, c.packed2.data()}, dual.data(),
                      {c.dy.data(), ofDual.data(), products.data()}, 0, c.n);
        std::vector<double> sum(out), square(out), dualSum(out), product(out), size(out);
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double together = exact[i] + both[i];
            QVERIFY2(near(exact[i], wide(y[i])), qPrintable(QString("%1: %2, not %3").arg(i).arg(wide(y[i])).arg(exact[i])));
            QVERIFY(near(together, wide(dual[i])));
            sum[i % out] += exact[i];
            square[i % out] += exact[i] * exact[i];
            dualSum[i % out] += together;
            product[i % out] += together * double(wide(c.dy[i]));
            size[i % out] += 1 + exact[i] * exact[i] + together * together + std::abs(together * double(wide(c.dy[i])));
        }
        for (std::size_t o = 0; o < out; ++o) {
            QVERIFY(std::abs(sum[o] - sums[o]) < 1e-5 * size[o]);
            QVERIFY(std::abs(square[o] - squares[o]) < 1e-5 * size[o]);
            QVERIFY(std::abs(dualSum[o] - ofDual[o]) < 1e-5 * size[o]);
            QVERIFY(std::abs(product[o] - products[o]) < 1e-5 * size[o]);
        }
    }

    void differentiates_data() { shapes(); }
    void differentiates()
    {
        const Case c = fetched();
        std::vector<double> dx(c.x.size()), dw(c.w.size()), size(c.w.size(), 1);
        forProducts(c.definition(), c.n, [&](std::size_t x, std::size_t w, std::size_t y) {
            dx[x] += double(wide(c.dy[y])) * double(wide(c.w[w]));
            dw[w] += double(wide(c.dy[y])) * double(wide(c.x[x]));
            size[w] += std::abs(double(wide(c.dy[y])) * double(wide(c.x[x])));
        });
        const StoredPixels x(c.x.data(), 2 * c.shape.in), dy(c.dy.data(), 2 * c.shape.out);
        std::vector<Bits> input(c.x.size(), narrow(777));
        std::vector<float> part[2] = {std::vector<float>(c.w.size()), std::vector<float>(c.w.size())}, gradient(c.w.size());
        // In two parts, as threads share the images out.
        amx::differentiate(c.shape, x, dy, {part[0].data(), input.data(), c.turned.data()}, 0, c.n / 2);
        amx::differentiate(c.shape, x, dy, {part[1].data(), input.data(), c.turned.data()}, c.n / 2, c.n);
        const float* const parts[] = {part[0].data(), part[1].data()};
        unpackGradient(c.shape, parts, 2, gradient.data(), 0, 16);
        unpackGradient(c.shape, parts, 2, gradient.data(), 16, c.shape.in);
        for (std::size_t i = 0; i < dx.size(); ++i)
            QVERIFY2(near(dx[i], wide(input[i])), qPrintable(QString("input %1: %2, not %3").arg(i).arg(wide(input[i])).arg(dx[i])));
        for (std::size_t i = 0; i < dw.size(); ++i)
            QVERIFY2(std::abs(dw[i] - double(gradient[i])) < 1e-6 * size[i], qPrintable(QString("weight %1").arg(i)));
    }

    /// What is not finite stays where the convolution puts it.
    void passesNonFiniteOn_data()
    {
        QTest::addColumn<float>("value");
        QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
    }
    void passesNonFiniteOn()
    {
        QFETCH(float, value);
        for (const int channels : {16, 32}) {
            Case c({6, 5, channels, channels}, 2);
            const int row = 2, column = 3;
            c.x[std::size_t((6 + row) * 5 + column) * std::size_t(channels) + 1] = narrow(value); // of the second image
            const StoredPixels x(c.x.data(), 2 * channels);
            std::vector<Bits> y(c.dy.size());
            amx::convolve(c.shape, {&x, c.packed.data()}, {}, y.data(), {}, 0, 2);
            for (int pixel = 0; pixel < 60; ++pixel) {
                const int image = pixel / 30, v = pixel % 30 / 5, u = pixel % 5;
                const bool reached = image == 1 && std::abs(v - row) <= 1 && std::abs(u - column) <= 1;
                for (int o = 0; o < channels; ++o)
                    QCOMPARE(std::isfinite(wide(y[std::size_t(pixel * channels + o)])), !reached);
            }
        }
    }

    void coversWhatItSays()
    {
        QVERIFY(covers({8, 8, 16, 96}));
        for (const ConvShape& shape : {ConvShape{8, 8, 3, 16}, ConvShape{8, 8, 16, 48}, ConvShape{8, 8, 160, 160}, ConvShape{0, 8, 16, 16}})
            QVERIFY(!covers(shape));
    }
};

QTEST_APPLESS_MAIN(tst_AmxConvolution)
#include "tst_amxconvolution.moc"
