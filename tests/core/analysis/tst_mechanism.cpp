// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MechanismVerdict.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;

/// What weights are said to do about wrong labels and rare classes: every verdict, by numbers on both sides of each threshold.
class tst_Mechanism : public QObject {
    Q_OBJECT

    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    /// 2000 wrong and 8000 right labels, 300 and 400 of them in few.
    static MechanismEvidence run(double auroc, GroupFigures within, GroupFigures right, double wrongness = 0.5, double size = 0.1)
    {
        return {.overall = {.weighted = true, .auroc = auroc, .wrong = 2000, .right = 8000, .spread = 0.5},
                .auroc = within,
                .wrongFew = 300,
                .rightFew = 400,
                .rightWeight = right,
                .shares = {.wrongness = wrongness, .size = size, .interaction = 0.01}};
    }

    static MechanismVerdict verdictOf(const MechanismEvidence& evidence) { return mechanismVerdict(std::span(&evidence, 1)); }
    static QString effectOf(const MechanismEvidence& evidence) { return QString(nameOf(verdictOf(evidence).effect)); }

private Q_SLOTS:
    void separatesBoth()
    {
        const GroupFigures within = {0.92, 0.9, 0.85};
        QCOMPARE(effectOf(run(0.9, within, {0.8, 0.8, 0.9})), QString("separates both"));
        QCOMPARE(effectOf(run(0.9, within, {0.8, 0.8, 0.78})), QString("separates both")); // 2.5 % less are held to be equal
        QCOMPARE(effectOf(run(0.9, within, {0.8, 0.8, 0.75})), QString("follows loss"));   // 6 % are not
        QCOMPARE(effectOf(run(0.69, within, {0.8, 0.8, 0.9})), QString("mixed"));
        QCOMPARE(effectOf(run(0.9, {0.92, 0.9, 0.55}, {0.8, 0.8, 0.8})), QString("separates both")); // 0.5 is 2 standard errors away
        QCOMPARE(effectOf(run(0.9, {0.92, 0.9, 0.54}, {0.8, 0.8, 0.8})), QString("mixed"));          // it is not
        QCOMPARE(effectOf(run(0.9, {0.92, 0.9, none}, {0.8, 0.8, 0.8})), QString("mixed"));          // none is wrong in few
        QCOMPARE(effectOf(run(0.9, within, {0.8, 0.8, none})), QString("mixed"));                    // none is right in few
        MechanismEvidence uncounted = run(0.9, within, {0.8, 0.8, 0.8});
        uncounted.wrongFew = none; // the interval of its AUROC is not known
        QCOMPARE(effectOf(uncounted), QString("mixed"));
        QCOMPARE(verdictOf(uncounted).few.low, 0.0);
    }

    /// The interval of few is that of its own samples.
    void intervalOfFew()
    {
        const Interval known = aurocInterval(0.85, 300, 400);
        const MechanismVerdict verdict = verdictOf(run(0.9, {0.92, 0.9, 0.85}, {0.8, 0.8, 0.8}));
        QCOMPARE(verdict.few.low, known.low);
        QCOMPARE(verdict.few.high, known.high);
        QCOMPARE(verdict.weights.auroc, 0.9);
        QCOMPARE(verdict.shares.wrongness, 0.5);
        QVERIFY(verdict.auroc == (GroupFigures{0.92, 0.9, 0.85}));
    }

    void followsLoss()
    {
        const GroupFigures inverted = {0.05, 0.08, 0.1}, upright = {0.92, 0.9, 0.85};
        QCOMPARE(effectOf(run(0.1, inverted, {0.3, 0.4, 0.6})), QString("follows loss")); // rise together
        QCOMPARE(verdictOf(run(0.1, inverted, {0.3, 0.4, 0.6})).rareShift(), 1);
        QCOMPARE(effectOf(run(0.9, upright, {0.8, 0.7, 0.5})), QString("follows loss")); // fall together
        QCOMPARE(verdictOf(run(0.9, upright, {0.8, 0.7, 0.5})).rareShift(), -1);
        QCOMPARE(effectOf(run(0.1, inverted, {0.6, 0.5, 0.3})), QString("mixed")); // wrong ones rise, rare ones fall
        QCOMPARE(effectOf(run(0.1, inverted, {0.6, 0.6, 0.6})), QString("mixed")); // rare ones stay
        QCOMPARE(verdictOf(run(0.1, inverted, {0.6, 0.6, 0.6})).rareShift(), 0);
        QCOMPARE(effectOf(run(0.31, {0.2, 0.2, 0.2}, {0.3, 0.4, 0.6})), QString("mixed")); // wrong ones hardly rise
        QCOMPARE(effectOf(run(0.3, {0.2, 0.2, 0.2}, {0.3, 0.4, 0.6})), QString("follows loss"));
    }

    /// Class-balanced weights rank wrong labels overall, of which the few have more, and not within a class.
    void followsClassSize()
    {
        const GroupFigures chance = {0.5, 0.5, 0.52}, rare = {0.3, 1.5, 6.0};
        QCOMPARE(effectOf(run(0.28, chance, rare, 0.1, 0.8)), QString("follows class size"));
        QCOMPARE(effectOf(run(0.45, chance, rare, 0.1, 0.8)), QString("follows class size"));
        QCOMPARE(effectOf(run(0.45, {0.5, none, 0.52}, rare, 0.1, 0.8)), QString("follows class size"));
        QCOMPARE(effectOf(run(0.28, chance, rare, 0.4, 0.4)), QString("follows loss")); // size does not decide more
        QCOMPARE(effectOf(run(0.45, chance, rare, 0.4, 0.4)), QString("mixed"));
        QCOMPARE(effectOf(run(0.28, {0.28, 0.29, 0.31}, rare, 0.1, 0.8)), QString("follows loss")); // 0.293 within groups
        QCOMPARE(effectOf(run(0.28, {0.29, 0.3, 0.34}, rare, 0.1, 0.8)), QString("follows class size"));
        QCOMPARE(effectOf(run(0.75, {0.69, 0.7, 0.74}, {0.9, 0.6, 0.3}, 0.1, 0.8)), QString("follows loss")); // 0.71
        QCOMPARE(effectOf(run(0.75, {0.66, 0.7, 0.71}, {0.9, 0.6, 0.3}, 0.1, 0.8)), QString("follows class size"));
        QCOMPARE(effectOf(run(0.28, chance, rare, none, none)), QString("mixed")); // shares of before are not known
    }

    void othersAreWeightVerdicts()
    {
        QCOMPARE(mechanismVerdict(EpochFigures{.epoch = 1}).effect, MechanismEffect::NoWeights);
        QCOMPARE(mechanismVerdict(std::span<const MechanismEvidence>()).effect, MechanismEffect::NoWeights);
        MechanismEvidence flat = run(0.9, {0.92, 0.9, 0.85}, {0.8, 0.8, 0.8});
        flat.overall.spread = 0.04;
        QCOMPARE(effectOf(flat), QString("flat"));
        const MechanismEvidence unknown = run(none, {none, none, none}, {0.8, 0.8, 0.8}, none, 0.4);
        QCOMPARE(effectOf(unknown), QString("unknown"));
        QCOMPARE(verdictOf(unknown).shares.size, 0.4);
    }

    /// t(0.975, 2) = 4.3027; a deviation of 0.02 over 3 runs makes 0.0497.
    void overSeeds()
    {
        const auto runs = [](double a, double b, double c) {
            std::vector<MechanismEvidence> list;
            for (const double few : {a, b, c})
                list.push_back(run(0.9 + 0.1 * (few - b), {0.92, 0.9, few}, {0.8, 0.8, 0.8}));
            return list;
        };
        const MechanismVerdict good = mechanismVerdict(runs(0.58, 0.6, 0.62));
        QCOMPARE(good.effect, MechanismEffect::SeparatesBoth);
        QVERIFY(std::abs(good.few.low - (0.6 - 4.302652729911275 * 0.02 / std::sqrt(3.0))) < 1e-9);
        QVERIFY(std::abs(good.auroc[2] - 0.6) < 1e-12);
        QCOMPARE(mechanismVerdict(runs(0.45, 0.6, 0.75)).effect, MechanismEffect::Mixed); // seeds do not agree

        // Means decide: of two runs one follows the class size, together they follow the loss.
        std::vector<MechanismEvidence> two = {run(0.2, {0.4, 0.4, 0.4}, {0.3, 1.5, 6.0}, 0.1, 0.8),
                                              run(0.2, {0.1, 0.1, 0.1}, {0.3, 1.5, 6.0}, 0.5, 0.1)};
        QCOMPARE(effectOf(two[0]), QString("follows class size"));
        QCOMPARE(mechanismVerdict(two).effect, MechanismEffect::FollowsLoss);
        QVERIFY(std::abs(mechanismVerdict(two).shares.size - 0.45) < 1e-12);
        two[1].shares = {}; // a figure that a run does not have is left out
        QCOMPARE(mechanismVerdict(two).shares.size, 0.8);
    }

    void ofAnEpoch()
    {
        EpochFigures epoch{.epoch = 1};
        epoch.curve.weight = {0.5f};
        epoch.detection = {.auroc = 0.9,
                           .averagePrecision = 0.8,
                           .aurocByGroup = {0.92, 0.9, 0.85},
                           .meanRightWeight = {0.8, 0.8, 0.9},
                           .meanWrongWeight = {0.1, 0.1, 0.2}};
        for (auto& group : epoch.distribution.counts)
            group.fill(WeightDistribution::Counts(weightBins, 0));
        epoch.distribution.counts[0][0][40] = 7600;
        epoch.distribution.counts[0][1][5] = 1700;
        epoch.distribution.counts[2][0][45] = 400;
        epoch.distribution.counts[2][1][10] = 300;
        epoch.distribution.mean = 0.5;
        epoch.distribution.low = 0.1;
        epoch.distribution.high = 0.9;
        epoch.shares = {.wrongness = 0.6, .size = 0.1, .interaction = 0.0};
        const MechanismVerdict verdict = mechanismVerdict(epoch);
        QCOMPARE(verdict.effect, MechanismEffect::SeparatesBoth);
        QCOMPARE(verdict.few.low, aurocInterval(0.85, 300, 400).low);
        QCOMPARE(verdict.weights.interval.low, aurocInterval(0.9, 2000, 8000).low);
        QCOMPARE(verdict.shares.wrongness, 0.6);
        epoch.distribution.counts = {}; // runs of the first version counted no samples
        QCOMPARE(mechanismVerdict(epoch).effect, MechanismEffect::Mixed);
    }
};

QTEST_APPLESS_MAIN(tst_Mechanism)
#include "tst_mechanism.moc"
