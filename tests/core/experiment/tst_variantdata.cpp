// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/VariantText.h"
#include "tests/support/ComparedStudy.h"
#include "tests/support/DataFiles.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace reweigh;

/// The data that the runs of variants are trained on.
class tst_VariantData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A variant with a data set of its own: it was read anew for every seed, and every copy was kept.
    void aVariantsDataSetIsReadOnce()
    {
        test::ComparedStudy study(*parseVariants("ce,other:ce,dataset=mnist"), 3);
        test::writeIdxSet(study.dir.filePath("images"));
        DataOptions& data = study.request.config.data;
        data.dataDir = study.dir.filePath("images").toStdString();
        data.imbalanceType = ImbalanceType::None;
        data.metaPerClass = data.valPerClass = 1;
        const auto prepared = prepareData(data);
        QVERIFY(prepared.ok());
        study.request.data = *prepared;
        test::ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) {
            return test::recordedRun(job, observer, {0.5, 0.6});
        });
        const auto compared = study.compare(engine);
        QVERIFY2(compared.ok(), compared.ok() ? "" : compared.error().detail.c_str());
        QCOMPARE(engine.jobs.size(), std::size_t(6));
        std::set<const DataSource*> sources;
        for (const TrainJob& job : engine.jobs) {
            QCOMPARE(job.source->name, job.data.dataset);
            sources.insert(job.source.get());
        }
        QCOMPARE(sources.size(), std::size_t(2));
    }

    /// A variant with data of its own may have other classes with few images: each run says which it has.
    void aRunSaysWhichClassesHaveFewImages()
    {
        test::ComparedStudy study(*parseVariants("ce,even:ce,imbalance-type=none"));
        test::ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) {
            return test::recordedRun(job, observer, {0.5, 0.6});
        });
        QVERIFY(study.compare(engine).ok());
        const StoredVariants stored = *storedVariants(study.storage.attributes()->user);
        QCOMPARE(stored.list.size(), std::size_t(2));
        std::set<std::string> groups;
        for (const VariantResult& result : stored.list)
            for (const VariantRun& run : result.runs) {
                const auto job =
                    std::ranges::find(engine.jobs, run.fingerprintCode, [](const TrainJob& made) { return made.plan->fingerprintCode; });
                QVERIFY(job != engine.jobs.end());
                const std::vector<int> expected = describe(*job->plan).sizeGroup;
                QVERIFY(std::ranges::equal(run.classGroups, expected, [](char digit, int group) { return digit - '0' == group; }));
                groups.insert(run.classGroups);
            }
        QVERIFY(groups.size() > 1);
    }
};

QTEST_APPLESS_MAIN(tst_VariantData)
#include "tst_variantdata.moc"
