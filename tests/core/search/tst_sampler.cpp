// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"
#include "tests/contract/SamplerContract.h"

#include <stdexcept>

using namespace reweigh;

class tst_Sampler : public QObject {
    Q_OBJECT

    static void checkTpe(TpeOptions options)
    {
        test::checkSampler([options](std::uint64_t seed) { return makeTpeSampler(seed, options); });
    }

private Q_SLOTS:
    void random() { test::checkSampler(makeRandomSampler); }
    void tpe() { checkTpe({}); }
    void tpeOneByOne() { checkTpe({.multivariate = false}); }
    void tpeByGroups() { checkTpe({.group = true}); }
    void tpeWithoutLiar() { checkTpe({.constantLiar = false}); }

    void impossibleOptions()
    {
        QVERIFY_EXCEPTION_THROWN(makeTpeSampler(1, {.multivariate = false, .group = true}), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(makeTpeSampler(1, {.candidates = 0}), std::invalid_argument);
    }

    /// The user's number of random trials reaches TPE: until then it draws as it does by default, and no longer.
    void startupIsASetting()
    {
        const auto suggested = [](std::unique_ptr<Sampler> sampler) {
            test::SampledStudy study(4);
            for (int i = 0; i < 20; ++i)
                study.step(*sampler);
            return test::parametersOf(study);
        };
        const auto usual = suggested(makeSampler("tpe", 3).value());
        const auto early = suggested(makeSampler("tpe", 3, {{tpeStartup, 2.0}}).value());
        QVERIFY(early == suggested(makeTpeSampler(3, {.startupTrials = 2})));
        QVERIFY(usual == suggested(makeTpeSampler(3)));
        QVERIFY(std::equal(early.begin(), early.begin() + 2, usual.begin()));
        QVERIFY(early != usual);
    }

    /// The position comes from a study's file, where anything may stand; the generator goes there word by word.
    void positionsFromFiles()
    {
        const auto sampler = makeRandomSampler(3);
        QVERIFY(sampler->restore(R"({"seed": 18446744073709551615, "drawn": {"random": 1000}})").ok());
        for (const char* text : {"", "[]", R"({"seed": 1, "drawn": {}})", R"({"seed": 1, "drawn": {"random": -1}})",
                                 R"({"seed": 1, "drawn": {"random": 18446744073709551614}})"})
            QCOMPARE(errorName(sampler->restore(text).error().code), errorName(ErrorCode::StudyCorrupt));
    }

    /// With the liar, trials that run now count as bad: they move what is suggested next.
    void runningTrialsCount()
    {
        const auto suggested = [](bool liar) {
            const auto sampler = makeTpeSampler(3, {.constantLiar = liar});
            test::SampledStudy study(4);
            for (int i = 0; i < 40; ++i)
                study.step(*sampler);
            return test::parametersOf(study);
        };
        const auto with = suggested(true), without = suggested(false);
        QVERIFY(with != without);
        QVERIFY(std::equal(with.begin(), with.begin() + 10, without.begin())); // start-up draws are random either way
    }
};

QTEST_APPLESS_MAIN(tst_Sampler)
#include "tst_sampler.moc"
