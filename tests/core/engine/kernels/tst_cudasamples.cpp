// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batches/BatchMaker.h"
#include "core/data/readers/SyntheticBlobs.h"
#include "core/engine/kernels/cuda/SampleMath.h"

#include <QtTest>

using namespace reweigh;
using namespace reweigh::cuda;

/// What CUDA kernels do for one pixel or one parameter, done here for all of them.
class tst_CudaSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gathersWhatBatchMakerMakes_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<bool>("augment");
        QTest::newRow("grey") << 1 << false;
        QTest::newRow("grey, augmented") << 1 << true;
        QTest::newRow("colour, augmented") << 3 << true;
    }

    void gathersWhatBatchMakerMakes()
    {
        QFETCH(int, channels);
        QFETCH(bool, augment);
        const DataSource source =
            makeSyntheticBlobs({.classes = 3, .trainPerClass = 10, .testPerClass = 1, .side = 11, .channels = channels});
        const BatchMaker maker(source.train, normalisationFor(source), true);
        const std::vector<std::uint32_t> indices{29, 0, 7, 7, 16};
        constexpr std::uint64_t seed = 12;
        std::vector<float> want(indices.size() * source.train.imageBytes()), got(want.size());
        maker.make(indices, seed, augment, want.data());

        std::vector<int> samples;
        bool mirrored = false;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const CropPlacement at = augment ? maker.placement(seed, i) : CropPlacement{};
            samples.insert(samples.end(), {int(indices[i]), at.dy, at.dx, int(at.mirrored)});
            mirrored = mirrored || at.mirrored;
        }
        QCOMPARE(mirrored, augment); // the seed gives both kinds
        std::vector<float> value;
        for (const auto& row : maker.values())
            value.insert(value.end(), row.begin(), row.end());
        const cuda::ImageShape shape{11, 11, channels};
        for (int pixel = 0; pixel < int(indices.size()) * 121; ++pixel)
            gatherPixel(source.train.pixels.data(), samples.data(), value.data(), shape, pixel, got.data());
        QCOMPARE(got, want);
    }

    /// With one gradient g = 0.5 + 0.1 w(0) throughout, the buffer is g, then 1.9 g; Nesterov's steps look one buffer ahead.
    void sgdMovesByItsBuffer()
    {
        for (const bool nesterov : {false, true}) {
            const SgdConstants k{.lr = -1, .momentum = 0.9, .weightDecay = 0.1, .nesterov = nesterov};
            double w = 2, buffer = 0;
            const double g = 0.7;
            sgdElement(k, 0.01, g - 0.1 * w, w, buffer);
            const double first = nesterov ? 1.9 * g : g;
            QVERIFY(std::abs(w - (2 - 0.01 * first)) < 1e-15);
            QVERIFY(std::abs(buffer - g) < 1e-15);
            sgdElement(k, 0.05, g - 0.1 * w, w, buffer); // another rate: of this step alone
            const double second = nesterov ? g + 0.9 * 1.9 * g : 1.9 * g;
            QVERIFY(std::abs(w - (2 - 0.01 * first - 0.05 * second)) < 1e-15);
            QVERIFY(std::abs(buffer - 1.9 * g) < 1e-15);
        }
    }

    /// Kingma and Ba's first two steps, by hand: with one gradient g throughout the corrected moments are g and g².
    void adamMovesByItsRateWhileTheGradientStays()
    {
        const AdamConstants k{.beta1 = 0.9, .beta2 = 0.999, .epsilon = 1e-8, .lr = 0.01, .weightDecay = 0.0};
        double w = 1, first = 0, second = 0;
        for (int step = 1; step <= 2; ++step) {
            adamElement(k, step, 0.25, w, first, second);
            QVERIFY(std::abs(w - (1 - 0.01 * step)) < 1e-8);
        }
        QVERIFY(std::abs(first - 0.19 * 0.25) < 1e-15);
    }
};

QTEST_APPLESS_MAIN(tst_CudaSamples)
#include "tst_cudasamples.moc"
