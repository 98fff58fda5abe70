// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/DirectConvolution.h"
#include "core/engine/simd/WinogradConvolution.h"
#include "tests/core/engine/simd/DefinedConvolution.h"
#include "tests/support/VectorWidth.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace reweigh;
using direct::ConvShape;

namespace {

struct Method {
    std::size_t (*packedSize)(const ConvShape&);
    void (*packWeights)(const ConvShape&, const float*, float*, int, int);
    void (*packTurned)(const ConvShape&, const float*, float*, int, int);
    void (*convolve)(const ConvShape&, const direct::Source&, const direct::Source&, float*, std::int64_t, std::int64_t);
    void (*differentiate)(const ConvShape&, const PixelRows&, const PixelRows&, const direct::Derivatives&, std::int64_t, std::int64_t);
};
constexpr Method defined{direct::packedSize, direct::packWeights, direct::packTurned, direct::convolve, direct::differentiate};
constexpr Method tiled{winograd::packedSize, winograd::packWeights, winograd::packTurned, winograd::convolve, winograd::differentiate};

} // namespace

/// The fp32 kernels against convolutions written as their definition, in fp64.
class tst_VectorConvolution : public QObject {
    Q_OBJECT

    static std::vector<float> drawn(std::size_t count, unsigned seed)
    {
        std::mt19937 engine(seed);
        std::normal_distribution<float> normal;
        std::vector<float> values(count);
        for (float& value : values)
            value = normal(engine);
        return values;
    }

    static constexpr int n = 3;

    struct Case {
        Case(const Method& which, const ConvShape& s)
            : method(which)
            , shape(s)
            , x(drawn(std::size_t(n * s.inPixels() * s.in), 1))
            , x2(drawn(x.size(), 2))
            , dy(drawn(std::size_t(n * s.outPixels() * s.out), 3))
            , w(drawn(s.weights(), 4))
            , w2(drawn(s.weights(), 5))
            , packed(method.packedSize(s))
            , packed2(packed)
            , turned(packed)
        {
            const int cut = shape.in / 3;
            method.packWeights(shape, w.data(), packed.data(), 0, cut);
            method.packWeights(shape, w.data(), packed.data(), cut, shape.in);
            method.packWeights(shape, w2.data(), packed2.data(), 0, shape.in);
            method.packTurned(shape, w.data(), turned.data(), 0, 5);
            method.packTurned(shape, w.data(), turned.data(), 5, shape.out);
        }

        StoredPixels pixels(const std::vector<float>& values) const { return StoredPixels(values.data(), 4 * shape.in); }

        const Method& method;
        ConvShape shape;
        std::vector<float> x, x2, dy, w, w2, packed, packed2, turned;
    };

    /// A sum of fp32 products in any order.
    struct Sum {
        double value = 0, size = 1;
        void add(double product)
        {
            value += product;
            size += std::abs(product);
        }
        bool is(float other) const { return std::abs(value - double(other)) < 1e-6 * size; }
    };

    static void shapes()
    {
        QTest::addColumn<bool>("inTiles");
        QTest::addColumn<QList<int>>("shape");
        const auto row = [](bool inTiles, const QList<int>& s) {
            QTest::addRow("%s, %dx%d %d to %d, %d/%d", inTiles ? "Winograd" : "definition", s[0], s[1], s[2], s[3], s[4], s[5])
                << inTiles << s;
        };
        for (const bool inTiles : {false, true})
            for (const QList<int>& s : {QList<int>{8, 8, 16, 16, 3, 1}, {7, 7, 32, 64, 3, 1}, {1, 1, 16, 16, 3, 1}, {1, 33, 16, 48, 3, 1}})
                row(inTiles, s);
        for (const QList<int>& s : {QList<int>{28, 28, 1, 16, 5, 2},
                                    {9, 11, 3, 16, 3, 1},
                                    {14, 14, 16, 32, 3, 2},
                                    {7, 5, 32, 16, 3, 2},
                                    {6, 7, 16, 32, 1, 2},
                                    {5, 9, 16, 16, 5, 3},
                                    {4, 4, 15, 16, 3, 1}})
            row(false, s);
        // Rows of tiles together and apart, and images that share them.
        for (const QList<int>& s : {QList<int>{8, 8, 64, 64, 3, 1},
                                    {33, 1, 48, 16, 3, 1},
                                    {3, 130, 64, 16, 3, 1},
                                    {5, 6, 160, 80, 3, 1},
                                    {32, 32, 16, 16, 3, 1},
                                    {13, 40, 16, 16, 3, 1}})
            row(true, s);
    }
    static Case fetched()
    {
        QFETCH(bool, inTiles);
        QFETCH(QList<int>, shape);
        return Case(inTiles ? tiled : defined, {shape[0], shape[1], shape[2], shape[3], shape[4], shape[5]});
    }

public:
    static void initMain() { test::narrowVectorsIfAsked(); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!direct::available())
            QSKIP("this processor has neither AVX2 nor AVX-512");
    }

    void convolves_data() { shapes(); }
    void convolves()
    {
        const Case c = fetched();
        QVERIFY(&c.method == &tiled ? winograd::covers(c.shape) : direct::covers(c.shape));
        std::vector<Sum> one(c.dy.size()), both(c.dy.size());
        forProducts(c.shape, n, [&](std::size_t x, std::size_t w, std::size_t y) {
            one[y].add(double(c.x[x]) * double(c.w[w]));
            both[y].add(double(c.x[x]) * double(c.w[w]));
            both[y].add(double(c.x2[x]) * double(c.w2[w]));
        });
        const StoredPixels x = c.pixels(c.x), x2 = c.pixels(c.x2);
        std::vector<float> y(c.dy.size(), 777), dual(y);
        c.method.convolve(c.shape, {&x, c.packed.data()}, {}, y.data(), 0, 1);
        QVERIFY(std::all_of(y.begin() + std::ptrdiff_t(y.size() / n), y.end(), [](float value) { return value == 777; }));
        c.method.convolve(c.shape, {&x, c.packed.data()}, {}, y.data(), 1, n);
        c.method.convolve(c.shape, {&x, c.packed.data()}, {&x2, c.packed2.data()}, dual.data(), 0, n);
        for (std::size_t i = 0; i < y.size(); ++i) {
            QVERIFY2(one[i].is(y[i]), qPrintable(QString("%1: %2, not %3").arg(i).arg(y[i]).arg(one[i].value)));
            QVERIFY(both[i].is(dual[i]));
        }
    }

    void differentiates_data() { shapes(); }
    void differentiates()
    {
        const Case c = fetched();
        std::vector<Sum> dx(c.x.size()), dw(c.w.size());
        forProducts(c.shape, n, [&](std::size_t x, std::size_t w, std::size_t y) {
            dx[x].add(double(c.dy[y]) * double(c.w[w]));
            dw[w].add(double(c.dy[y]) * double(c.x[x]));
        });
        const bool inner = c.shape.in % 16 == 0;
        const StoredPixels x = c.pixels(c.x), dy(c.dy.data(), 4 * c.shape.out);
        std::vector<float> input(c.x.size(), 777), part[2] = {std::vector<float>(c.w.size(), 0.5f), std::vector<float>(c.w.size(), -0.5f)},
                                                   gradient(c.w.size());
        // In two parts, as threads share the images out.
        c.method.differentiate(c.shape, x, dy, {part[0].data(), inner ? input.data() : nullptr, c.turned.data()}, 0, 1);
        c.method.differentiate(c.shape, x, dy, {part[1].data(), inner ? input.data() : nullptr, c.turned.data()}, 1, n);
        const float* const parts[] = {part[0].data(), part[1].data()};
        const int cut = c.shape.in / 2;
        direct::unpackGradient(c.shape, parts, 2, gradient.data(), 0, cut);
        direct::unpackGradient(c.shape, parts, 2, gradient.data(), cut, c.shape.in);
        for (std::size_t i = 0; inner && i < dx.size(); ++i)
            QVERIFY2(dx[i].is(input[i]), qPrintable(QString("input %1: %2, not %3").arg(i).arg(input[i]).arg(dx[i].value)));
        for (std::size_t i = 0; i < dw.size(); ++i)
            QVERIFY2(dw[i].is(gradient[i]), qPrintable(QString("weight %1").arg(i)));
    }

    void coversWhatItSays()
    {
        for (const ConvShape& shape : {ConvShape{8, 8, 16, 24}, ConvShape{8, 8, 24, 16}, ConvShape{8, 8, 64, 64}, ConvShape{0, 8, 16, 16},
                                       ConvShape{8, 8, 16, 16, 2}})
            QVERIFY(!direct::covers(shape));
        for (const ConvShape& shape : {ConvShape{8, 8, 16, 24}, ConvShape{8, 8, 8, 16}, ConvShape{8, 8, 16, 176}, ConvShape{8, 0, 16, 16},
                                       ConvShape{8, 8, 16, 16, 5}, ConvShape{8, 8, 16, 16, 3, 2}})
            QVERIFY(!winograd::covers(shape));
    }
};

QTEST_APPLESS_MAIN(tst_VectorConvolution)
#include "tst_vectorconvolution.moc"
