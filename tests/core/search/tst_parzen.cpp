// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/ParzenEstimator.h"
#include "tests/support/SearchVectors.h"

using namespace reweigh;

class tst_Parzen : public QObject {
    Q_OBJECT

    static void compare(const std::vector<double>& ours, const nlohmann::json& theirs, const char* what)
    {
        QCOMPARE(ours.size(), theirs.size());
        for (std::size_t i = 0; i < ours.size(); ++i)
            QVERIFY2(test::close(ours[i], theirs[i], 1e-9), qPrintable(QStringLiteral("%1 %2: %3, not %4")
                                                                           .arg(what)
                                                                           .arg(i)
                                                                           .arg(ours[i], 0, 'g', 17)
                                                                           .arg(theirs[i].get<double>(), 0, 'g', 17)));
    }

    static void compareKernels(const NumericKernels& ours, const nlohmann::json& theirs)
    {
        compare(ours.mu, theirs.at("mu"), "mu");
        compare(ours.sigma, theirs.at("sigma"), "sigma");
    }

    static void compareKernels(const CategoricalKernels& ours, const nlohmann::json& theirs)
    {
        const nlohmann::json& rows = theirs.at("weights");
        QCOMPARE(rows.size(), ours.observed.size() + 1);
        for (std::size_t kernel = 0; kernel < rows.size(); ++kernel)
            for (std::size_t choice = 0; choice < ours.choices; ++choice)
                QVERIFY(test::close(ours.probability(kernel, choice), rows[kernel][choice], 1e-12));
    }

private Q_SLOTS:
    void estimators_data() { test::addVectorFiles(test::VectorForm::Values); }
    void estimators()
    {
        QFETCH(QString, path);
        const nlohmann::json vectors = test::readVectors(path);
        QVERIFY(!vectors.at("parzen").empty());
        for (const auto& item : vectors["parzen"]) {
            const SearchSpace space = test::spaceOf(item["space"]);
            const Mixture mixture = parzenEstimator(space, test::pointsOf(item["observations"], space));
            compare(mixture.weights(), item["weights"], "weight");
            auto kernels = mixture.parameters().begin();
            for (const auto& entry : space)
                std::visit([&](const auto& ours) { compareKernels(ours, item["kernels"].at(entry.first)); }, *kernels++);
            compare(mixture.logDensity(test::pointsOf(item["points"], space)), item["log_pdf"], "log density");
            if (QTest::currentTestFailed())
                qFatal("%s, n = %d", item["case"].get<std::string>().c_str(), item["n"].get<int>());
        }
    }

    void acquisition_data() { test::addVectorFiles(test::VectorForm::Values); }
    void acquisition()
    {
        QFETCH(QString, path);
        const nlohmann::json vectors = test::readVectors(path);
        QVERIFY(!vectors.at("acquisition").empty());
        for (const auto& item : vectors["acquisition"]) {
            const SearchSpace space = test::spaceOf(item["space"]);
            const auto density = [&](const char* side) {
                return parzenEstimator(space, test::pointsOf(item[side], space)).logDensity(test::pointsOf(item["candidates"], space));
            };
            std::vector<double> scores = density("below");
            const std::vector<double> bad = density("above");
            for (std::size_t i = 0; i < scores.size(); ++i) {
                scores[i] -= bad[i];
                // A difference of two logarithms may be near 0: relative to what was subtracted.
                QVERIFY(std::abs(scores[i] - item["score"][i].get<double>()) <= 1e-9 * std::max(1.0, std::abs(bad[i])));
            }
            QCOMPARE(std::max_element(scores.begin(), scores.end()) - scores.begin(), item["argmax"].get<std::ptrdiff_t>());
        }
    }

    void countsAndWeights_data() { test::addVectorFiles(test::VectorForm::Values); }
    void countsAndWeights()
    {
        QFETCH(QString, path);
        const nlohmann::json vectors = test::readVectors(path);
        for (const auto& item : vectors.at("gamma"))
            QCOMPARE(goodCount(item[0]), item[1].get<std::size_t>());
        for (const auto& item : vectors.at("weights"))
            compare(observationWeights(item[0]), item[1], "weight");
    }

    /// The mixture is a distribution: over all values of a stepped parameter it sums to one.
    void probabilitiesSumToOne()
    {
        const SearchSpace space{{"x", IntDistribution{3, 40, true, 1}}};
        const Mixture mixture = parzenEstimator(space, {{3, 3, 7, 12, 40}});
        std::vector<double> all(38);
        std::iota(all.begin(), all.end(), 3.0);
        double sum = 0.0;
        for (const double logProbability : mixture.logDensity({all}))
            sum += std::exp(logProbability);
        QVERIFY(test::close(sum, 1.0, 1e-12));
    }

    void samplesStayInRange()
    {
        const SearchSpace space{{"c", CategoricalDistribution{{"a", "b", "c"}}},
                                {"i", IntDistribution{8, 512, true, 1}},
                                {"s", FloatDistribution{0.0, 0.5, false, 0.05}},
                                {"x", FloatDistribution{1e-5, 1e-1, true, {}}}};
        const Mixture mixture = parzenEstimator(space, {{0, 2}, {8, 512}, {0.0, 0.5}, {1e-5, 1e-1}});
        NumpyRandom random(5);
        const Points drawn = mixture.sample(random, 2000);
        auto row = drawn.begin();
        for (const auto& [name, distribution] : space) {
            for (const double value : *row)
                QVERIFY2(contains(distribution, value), name.c_str());
            ++row;
        }
    }
};

QTEST_APPLESS_MAIN(tst_Parzen)
#include "tst_parzen.moc"
