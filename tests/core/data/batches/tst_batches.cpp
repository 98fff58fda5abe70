// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batches/BatchMaker.h"
#include "core/data/batches/EpochBatches.h"
#include "core/data/readers/SyntheticBlobs.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace reweigh;

class tst_Batches : public QObject {
    Q_OBJECT

    /// Every image pixel says where it is: row, column, channel can be read off any value.
    static ImageSet rulerImages(int channels)
    {
        ImageSet set;
        set.height = 12;
        set.width = 10;
        set.channels = channels;
        for (int image = 0; image < 2; ++image) {
            set.labels.push_back(0);
            for (int y = 0; y < set.height; ++y)
                for (int x = 0; x < set.width; ++x)
                    for (int c = 0; c < channels; ++c)
                        set.pixels.push_back(std::uint8_t(y * set.width + x + 100 * image + 7 * c));
        }
        return set;
    }

    /// The padded, shifted, mirrored image by the definition, from a padded copy.
    static std::vector<float> byDefinition(const ImageSet& set, std::size_t image, int dy, int dx, bool mirror, const Normalisation& norm)
    {
        constexpr int pad = 4;
        const int h = set.height, w = set.width, ch = set.channels;
        const auto mirrorIndex = [](int i, int n) { return i < 0 ? -i : i >= n ? 2 * n - 2 - i : i; };
        std::vector<std::uint8_t> padded(std::size_t((h + 2 * pad) * (w + 2 * pad) * ch));
        for (int y = 0; y < h + 2 * pad; ++y)
            for (int x = 0; x < w + 2 * pad; ++x)
                for (int c = 0; c < ch; ++c)
                    padded[std::size_t((y * (w + 2 * pad) + x) * ch + c)] =
                        set.pixels[image * set.imageBytes()
                                   + std::size_t((mirrorIndex(y - pad, h) * w + mirrorIndex(x - pad, w)) * ch + c)];
        std::vector<float> out;
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x)
                for (int c = 0; c < ch; ++c) {
                    const int column = dx + (mirror ? w - 1 - x : x);
                    const double value = padded[std::size_t(((y + dy) * (w + 2 * pad) + column) * ch + c)];
                    out.push_back(float((value / 255.0 - norm.mean[std::size_t(c)]) / norm.std[std::size_t(c)]));
                }
        return out;
    }

private Q_SLOTS:
    /// 5000 images in batches of 128: 40 of 125, not 39 and one of 8.
    void sizesOfAnEpoch()
    {
        const auto sizes = [](std::size_t samples, std::size_t size, LastBatch last) {
            const EpochBatches batches(samples, size, last);
            std::vector<std::size_t> each;
            for (std::size_t at = 0; at < batches.count(); ++at)
                each.push_back(batches.begin(at + 1) - batches.begin(at));
            return each;
        };
        using Sizes = std::vector<std::size_t>;
        QCOMPARE(sizes(5000, 128, LastBatch::Even), Sizes(40, 125));
        Sizes rest(39, 128);
        rest.push_back(8);
        QCOMPARE(sizes(5000, 128, LastBatch::Rest), rest);
        QCOMPARE(sizes(10, 4, LastBatch::Even), (Sizes{3, 3, 4}));
        QCOMPARE(sizes(10, 4, LastBatch::Rest), (Sizes{4, 4, 2}));
        QCOMPARE(sizes(9, 4, LastBatch::Even), (Sizes{3, 3, 3}));
        QCOMPARE(sizes(9, 4, LastBatch::Rest), (Sizes{4, 5})); // one sample has no batch statistics
        QCOMPARE(sizes(5, 2, LastBatch::Even), (Sizes{2, 3}));
        QCOMPARE(sizes(3, 1, LastBatch::Even), (Sizes{1, 1, 1})); // as was asked for
        for (const LastBatch last : {LastBatch::Even, LastBatch::Rest}) {
            QCOMPARE(sizes(8, 4, last), (Sizes{4, 4}));
            QCOMPARE(sizes(3, 4, last), (Sizes{3}));
            QCOMPARE(sizes(1, 4, last), (Sizes{1}));
            for (std::size_t samples = 2; samples < 60; ++samples)
                for (std::size_t size = 2; size < 20; ++size) {
                    const Sizes each = sizes(samples, size, last);
                    QCOMPARE(std::accumulate(each.begin(), each.end(), std::size_t(0)), samples);
                    QVERIFY(std::ranges::min(each) >= 2 && std::ranges::max(each) <= size + 1);
                    QVERIFY(last == LastBatch::Rest || std::ranges::max(each) - std::ranges::min(each) <= 1);
                }
        }
    }

    void orderIsAPermutation()
    {
        for (const std::size_t n : {0u, 1u, 2u, 1000u}) {
            std::vector<std::uint32_t> order = batchOrder(n, 5, 1);
            std::sort(order.begin(), order.end());
            std::vector<std::uint32_t> identity(n);
            std::iota(identity.begin(), identity.end(), 0u);
            QCOMPARE(order, identity);
        }
        QCOMPARE(batchOrder(1000, 5, 7), batchOrder(1000, 5, 7));
        QVERIFY(batchOrder(1000, 5, 7) != batchOrder(1000, 5, 8));
        QVERIFY(batchOrder(1000, 5, 7) != batchOrder(1000, 6, 7));
    }

    /// Over many epochs each sample visits each place equally often: chi-squared of a 6 x 6 table, 25 degrees of freedom.
    void orderIsFair()
    {
        constexpr int n = 6, rounds = 36000;
        std::array<int, n * n> seen{};
        for (int epoch = 0; epoch < rounds; ++epoch) {
            const auto order = batchOrder(n, 1, epoch);
            for (std::size_t i = 0; i < n; ++i)
                ++seen[i * n + order[i]];
        }
        double chi2 = 0.0;
        for (const int count : seen)
            chi2 += std::pow(count - rounds / n, 2) / (rounds / n);
        QVERIFY2(chi2 < 60.0, qPrintable(QString::number(chi2))); // p = 1e-4
    }

    void normalisesOnly_data() { channelRows(); }
    void normalisesOnly()
    {
        QFETCH(int, channels);
        const ImageSet set = rulerImages(channels);
        const Normalisation norm{{.1, .2, .3}, {.5, .6, .7}};
        std::vector<float> out(2 * set.imageBytes());
        BatchMaker(set, norm, true).make(std::vector<std::uint32_t>{1, 0}, 3, false, out.data());
        std::vector<float> expected = byDefinition(set, 1, 4, 4, false, norm);
        const std::vector<float> second = byDefinition(set, 0, 4, 4, false, norm);
        expected.insert(expected.end(), second.begin(), second.end());
        QVERIFY(out == expected);
    }

    void augments_data() { channelRows(); }
    void augments()
    {
        QFETCH(int, channels);
        const ImageSet set = rulerImages(channels);
        const Normalisation norm{{.1, .2, .3}, {.5, .6, .7}};
        std::map<std::vector<float>, int> places; // 9 x 9 x 2 of them
        for (int dy = 0; dy < 9; ++dy)
            for (int dx = 0; dx < 9; ++dx)
                for (const bool mirror : {false, true})
                    places.emplace(byDefinition(set, 1, dy, dx, mirror, norm), 0);
        QCOMPARE(places.size(), 162u);
        constexpr int draws = 16200;
        const std::vector<std::uint32_t> indices(draws, 1u);
        std::vector<float> out(indices.size() * set.imageBytes());
        BatchMaker(set, norm, true).make(indices, 77, true, out.data());
        for (std::size_t i = 0; i < draws; ++i) {
            const auto from = out.begin() + std::ptrdiff_t(i * set.imageBytes());
            const auto place = places.find(std::vector<float>(from, from + std::ptrdiff_t(set.imageBytes())));
            QVERIFY(place != places.end());
            ++place->second;
        }
        double chi2 = 0.0;
        for (const auto& [image, count] : places)
            chi2 += std::pow(count - draws / 162.0, 2) / (draws / 162.0);
        QVERIFY2(chi2 < 236.0, qPrintable(QString::number(chi2))); // 161 degrees of freedom, p = 1e-4

        // Without flip only the 81 unmirrored ones appear.
        BatchMaker(set, norm, false).make(std::span(indices).first(200), 77, true, out.data());
        std::map<std::vector<float>, int> unmirrored;
        for (int dy = 0; dy < 9; ++dy)
            for (int dx = 0; dx < 9; ++dx)
                unmirrored.emplace(byDefinition(set, 1, dy, dx, false, norm), 0);
        for (std::size_t i = 0; i < 200; ++i) {
            const auto from = out.begin() + std::ptrdiff_t(i * set.imageBytes());
            QVERIFY(unmirrored.contains(std::vector<float>(from, from + std::ptrdiff_t(set.imageBytes()))));
        }
    }

    void dependsOnSeedAndPosition()
    {
        const DataSource source = makeSyntheticBlobs();
        const BatchMaker maker(source.train, normalisationFor(source), true);
        const std::size_t bytes = source.train.imageBytes();
        const std::vector<std::uint32_t> all = {5, 9, 5};
        std::vector<float> a(3 * bytes), b(3 * bytes), first(bytes);
        maker.make(all, 1, true, a.data());
        maker.make(all, 1, true, b.data());
        QVERIFY(a == b);
        maker.make(std::span(all).first(1), 1, true, first.data());
        QVERIFY(std::equal(first.begin(), first.end(), a.begin()));
        QVERIFY(!std::equal(first.begin(), first.end(), a.begin() + std::ptrdiff_t(2 * bytes)));
        maker.make(all, 2, true, b.data());
        QVERIFY(a != b);
    }

    void measuredNormalisationWhitens()
    {
        const DataSource source = makeSyntheticBlobs({.channels = 3});
        const BatchMaker maker(source.train, normalisationFor(source), false);
        std::vector<std::uint32_t> all(source.train.size());
        std::iota(all.begin(), all.end(), 0u);
        std::vector<float> out(source.train.pixels.size());
        maker.make(all, 0, false, out.data());
        for (std::size_t c = 0; c < 3; ++c) {
            double sum = 0.0, squares = 0.0;
            const double count = double(out.size() / 3);
            for (std::size_t i = c; i < out.size(); i += 3) {
                sum += out[i];
                squares += double(out[i]) * out[i];
            }
            QVERIFY(std::abs(sum / count) < 1e-5);
            QVERIFY(std::abs(squares / count - 1.0) < 1e-5);
        }
    }

    void refusesImagesSmallerThanThePadding()
    {
        ImageSet tiny;
        tiny.height = tiny.width = 4;
        tiny.channels = 1;
        QVERIFY_EXCEPTION_THROWN(BatchMaker(tiny, {}, true), std::invalid_argument);
    }

private:
    static void channelRows()
    {
        QTest::addColumn<int>("channels");
        QTest::addRow("grey") << 1;
        QTest::addRow("colour") << 3;
    }
};

QTEST_APPLESS_MAIN(tst_Batches)
#include "tst_batches.moc"
