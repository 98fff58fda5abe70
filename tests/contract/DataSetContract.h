// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/batches/BatchMaker.h"
#include "core/data/readers/DataSource.h"
#include "core/data/recipe/DataPlan.h"

#include <QtTest>

#include <cmath>
#include <set>

namespace reweigh::test {

inline void checkImageSet(const ImageSet& set, int classes)
{
    QVERIFY(set.size() > 0);
    QVERIFY(set.height >= 8 && set.width >= 8);
    QVERIFY(set.channels == 1 || set.channels == 3);
    QCOMPARE(set.pixels.size(), set.size() * set.imageBytes());
    for (const std::uint16_t label : set.labels)
        QVERIFY(label < classes);
    QVERIFY(set.superclass.empty() || set.superclass.size() == set.size());
}

/// Checks what holds for every data set, whatever reader it comes from.
inline void checkDataSetContract(const DataSource& source)
{
    QVERIFY(!source.name.empty());
    QVERIFY(source.classes() >= 2);
    const std::set<std::string> names(source.classNames.begin(), source.classNames.end());
    QCOMPARE(names.size(), source.classNames.size());
    QVERIFY(!names.contains(""));
    checkImageSet(source.train, source.classes());
    checkImageSet(source.test, source.classes());
    QCOMPARE(source.test.height, source.train.height);
    QCOMPARE(source.test.width, source.train.width);
    QCOMPARE(source.test.channels, source.train.channels);
    QCOMPARE(source.test.superclass.empty(), source.train.superclass.empty());

    // A recipe can be applied to it.
    DataOptions options;
    options.metaPerClass = options.valPerClass = 1;
    options.imbalanceFactor = 1.5;
    const Result<DataPlan> plan = makeDataPlan(options, {source.name, source.classes(), source.train.labels, source.train.superclass});
    QVERIFY2(plan.ok(), plan.ok() ? "" : plan.error().hint.c_str());
    QCOMPARE(plan->meta.size(), source.classNames.size());

    // The batch maker can read it, and the values of a batch are finite and not constant.
    const BatchMaker maker(source.train, normalisationFor(source), mayFlip(source));
    std::vector<float> batch(plan->meta.size() * source.train.imageBytes());
    maker.make(plan->meta, 1, true, batch.data());
    for (const float value : batch)
        QVERIFY(std::isfinite(value));
    QVERIFY(*std::max_element(batch.begin(), batch.end()) > *std::min_element(batch.begin(), batch.end()));
}

/// Checks that two readings of a data set are equal.
inline void checkSameSource(const DataSource& a, const DataSource& b)
{
    QCOMPARE(a.classNames, b.classNames);
    QVERIFY(a.train.pixels == b.train.pixels && a.test.pixels == b.test.pixels);
    QVERIFY(a.train.labels == b.train.labels && a.test.labels == b.test.labels);
    QVERIFY(a.train.superclass == b.train.superclass);
}

} // namespace reweigh::test
