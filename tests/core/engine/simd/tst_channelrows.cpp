// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/ChannelRows.h"
#include "tests/core/engine/simd/Bits.h"
#include "tests/support/VectorWidth.h"

#include <QtTest>

#include <limits>

using namespace reweigh;

namespace {

template <typename T> T rounded(float value)
{
    if constexpr (std::is_same_v<T, Bits>)
        return narrow(value);
    else
        return value;
}

template <typename T> double valueOf(T value)
{
    if constexpr (std::is_same_v<T, Bits>)
        return double(wide(value));
    else
        return double(value);
}

} // namespace

/// The row kernels against their formulas in fp64, on rows and channels that are no multiple of a vector, and on a part
/// of the rows, so that what lies outside must stay as it was.
class tst_ChannelRows : public QObject {
    Q_OBJECT

    template <typename T> struct Case {
        Case(std::int64_t rowCount, std::int64_t channelCount)
            : rows(rowCount)
            , channels(channelCount)
        {
            const std::size_t count = std::size_t(rows * channels);
            for (std::vector<T>* values : {&x, &y, &a, &b})
                values->resize(count);
            std::mt19937 random(7);
            std::normal_distribution<float> normal(0.3f, 1);
            for (std::vector<T>* values : {&x, &y, &a, &b})
                for (T& value : *values)
                    value = rounded<T>(normal(random));
            for (std::vector<float>* table : {&mean, &scale, &shift, &ofG, &ofX, &constant})
                for (std::int64_t c = 0; c < channels; ++c)
                    table->push_back(normal(random));
        }

        rows::Primal<T> primal(rows::Mask mask) const
        {
            return {x.data(), y.data(), channels, mean.data(), scale.data(), shift.data(), mask};
        }

        double centred(std::size_t i) const { return valueOf(x[i]) - double(mean[i % std::size_t(channels)]); }
        double mapped(std::size_t i) const
        {
            return double(scale[i % std::size_t(channels)]) * centred(i) + double(shift[i % std::size_t(channels)]);
        }
        bool open(std::size_t i, rows::Mask mask) const
        {
            return mask == rows::Mask::None || !((mask == rows::Mask::Input ? mapped(i) : valueOf(y[i])) <= 0);
        }
        /// Where rounding decides, either side is right.
        bool undecided(std::size_t i, rows::Mask mask) const { return mask == rows::Mask::Input && std::abs(mapped(i)) < 1e-5; }

        std::int64_t rows, channels;
        std::vector<T> x, y, a, b;
        std::vector<float> mean, scale, shift, ofG, ofX, constant;
    };

    template <typename T> static bool near(double exact, T value)
    {
        return std::abs(exact - valueOf(value)) <= (std::is_same_v<T, Bits> ? 0.004 : 1e-6) * std::abs(exact) + 4e-6;
    }

    template <typename T> static void check(std::int64_t rowCount, std::int64_t channels)
    {
        const Case<T> c(rowCount, channels);
        const std::int64_t begin = rowCount / 3, end = rowCount;
        const std::size_t from = std::size_t(begin * channels), to = std::size_t(end * channels);
        const T untouched = rounded<T>(777);
        const rows::Coefficients k{c.ofG.data(), c.ofX.data(), c.constant.data()};
        for (const bool with : {false, true}) {
            std::vector<T> out(c.x.size(), untouched);
            rows::normalise<T>(c.primal(rows::Mask::None), with ? c.a.data() : nullptr, true, out.data(), begin, end);
            for (std::size_t i = 0; i < out.size(); ++i)
                QVERIFY(i < from ? out[i] == untouched : near(std::max(0.0, c.mapped(i) + (with ? valueOf(c.a[i]) : 0)), out[i]));
            for (const rows::Mask mask : {rows::Mask::None, rows::Mask::Input, rows::Mask::Output}) {
                std::vector<T> stored(c.x.size(), untouched), masked(c.x.size(), untouched), last(c.x.size(), untouched);
                std::vector<double> sum(std::size_t(channels), 0.0), product(sum), exactSum(sum), exactProduct(sum),
                    size(std::size_t(channels), 1.0);
                rows::project<T>(c.primal(mask), c.a.data(), with ? c.b.data() : nullptr, stored.data(), begin, end, sum.data(),
                                 product.data());
                rows::combineMasked<T>(c.primal(mask), k, c.a.data(), masked.data(), begin, end);
                rows::combineThenMask<T>(c.primal(mask), k, c.a.data(), with ? c.b.data() : nullptr, last.data(), begin, end);
                for (std::size_t i = from; i < to; ++i) {
                    const std::size_t channel = i % std::size_t(channels);
                    const double gate = c.open(i, mask) ? 1 : 0, a = valueOf(c.a[i]), b = with ? valueOf(c.b[i]) : 0;
                    const auto combined = [&](double g) {
                        return double(c.ofG[channel]) * g + double(c.ofX[channel]) * c.centred(i) + double(c.constant[channel]);
                    };
                    exactSum[channel] += gate * (a + b);
                    exactProduct[channel] += gate * (a + b) * c.centred(i);
                    size[channel] += std::abs((a + b) * c.centred(i)) + std::abs(a + b);
                    if (c.undecided(i, mask))
                        continue;
                    QVERIFY(near(gate * (a + b), stored[i]));
                    QVERIFY(near(combined(gate * a), masked[i]));
                    QVERIFY(near(gate * (combined(a) + b), last[i]));
                }
                for (std::size_t i = 0; i < from; ++i)
                    QVERIFY(stored[i] == untouched && masked[i] == untouched && last[i] == untouched);
                for (std::size_t i = 0; i < sum.size(); ++i) {
                    QVERIFY(std::abs(sum[i] - exactSum[i]) < 1e-5 * size[i]);
                    QVERIFY(std::abs(product[i] - exactProduct[i]) < 1e-5 * size[i]);
                }
            }
        }
    }

    template <typename T> static void checkNaN()
    {
        Case<T> c(5, 16);
        c.x[3] = c.a[20] = rounded<T>(std::numeric_limits<float>::quiet_NaN());
        c.x[40] = rounded<T>(std::numeric_limits<float>::infinity());
        std::vector<T> out(c.x.size());
        rows::normalise<T>(c.primal(rows::Mask::None), c.a.data(), true, out.data(), 0, 5);
        QVERIFY(std::isnan(valueOf(out[3])) && std::isnan(valueOf(out[20])));
        const rows::Coefficients k{c.ofG.data(), c.ofX.data(), c.constant.data()};
        rows::combineMasked<T>(c.primal(rows::Mask::Input), k, c.a.data(), out.data(), 0, 5);
        QVERIFY(std::isnan(valueOf(out[3])) && !std::isfinite(valueOf(out[40])));
    }

public:
    static void initMain() { test::narrowVectorsIfAsked(); }

private Q_SLOTS:
    void followFormulas_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("channels");
        for (const int rows : {1, 2, 7, 300, 1031})
            for (const int channels : {1, 3, 16, 17, 32, 64, 160})
                QTest::addRow("%d x %d", rows, channels) << rows << channels;
    }
    void followFormulas()
    {
        QFETCH(int, rows);
        QFETCH(int, channels);
        check<float>(rows, channels);
        check<Bits>(rows, channels);
    }

    void passNaNOn()
    {
        checkNaN<float>();
        checkNaN<Bits>();
    }

    void momentsFarFromZero()
    {
        const std::int64_t rows = 5000, channels = 19;
        std::mt19937 random(3);
        std::normal_distribution<float> normal(1000, 0.5f);
        std::vector<float> x(std::size_t(rows * channels));
        for (float& value : x)
            value = normal(random);
        std::vector<double> mean(std::size_t(channels), 0.0), squares(mean);
        rows::moments<float>(x.data(), channels, 0, rows, mean.data(), squares.data());
        for (std::int64_t c = 0; c < channels; ++c) {
            double sum = 0, square = 0;
            for (std::int64_t r = 0; r < rows; ++r)
                sum += double(x[std::size_t(r * channels + c)]);
            for (std::int64_t r = 0; r < rows; ++r)
                square += std::pow(double(x[std::size_t(r * channels + c)]) - sum / double(rows), 2);
            QVERIFY(std::abs(mean[std::size_t(c)] - sum / double(rows)) < 1e-5);
            QVERIFY(std::abs(squares[std::size_t(c)] / square - 1) < 1e-4);
        }
    }
};

QTEST_APPLESS_MAIN(tst_ChannelRows)
#include "tst_channelrows.moc"
