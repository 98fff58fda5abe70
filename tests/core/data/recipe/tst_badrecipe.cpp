// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recipe/DataPlan.h"
#include "tests/support/LabelArrays.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace reweigh;
using namespace reweigh::test;

/// Recipes that cannot be carried out: the right code, the option or class it is about, and what would do.
class tst_BadRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badOptions_data()
    {
        QTest::addColumn<DataOptions>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("hint");
        const double nan = std::nan(""), infinity = std::numeric_limits<double>::infinity();
        const auto row = [](const char* name, auto change, ErrorCode code, const char* where, const char* hint = "") {
            DataOptions options;
            change(options);
            QTest::addRow("%s", name) << options << int(code) << where << hint;
        };
        constexpr ErrorCode range = ErrorCode::ValueOutOfRange;
        row(
            "rate below 0", [](auto& o) { o.noiseRate = -0.01; }, range, "noise-rate");
        row(
            "rate above 1", [](auto& o) { o.noiseRate = 1.5; }, range, "noise-rate");
        row(
            "rate NaN", [=](auto& o) { o.noiseRate = nan; }, range, "noise-rate");
        row(
            "factor below 1", [](auto& o) { o.imbalanceFactor = 0.99; }, range, "imbalance-factor");
        row(
            "factor NaN", [=](auto& o) { o.imbalanceFactor = nan; }, range, "imbalance-factor");
        row(
            "factor infinite", [=](auto& o) { o.imbalanceFactor = infinity; }, range, "imbalance-factor");
        row(
            "negative meta", [](auto& o) { o.metaPerClass = -1; }, range, "meta-per-class");
        row(
            "negative validation", [](auto& o) { o.valPerClass = -1; }, range, "val-per-class");
        row(
            "negative limit", [](auto& o) { o.trainLimit = -5; }, range, "train-limit");
        row(
            "limit below one a class", [](auto& o) { o.trainLimit = 9; }, range, "train-limit");
        row(
            "meta too large", [](auto& o) { o.metaPerClass = 6000; }, ErrorCode::SplitTooLarge, "0", "5000");
        row(
            "both too large", [](auto& o) { o.metaPerClass = o.valPerClass = 2500; }, ErrorCode::SplitTooLarge, "0", "5000");
        row(
            "split overflows", [](auto& o) { o.metaPerClass = o.valPerClass = 2147483647; }, ErrorCode::SplitTooLarge, "0", "5000");
        row(
            "class empty", [](auto& o) { o.imbalanceFactor = 4941; }, ErrorCode::ClassWouldBeEmpty, "9", "4940");
        row(
            "factor huge", [](auto& o) { o.imbalanceFactor = 1e300; }, ErrorCode::ClassWouldBeEmpty, "1", "4940");
        row(
            "step class empty",
            [](auto& o) {
                o.imbalanceType = ImbalanceType::Step;
                o.imbalanceFactor = 4941;
            },
            ErrorCode::ClassWouldBeEmpty, "5", "4940");
        row(
            "hierarchical without superclasses", [](auto& o) { o.noiseType = NoiseType::Hierarchical; }, ErrorCode::RecipeNotApplicable,
            "noise-type hierarchical");
        row(
            "labels from no file", [](auto& o) { o.noiseType = NoiseType::File; }, ErrorCode::MissingOption, "labels");
    }

    void badOptions()
    {
        QFETCH(DataOptions, options);
        QFETCH(int, code);
        QFETCH(QString, where);
        QFETCH(QString, hint);
        const Result<DataPlan> plan = makeDataPlan(options, cifar10Labels().view());
        QVERIFY(!plan);
        QCOMPARE(errorName(plan.error().code), errorName(ErrorCode(code)));
        QCOMPARE(QString::fromStdString(plan.error().where), where);
        if (!hint.isEmpty())
            QCOMPARE(QString::fromStdString(plan.error().hint), hint);
        QVERIFY(!plan.error().hint.empty() || plan.error().code == ErrorCode::MissingOption); // whose sentence names the mend
    }

    void largestFactorWorks()
    {
        DataOptions options;
        options.imbalanceFactor = 4940.0; // 5000 less 10 meta and 50 validation
        const Result<DataPlan> plan = makeDataPlan(options, cifar10Labels().view());
        QVERIFY(plan.ok());
        QCOMPARE(describe(*plan).trueCount.back(), 1);
    }

    void labelsOutOfRange()
    {
        LabelArrays labels("made-up", 4, 100);
        labels.labels[17] = 4;
        const Result<DataPlan> plan = makeDataPlan(plainOptions(), labels.view());
        QVERIFY(!plan);
        QCOMPARE(int(plan.error().code), int(ErrorCode::LabelOutOfRange));
        QCOMPARE(plan.error().detail, std::string("label 4 at image 17"));
    }
};

QTEST_APPLESS_MAIN(tst_BadRecipe)
#include "tst_badrecipe.moc"
