// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/NumpyRandom.h"
#include "tests/support/SearchVectors.h"

using namespace reweigh;

/// The streams of tests/golden/numpy_random.json, bit for bit those of the real NumPy.
class tst_Rng : public QObject {
    Q_OBJECT

    static nlohmann::json streams() { return test::readVectors(REWEIGH_SOURCE_DIR "/tests/golden/numpy_random.json"); }

private Q_SLOTS:
    void streamsAreNumPys()
    {
        const nlohmann::json all = streams();
        QVERIFY(all.size() >= 5);
        for (const auto& stream : all) {
            NumpyRandom random(stream["seed"].get<std::uint64_t>());
            for (const double expected : stream["doubles"])
                QCOMPARE(random.uniform(), expected);

            const auto p = stream["p"].get<std::vector<double>>();
            const auto choices = stream["choices"].get<std::vector<std::size_t>>();
            QCOMPARE(random.choice(p, choices.size()), choices);

            const double low = stream["bounds"][0], high = stream["bounds"][1];
            for (const double expected : stream["uniforms"])
                QCOMPARE(low + (high - low) * random.uniform(), expected);

            const auto later = stream["later"].get<std::vector<double>>();
            for (std::size_t i = later.size(); i < 700; ++i)
                random.uniform();
            for (const double expected : later)
                QCOMPARE(random.uniform(), expected);
        }
    }

    void moveToFindsEveryPosition()
    {
        NumpyRandom straight(11);
        std::vector<double> values;
        for (int i = 0; i < 700; ++i)
            values.push_back(straight.uniform());
        QCOMPARE(straight.wordsDrawn(), std::uint64_t(1400));

        NumpyRandom moved(11);
        for (const std::size_t place : {5u, 312u, 0u, 699u, 311u, 312u}) {
            moved.moveTo(2 * place);
            QCOMPARE(moved.uniform(), values[place]);
            QCOMPARE(moved.wordsDrawn(), std::uint64_t(2 * place + 2));
        }
    }

    void longSeedsDiffer()
    {
        NumpyRandom low(3), high(3 + (std::uint64_t(9) << 32));
        QVERIFY(low.uniform() != high.uniform());
    }
};

QTEST_APPLESS_MAIN(tst_Rng)
#include "tst_rng.moc"
