// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/TruncNormal.h"
#include "tests/support/SearchVectors.h"

using namespace reweigh;

class tst_TruncNormal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logCdf_isTheLogOfErfc()
    {
        for (double x = -19.5; x <= 8.0; x += 0.25)
            QVERIFY(test::close(logNormalCdf(x), std::log(0.5 * std::erfc(-x / std::sqrt(2.0))), 1e-12)
                    || std::abs(logNormalCdf(x)) < 1e-8);
    }

    /// Values of mpmath with 40 digits.
    void logCdf_farLeft()
    {
        QVERIFY(test::close(logNormalCdf(-21.0), -224.46571583141447, 1e-13));
        QVERIFY(test::close(logNormalCdf(-40.0), -804.6084420137538, 1e-13));
        QVERIFY(test::close(logNormalCdf(-100.0), -5005.524208694205, 1e-13));
    }

    void mass_isSymmetric()
    {
        for (const auto& [a, b] : {std::pair{-3.0, -1.0}, {0.5, 4.0}, {-0.25, 2.0}, {20.0, 25.0}})
            QVERIFY(test::close(logNormalMass(a, b), logNormalMass(-b, -a), 1e-14));
    }

    void quantile_goesThereAndBack()
    {
        const double a = -1.5, b = 0.75, mass = logNormalMass(a, b);
        for (double q = 0.01; q < 1.0; q += 0.01) {
            const double x = truncNormalQuantile(q, a, b, mass);
            QVERIFY(x > a && x < b);
            QVERIFY(test::close(std::exp(logNormalMass(a, x) - mass), q, 1e-10));
        }
        QVERIFY(std::isnan(truncNormalQuantile(0.5, 2.0, 2.0, logNormalMass(2.0, 2.0))));
    }

    void equalsOptuna_data() { test::addVectorFiles(test::VectorForm::Values); }
    void equalsOptuna()
    {
        QFETCH(QString, path);
        const nlohmann::json vectors = test::readVectors(path);
        for (const auto& item : vectors.at("truncnorm")) {
            const double a = item["a"], b = item["b"], mass = logNormalMass(a, b);
            // In the far tails, and where a quantile is near 0 while the cdf is near 1/2, what is left of the
            // digits is rounding.
            const double tolerance = std::max(std::abs(a), std::abs(b)) > 5.0 ? 1e-7 : 1e-9;
            QVERIFY2(test::close(mass, item["log_mass"], tolerance), item.dump().c_str());
            for (std::size_t i = 0; i < item["q"].size(); ++i) {
                const double q = item["q"][i], expected = item["ppf"][i];
                const double x = truncNormalQuantile(q, a, b, mass);
                const bool extreme = q < 1e-6 || q > 1.0 - 1e-6;
                const bool lastBit = std::abs(x - expected) < 4e-16; // of a cdf near 1/2
                QVERIFY2(
                    lastBit || test::close(x, expected, extreme ? 1e-7 : tolerance),
                    qPrintable(
                        QStringLiteral("[%1, %2] at %3: %4, not %5").arg(a).arg(b).arg(q).arg(x, 0, 'g', 17).arg(expected, 0, 'g', 17)));
            }
        }
        QVERIFY(!vectors.at("truncnorm").empty());
    }
};

QTEST_APPLESS_MAIN(tst_TruncNormal)
#include "tst_truncnormal.moc"
