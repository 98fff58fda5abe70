// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/watch/WatchFixture.h"
#include "widgets/watch/LabelErrorsPanel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QtTest>

#include <algorithm>

using namespace reweigh;

/// Tests of the panel of likely label errors.
class tst_LabelErrors : public QObject {
    Q_OBJECT

    static EngineOpener trains()
    {
        return test::opener([](const TrainJob& job, RunObserver& observer, std::stop_token) { return test::watchedRun(job, observer, 2); });
    }

    static void train(Workbench& bench, const QString& folder)
    {
        bench.current().document().load(test::watchConfig(folder, 2), {});
        QSignalSpy finished(&bench.current(), &OpenStudy::finished);
        bench.current().run();
        QVERIFY(finished.wait(20000));
    }

    /// Samples with right and wrong labels in turn and rising weights.
    static std::shared_ptr<const SampleWeights> rising(std::uint32_t count)
    {
        auto samples = std::make_shared<SampleWeights>();
        for (std::uint32_t i = 0; i < count; ++i)
            samples->push_back({.index = i, .trueLabel = 0, .observedLabel = std::uint16_t(i % 2), .weight = float(i) / float(count)});
        return samples;
    }

private Q_SLOTS:
    void initTestCase() { test::useWatchSettings("label-errors"); }

    void ordersAndFilters()
    {
        QTemporaryDir folder;
        Workbench bench(trains());
        LabelErrorsPanel panel(bench);
        panel.resize(410, 420);
        panel.show();
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->isVisible());
        train(bench, folder.path());

        const auto read = [&] { return readSampleWeights(runFolder(*bench.current().snapshot(), RunKey::ofTrial(0))); };
        QTRY_VERIFY(read()); // the view is updated a moment after the study ends
        const auto written = read();
        std::vector<SampleWeight> sorted = *written;
        std::ranges::stable_sort(sorted, {}, &SampleWeight::weight);
        const auto wrong = [](const SampleWeight& sample) { return sample.trueLabel != sample.observedLabel; };
        QTRY_COMPARE(panel.model().count(), int(sorted.size()));
        for (int row = 0; row < panel.model().count(); ++row)
            QCOMPARE(panel.model().sample(row).index, sorted[std::size_t(row)].index);
        QCOMPARE(panel.model().wrongCount(), int(std::ranges::count_if(sorted, wrong)));
        QVERIFY(panel.model().wrongCount() > 0);
        QTRY_VERIFY2(panel.scope().startsWith("lowest weight first · "), qPrintable(panel.scope()));
        QCOMPARE(panel.table().rows.size(), sorted.size());
        QCOMPARE(panel.table().rows[3][0].toUInt(), sorted[3].index);
        QCOMPARE(panel.table().rows[3][4].toBool(), wrong(sorted[3]));

        auto* order = panel.findChild<QComboBox*>("labelErrorOrder");
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Down);
        QTRY_VERIFY(panel.scope().startsWith("highest"));
        QCOMPARE(panel.model().sample(0).weight, sorted.back().weight);

        auto* given = panel.findChild<QComboBox*>("labelErrorClass");
        QVERIFY(given->count() > 2);
        given->setFocus();
        QTest::keyClick(given, Qt::Key_Down);
        QTest::keyClick(given, Qt::Key_Down);
        const auto ofClass = std::ranges::count(sorted, 1, &SampleWeight::observedLabel);
        QTRY_COMPARE(panel.model().count(), int(ofClass));
        QCOMPARE(panel.table().rows.size(), std::size_t(ofClass));
    }

    void imagesAreTheStudysOnly()
    {
        QTemporaryDir folder;
        Workbench bench(trains());
        LabelErrorsPanel panel(bench);
        panel.resize(410, 420);
        panel.show();
        train(bench, folder.path());
        QTRY_VERIFY(panel.model().source());
        const auto& source = *panel.model().source();
        const QImage image = panel.model().data(panel.model().index(0), Qt::DecorationRole).value<QImage>();
        QCOMPARE(image.size(), QSize(source.train.width, source.train.height));
        const SampleWeight& first = panel.model().sample(0);
        QCOMPARE(int(image.constScanLine(0)[0]), int(source.train.pixels[first.index * source.train.imageBytes()]));
        QVERIFY(!panel.findChild<QLabel*>("labelErrorNote")->isVisible());

        // If the recipe is not that of the study, the panel shows labels only and says why.
        Workbench other(trains());
        other.current().open(bench.current().file());
        QTRY_VERIFY(other.current().snapshot()->facts.has_value());
        QVERIFY(other.current().document().set("noise-rate", 0.1, "noise"));
        QTRY_VERIFY(other.current().preview() && other.current().preview()->options.noiseRate == 0.1);
        LabelErrorsPanel stranger(other);
        stranger.resize(410, 420);
        stranger.show();
        EpochCursor& cursor = EpochCursor::of(other.current());
        QTRY_COMPARE(cursor.trial(), std::optional<std::int64_t>(0));
        QVERIFY(!stranger.model().source());
    }

    void fetchesInBlocks()
    {
        LabelErrorModel model;
        model.setSamples(rising(1000));
        QVERIFY(model.rowCount() > 0 && model.rowCount() < 1000);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(model.wrongCount(), 500);
    }

    void keepsTheModelsPromises()
    {
        LabelErrorModel model; // few samples, because Qt's model tester fetches rows during a reset
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSamples(rising(300));
        model.setGiven(1);
        QCOMPARE(model.count(), 150);
        QVERIFY(model.data(model.index(0), Qt::DisplayRole).toString().contains("wrong"));
        model.setLowestFirst(false);
        QCOMPARE(model.sample(0).index, 299u);
        model.setSamples(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(tst_LabelErrors)
#include "tst_labelerrors.moc"
