// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/DirectConvolution.h"

#include <QtTest>

#include <cmath>
#include <random>
#include <vector>

using namespace reweigh;
using namespace reweigh::direct;

/// The fp32 kernels against convolutions written as their definition, in fp64.
class tst_DirectConvolution : public QObject {
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

    /// use(index of x, index of w, index of y) for every product of the convolution.
    template <typename Use>
    static void forProducts(const ConvShape& s, int n, const Use& use)
    {
        for (int image = 0; image < n; ++image)
            for (int y = 0; y < s.outHeight(); ++y)
                for (int x = 0; x < s.outWidth(); ++x)
                    for (int tap = 0; tap < s.kernel * s.kernel; ++tap) {
                        const int v = y * s.stride + tap / s.kernel - s.padding(), u = x * s.stride + tap % s.kernel - s.padding();
                        if (v < 0 || u < 0 || v >= s.height || u >= s.width)
                            continue;
                        const auto from = std::size_t((image * s.height + v) * s.width + u) * std::size_t(s.in);
                        const auto to = std::size_t((image * s.outHeight() + y) * s.outWidth() + x) * std::size_t(s.out);
                        for (int o = 0; o < s.out; ++o)
                            for (int i = 0; i < s.in; ++i)
                                use(from + std::size_t(i), std::size_t((o * s.kernel * s.kernel + tap) * s.in + i), to + std::size_t(o));
                    }
    }

    static constexpr int n = 3;

    struct Case {
        explicit Case(const ConvShape& s)
            : shape(s), x(drawn(std::size_t(n * s.inPixels() * s.in), 1)), x2(drawn(x.size(), 2)), dy(drawn(std::size_t(n * s.outPixels() * s.out), 3)),
              w(drawn(s.weights(), 4)), w2(drawn(s.weights(), 5)), packed(w.size()), packed2(w.size()), turned(w.size())
        {
            packWeights(shape, w.data(), packed.data());
            packWeights(shape, w2.data(), packed2.data());
            packTurned(shape, w.data(), turned.data());
        }

        StoredPixels pixels(const std::vector<float>& values) const { return StoredPixels(values.data(), 4 * shape.in); }

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
        QTest::addColumn<QList<int>>("shape");
        for (const QList<int>& s : {QList<int>{8, 8, 16, 16, 3, 1}, {7, 7, 32, 64, 3, 1}, {28, 28, 1, 16, 5, 2}, {9, 11, 3, 16, 3, 1}, {14, 14, 16, 32, 3, 2},
                                    {7, 5, 32, 16, 3, 2}, {1, 1, 16, 16, 3, 1}, {1, 33, 16, 48, 3, 1}, {6, 7, 16, 32, 1, 2}, {5, 9, 16, 16, 5, 3}, {4, 4, 15, 16, 3, 1}})
            QTest::addRow("%dx%d %d to %d, %d/%d", s[0], s[1], s[2], s[3], s[4], s[5]) << s;
    }
    static Case fetched()
    {
        QFETCH(QList<int>, shape);
        return Case({shape[0], shape[1], shape[2], shape[3], shape[4], shape[5]});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!available())
            QSKIP("this processor has neither AVX2 nor AVX-512");
    }

    void convolves_data() { shapes(); }
    void convolves()
    {
        const Case c = fetched();
        QVERIFY(covers(c.shape));
        std::vector<Sum> one(c.dy.size()), both(c.dy.size());
        forProducts(c.shape, n, [&](std::size_t x, std::size_t w, std::size_t y) {
            one[y].add(double(c.x[x]) * double(c.w[w]));
            both[y].add(double(c.x[x]) * double(c.w[w]));
            both[y].add(double(c.x2[x]) * double(c.w2[w]));
        });
        const StoredPixels x = c.pixels(c.x), x2 = c.pixels(c.x2);
        std::vector<float> y(c.dy.size(), 777), dual(y);
        direct::convolve(c.shape, {&x, c.packed.data()}, {}, y.data(), 0, 1);
        direct::convolve(c.shape, {&x, c.packed.data()}, {}, y.data(), 1, n);
        direct::convolve(c.shape, {&x, c.packed.data()}, {&x2, c.packed2.data()}, dual.data(), 0, n);
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
        std::vector<float> input(c.x.size(), 777), part[2] = {std::vector<float>(c.w.size()), std::vector<float>(c.w.size())}, gradient(c.w.size());
        // In two parts, as threads share the images out.
        direct::differentiate(c.shape, x, dy, {part[0].data(), inner ? input.data() : nullptr, c.turned.data()}, 0, 1);
        direct::differentiate(c.shape, x, dy, {part[1].data(), inner ? input.data() : nullptr, c.turned.data()}, 1, n);
        const float* const parts[] = {part[0].data(), part[1].data()};
        unpackGradient(c.shape, parts, 2, gradient.data());
        for (std::size_t i = 0; inner && i < dx.size(); ++i)
            QVERIFY2(dx[i].is(input[i]), qPrintable(QString("input %1: %2, not %3").arg(i).arg(input[i]).arg(dx[i].value)));
        for (std::size_t i = 0; i < dw.size(); ++i)
            QVERIFY2(dw[i].is(gradient[i]), qPrintable(QString("weight %1").arg(i)));
    }

    void coversWhatItSays()
    {
        for (const ConvShape& shape : {ConvShape{8, 8, 16, 24}, ConvShape{8, 8, 24, 16}, ConvShape{8, 8, 64, 64}, ConvShape{0, 8, 16, 16}, ConvShape{8, 8, 16, 16, 2}})
            QVERIFY(!covers(shape));
    }
};

QTEST_APPLESS_MAIN(tst_DirectConvolution)
#include "tst_directconvolution.moc"
