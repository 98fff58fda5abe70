// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/base/Json.h"
#include "core/base/Rng.h"
#include "core/engine/training/meters/WeightAnova.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace reweigh;

/// What decides the weights, against statsmodels' recorded answers and weights that are planted.
class tst_WeightAnova : public QObject {
    Q_OBJECT

    /// A class of each size, and weights for samples whose observed label has it.
    struct Samples {
        std::vector<std::uint16_t> trueLabel, observed;
        std::vector<float> losses, weights;
        std::vector<int> groups = {0, 1, 2};

        void add(bool wrong, int size, float weight)
        {
            observed.push_back(std::uint16_t(size));
            trueLabel.push_back(std::uint16_t(wrong ? (size + 1) % 3 : size));
            losses.push_back(1.0f);
            weights.push_back(weight);
        }
        WeightSamples view() const { return {losses, weights, trueLabel, observed, groups}; }
        WeightShares shares() const { return weightShares(weightAnova(view())); }
    };

    /// Classes of 9000, 3000 and 600 images under 40 % wrong labels, with weights of weight(wrong, size).
    template <typename Weight> static Samples planted(const Weight& weight)
    {
        Samples samples;
        Rng rng(11);
        const int sizes[] = {9000, 3000, 600};
        for (int size = 0; size < 3; ++size)
            for (int i = 0; i < sizes[size]; ++i) {
                const bool wrong = rng.below(5) < 2;
                samples.add(wrong, size, float(weight(wrong, size)));
            }
        return samples;
    }

private Q_SLOTS:
    /// Weights in, shares out; those beyond 1 among them.
    void againstStatsmodels()
    {
        const auto text = readFile(REWEIGH_SOURCE_DIR "/tests/golden/anova.json");
        QVERIFY(text.ok());
        int compared = 0, beyondOne = 0;
        const auto same = [&](double ours, const nlohmann::json& line) {
            if (line.is_null())
                return std::isnan(ours);
            ++compared;
            const double theirs = line.at("share").get<double>();
            return std::abs(ours - theirs) <= 1e-9 * theirs;
        };
        const nlohmann::json content = nlohmann::json::parse(*text);
        for (const nlohmann::json& golden : content.at("cases")) {
            Samples samples;
            for (std::size_t i = 0; i < golden.at("weights").size(); ++i)
                samples.add(golden.at("wrong")[i] == 1, golden.at("size")[i].get<int>(), golden.at("weights")[i].get<float>());
            beyondOne += std::ranges::max(samples.weights) > 1.0f;
            const WeightShares shares = samples.shares();
            QVERIFY2(same(shares.wrongness, golden.at("rows")) && same(shares.size, golden.at("columns"))
                         && same(shares.interaction, golden.at("interaction")),
                     golden.at("name").get<std::string>().c_str());
        }
        QVERIFY(compared > 40 && beyondOne >= 1);
    }

    /// A weight that knows the truth: wrongness is all there is. One that knows nothing: no share at all, and AUROCs of chance.
    void oracleAndShuffled()
    {
        const Samples oracle = planted([](bool wrong, int) { return wrong ? 0.0 : 1.0; });
        const WeightShares all = oracle.shares();
        QVERIFY(std::abs(all.wrongness - 1) < 1e-9);
        QVERIFY(all.size < 1e-9 && all.interaction < 1e-9);
        QCOMPARE(noiseDetection(oracle.view()).auroc, 1.0);

        Rng rng(12);
        const Samples shuffled = planted([&](bool, int) { return rng.uniform(); });
        const WeightShares nothing = shuffled.shares();
        for (const double share : {nothing.wrongness, nothing.size, nothing.interaction}) // by chance 1 / 12600 and 2 / 12600
            QVERIFY(share >= 0 && share < 1.5e-3);
        const NoiseDetection blind = noiseDetection(shuffled.view());
        QVERIFY(std::abs(blind.auroc - 0.5) < 0.02); // deviation 0.0053
        for (const double auroc : blind.aurocByGroup)
            QVERIFY(std::abs(auroc - 0.5) < 0.1); // deviation 0.024 in the smallest
    }

    /// Class-balanced weights know the class alone. They exceed 1.
    void classSizeAlone()
    {
        const Samples balanced = planted([](bool, int size) { return size == 0 ? 0.3 : size == 1 ? 1.5 : 6.0; });
        const WeightShares shares = balanced.shares();
        QVERIFY(std::abs(shares.size - 1) < 1e-9);
        QVERIFY(shares.wrongness < 1e-9 && shares.interaction < 1e-9);
    }

    /// Four samples by hand: logits -log 3, log 3 (right), -2 log 3, 2 log 3 (wrong) in two groups of one each, without a residual.
    void byHand()
    {
        Samples samples;
        samples.add(false, 0, 0.25f);
        samples.add(false, 2, 0.75f);
        samples.add(true, 0, 0.1f);
        samples.add(true, 2, 0.9f);
        const WeightShares shares = samples.shares(); // in units of log 3: -1, 1, -2, 2, of which the size makes 1.5^2 * 4 of 10
        QVERIFY(std::abs(shares.wrongness) < 1e-12);
        QVERIFY(std::abs(shares.size - 0.9) < 1e-7);
        QVERIFY(std::abs(shares.interaction - 0.1) < 1e-7);
    }

    /// A weight that is 1 but for rounding is a weight up to 1, and one beyond it changes what is analysed.
    void roundingIsNotBeyondOne()
    {
        Samples samples;
        for (int size = 0; size < 3; ++size)
            for (const float weight : {0.5f, 0.9999f})
                samples.add(false, size, weight);
        samples.add(true, 0, 1.0f);
        const double exact = samples.shares().wrongness;
        samples.weights.back() = 1.0000001f;
        QCOMPARE(samples.shares().wrongness, exact);
        samples.weights.back() = 1.001f;
        QVERIFY(std::abs(samples.shares().wrongness - exact) > 0.01);
    }

    void withoutWrongLabelsOrWeights()
    {
        Samples samples;
        for (int size = 0; size < 3; ++size)
            for (const float weight : {0.2f, 0.6f})
                samples.add(false, size, weight * float(size + 1) / 3.0f);
        const WeightShares shares = samples.shares();
        QVERIFY(std::isnan(shares.wrongness) && std::isnan(shares.interaction));
        QVERIFY(shares.size > 0 && shares.size < 1);
        std::ranges::fill(samples.weights, 0.7f);
        QVERIFY(std::isnan(samples.shares().size)); // all are equal
        QVERIFY(std::isnan(Samples().shares().size));
    }
};

QTEST_APPLESS_MAIN(tst_WeightAnova)
#include "tst_weightanova.moc"
