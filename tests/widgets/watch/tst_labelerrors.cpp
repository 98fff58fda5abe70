// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/LeaveOutList.h"
#include "tests/support/ImageFiles.h"
#include "tests/widgets/watch/WatchFixture.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/theme/Theme.h"
#include "widgets/watch/LabelErrorDelegate.h"
#include "widgets/watch/LabelErrorsPanel.h"
#include "widgets/watch/WeightDistributionPanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <algorithm>

using namespace reweigh;

/// Tests of the panel of likely label errors.
class tst_LabelErrors : public QObject {
    Q_OBJECT

    static EngineOpener trains()
    {
        return test::openerOf(
            [](const TrainJob& job, RunObserver& observer, std::stop_token) { return test::watchedRun(job, observer, 2); });
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
    void initTestCase() { test::useWatchSettings(); }

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
        const FigureTable table = panel.table();
        const auto cell = [&](std::size_t row, const char* column) { return table.rows[row][table.header.indexOf(QLatin1String(column))]; };
        QCOMPARE(cell(3, "rank").toInt(), 4);
        QCOMPARE(cell(3, "index").toUInt(), sorted[3].index);
        QCOMPARE(cell(3, "wrong").toBool(), wrong(sorted[3]));
        QCOMPARE(cell(3, "predicted").toString(), QString::fromStdString(panel.model().markLabel(0)));
        const auto atTop = std::count_if(sorted.begin(), sorted.begin() + 100, wrong);
        QVERIFY2(
            panel.findChild<QLabel*>("labelErrorTop")->text().startsWith(QString("Precision at the top: %1 of the first 100").arg(atTop)),
            qPrintable(panel.findChild<QLabel*>("labelErrorTop")->text()));

        // The arrow between two labels is explained, on the screen and in figures.
        QVERIFY(
            panel.findChild<QLabel*>("labelErrorKeys")->text().startsWith("Under an image stands its label, and behind → the true one"));
        const auto figure = [&](bool legend) {
            panel.setFigureLegend(legend);
            QImage image(400, 300, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            panel.paintFigure(painter, image.rect());
            return image.copy(0, 280, 400, 20);
        };
        QVERIFY(figure(true) != figure(false));
        // Also in the lowest figure, over whose legend images were painted.
        const QString legend = panel.findChild<QLabel*>("labelErrorKeys")->text().section('\n', 0, 0);
        for (const int width : {150, 400, 900}) {
            panel.setFigureLegend(true);
            const int words = PaintedView::noteHeight(Theme::instance().scopeFont(), legend, width), height = panel.figureHeight(width);
            QCOMPARE(height, LabelErrorDelegate::cellSize().height() + words);
            QImage image(width, height, QImage::Format_RGB32), wanted = image;
            for (QImage* each : {&image, &wanted})
                each->fill(Qt::white);
            QPainter painter(&image), other(&wanted);
            panel.paintFigure(painter, image.rect());
            other.setFont(Theme::instance().scopeFont());
            other.setPen(Theme::instance().colour(Role::Dim));
            drawWrapped(other, wanted.rect(), Qt::AlignLeft | Qt::AlignBottom, legend);
            QVERIFY(image.copy(0, height - words, width, words) == wanted.copy(0, height - words, width, words));
            panel.setFigureLegend(false);
            QCOMPARE(panel.figureHeight(width), LabelErrorDelegate::cellSize().height());
        }

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
        QVERIFY(!panel.findChild<QAction*>("labelFolder")->isEnabled()); // its images are no files

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

    /// Of a user's own images nobody knows which labels are wrong: the panel says so of none, and the user marks them.
    void ownImagesAreMarkedNotJudged()
    {
        QTemporaryDir folder;
        test::writeImageFolder(folder.filePath("images/train"), {"cat", "dog"}, 12);
        test::writeImageFolder(folder.filePath("images/test"), {"cat", "dog"}, 2, 1);
        QByteArray checked;
        for (const char* name : {"cat", "dog"})
            for (int i = 0; i < 4; ++i)
                checked += QString("train/%1/%2.png\n").arg(QLatin1String(name)).arg(i, 3, 10, QChar('0')).toUtf8();
        test::writeBytes(folder.filePath("checked.txt"), checked);
        ExperimentConfig config = test::watchConfig(folder.filePath("study"), 2);
        config.data.dataset = "folder";
        config.data.dataDir = folder.filePath("images").toStdString();
        config.data.clean = folder.filePath("checked.txt").toStdString();
        config.data.imageSize = 8;
        config.data.noiseType = NoiseType::None;
        config.data.imbalanceType = ImbalanceType::None;
        config.data.metaPerClass = 1;
        config.data.valPerClass = 2;
        config.data.trainLimit = 0;
        Workbench bench(trains());
        bench.current().document().load(config, {});
        LabelErrorsPanel panel(bench);
        panel.resize(500, 500);
        panel.show();
        QSignalSpy finished(&bench.current(), &OpenStudy::finished);
        bench.current().run();
        QVERIFY(finished.wait(20000));
        QTRY_COMPARE(panel.model().count(), 18); // 24 but 6 that are held out
        QTRY_VERIFY(panel.model().source());
        auto* top = panel.findChild<QLabel*>("labelErrorTop");
        QTRY_VERIFY2(top->text().startsWith("Which labels are wrong is not known"), qPrintable(top->text()));
        QCOMPARE(panel.scope(), QString("lowest weight first · 18 image(s)"));
        QVERIFY(panel.findChild<QLabel*>("labelErrorKeys")->text().contains("behind · with ? the classifier's answer"));
        QVERIFY(!panel.table().header.contains("true") && !panel.table().header.contains("wrong"));
        WeightDistributionPanel weights(bench);
        weights.show();
        QTRY_VERIFY(weights.table().header.contains("unchanged"));
        QVERIFY(!weights.table().header.contains("right") && !weights.table().header.contains("mean_wrong_weight"));
        for (int row = 0; row < 18; ++row) {
            const QString said = panel.model().index(row).data(Qt::DisplayRole).toString();
            QVERIFY2(!said.contains("wrong") && !said.contains("right") && said.contains("the classifier answers cat"), qPrintable(said));
        }

        auto* list = panel.findChild<QListView*>("labelErrorList");
        list->setCurrentIndex(panel.model().index(0));
        const std::string first = panel.model().path(panel.model().sample(0)), second = panel.model().path(panel.model().sample(1));
        QVERIFY(first.starts_with("train/"));
        QTest::keyClick(list, Qt::Key_W);
        QCOMPARE(list->currentIndex().row(), 1);
        QVERIFY(panel.model().mark(panel.model().sample(0)) == LabelVerdict::Wrong);
        QTRY_COMPARE(top->text(), QString("Of the first 18 you marked 1 wrong, 0 right, 0 unsure."));

        // The large view: the same keys, the arrows, and what is known of the image.
        QTest::keyClick(list, Qt::Key_Return);
        auto* card = panel.findChild<SampleCard*>("sampleCard");
        QVERIFY(card->isVisible() && !list->isVisible());
        QCOMPARE(card->facts().name.toStdString(), second);
        QTest::keyClick(card, Qt::Key_Left);
        QCOMPARE(card->facts().name.toStdString(), first);
        QVERIFY(card->facts().mark == LabelVerdict::Wrong);
        QVERIFY(card->facts().lines.contains("the classifier answers cat"));
        QVERIFY(card->facts().lines.filter("rank 1 of 18").size() == 1);
        QTest::keyClick(card, Qt::Key_Right);
        QTest::keyClick(card, Qt::Key_R);
        QVERIFY(panel.model().mark(panel.model().sample(1)) == LabelVerdict::Right);
        QTest::keyClick(card, Qt::Key_Backspace);
        QVERIFY(!panel.model().mark(panel.model().sample(1)));
        QTest::keyClick(card, Qt::Key_Escape);
        QVERIFY(list->isVisible() && !card->isVisible());

        // Undo goes to the image whose mark it takes back: the last one, which no other follows, and one that was left since.
        list->setCurrentIndex(panel.model().index(17));
        QTest::keyClick(list, Qt::Key_U);
        QTest::keyClick(list, Qt::Key_Backspace);
        QCOMPARE(list->currentIndex().row(), 17);
        QVERIFY(!panel.model().mark(panel.model().sample(17)));
        list->setCurrentIndex(panel.model().index(5));
        QTest::keyClick(list, Qt::Key_U);
        list->setCurrentIndex(panel.model().index(12));
        QTest::keyClick(list, Qt::Key_Backspace);
        QCOMPARE(list->currentIndex().row(), 5);

        // So do the window's Undo and Redo, which left the selection where it was.
        QUndoStack& steps = bench.current().document().undoStack();
        list->setCurrentIndex(panel.model().index(7));
        QTest::keyClick(list, Qt::Key_U);
        for (const bool undone : {true, false}) {
            list->setCurrentIndex(panel.model().index(2));
            undone ? steps.undo() : steps.redo();
            QCOMPARE(list->currentIndex().row(), 7);
            QCOMPARE(panel.model().mark(panel.model().sample(7)).has_value(), !undone);
        }
        steps.undo();
        QVERIFY(list->findChild<QAction*>("labelFolder")->isEnabled());

        // What is marked wrong is left out of a variant by a list that the recipe takes.
        const std::filesystem::path leaveOut = panel.writeLeaveOutList();
        QVERIFY(!leaveOut.empty());
        const auto out = readLeaveOutList(leaveOut, *panel.model().source());
        QVERIFY(out.ok());
        QCOMPARE(*out, std::vector<std::uint32_t>{panel.model().sample(0).index});
        test::writeBytes(folder.filePath("table.csv"), panel.table().toCsv()); // as it is exported
        QCOMPARE(*readLeaveOutList(folder.filePath("table.csv").toStdString(), *panel.model().source()), *out);
        bench.current().document().undoStack().undo();
        QVERIFY(panel.writeLeaveOutList().empty());
        QCOMPARE(bench.log().entries().back().text, QString("No image in the list is marked wrong, so there is none to leave out."));
    }

    /// While the next trial has no weights yet, the images of the one before stay, pale.
    void keepsTheLastTrialsImages()
    {
        QTemporaryDir folder;
        Workbench bench(trains());
        LabelErrorsPanel panel(bench);
        panel.resize(410, 420);
        panel.show();
        train(bench, folder.path());
        QTRY_VERIFY(panel.model().count() > 0);
        QTRY_VERIFY(panel.scope().startsWith("lowest weight first"));
        const int images = panel.model().count();
        StudyRunner& runner = bench.current().runner();
        const RunKey next = RunKey::ofTrial(1);
        Q_EMIT runner.runStarted(next, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
        QTRY_VERIFY(panel.isPale());
        QVERIFY2(panel.scope().contains("#0") && panel.scope().contains("#1"), qPrintable(panel.scope()));
        QCOMPARE(panel.model().count(), images);
        QVERIFY(panel.table().rows.empty());
        Q_EMIT runner.epochFinished(next, std::make_shared<const EpochFigures>(test::watchedEpoch(1)));
        QTRY_COMPARE(panel.scope(), QString("trial #0, until the weights of #1 are there"));
        QVERIFY(panel.isPale());
        Q_EMIT runner.runFinished(next); // which leaves no weights here
        QTRY_VERIFY(!panel.isPale());
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->text().contains("no weights of single samples"));
        QCOMPARE(panel.model().count(), 0);
        const RunKey third = RunKey::ofTrial(2); // one in its first epoch will have them
        Q_EMIT runner.runStarted(third, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
        Q_EMIT runner.epochFinished(third, std::make_shared<const EpochFigures>(test::watchedEpoch(1)));
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->text().contains("with the end of an epoch"));
    }

    /// Written are the samples of the trial that was in view when it was asked for, also if the next one has begun since.
    void marksAreWrittenAndRead()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const auto native = qScopeGuard([] { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); });
        QTemporaryDir folder;
        Workbench bench(trains());
        LabelErrorsPanel panel(bench);
        panel.resize(410, 420);
        panel.show();
        train(bench, folder.path());
        QTRY_VERIFY(panel.model().count() > 0);
        QTRY_VERIFY(panel.scope().startsWith("lowest weight first"));
        const int images = panel.model().count();
        auto* list = panel.findChild<QListView*>("labelErrorList");
        list->setCurrentIndex(panel.model().index(0));
        QTest::keyClick(list, Qt::Key_W);
        const auto marked = [&panel] { return panel.model().mark(panel.model().sample(0)) == LabelVerdict::Wrong; };
        QVERIFY(marked());
        const auto ask = [&panel](const char* entry, const char* dialog) {
            for (QAction* action : panel.menu().actions())
                if (action->objectName() == QLatin1String(entry))
                    action->trigger();
            return panel.findChild<QFileDialog*>(QLatin1String(dialog));
        };
        QFileDialog* write = ask("exportMarks", "exportMarksDialog");
        QVERIFY(write);
        StudyRunner& runner = bench.current().runner();
        const RunKey next = RunKey::ofTrial(1);
        Q_EMIT runner.runStarted(next, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
        Q_EMIT runner.epochFinished(next, std::make_shared<const EpochFigures>(test::watchedEpoch(1)));
        Q_EMIT runner.runFinished(next); // which leaves no weights here
        QTRY_COMPARE(panel.model().count(), 0);
        const QString file = folder.filePath("marks.csv");
        Q_EMIT write->fileSelected(file);
        write->close();
        const QByteArray csv = test::readBytes(file);
        QCOMPARE(csv.count('\n'), images + 1);
        QVERIFY2(csv.startsWith("rank,path,index,observed,predicted,weight,mark,true,wrong\n"), csv.left(100).constData());

        // Another window takes them from there.
        bench.current().selection().setCurrent(0);
        QTRY_COMPARE(panel.model().count(), images);
        QUndoStack& undo = bench.current().document().undoStack();
        undo.undo();
        QVERIFY(!marked());
        QFileDialog* read = ask("importMarks", "importMarksDialog");
        QVERIFY(read);
        bench.current().selection().setCurrent(1); // nor are they read for what comes into view meanwhile
        QTRY_COMPARE(panel.model().count(), 0);
        Q_EMIT read->fileSelected(file);
        read->close();
        bench.current().selection().setCurrent(0);
        QTRY_COMPARE(panel.model().count(), images);
        QVERIFY(marked());
        undo.undo(); // as one step
        QVERIFY(!marked());
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
        QVERIFY(model.data(model.index(0), Qt::DisplayRole).toString().contains("0.00333")); // 1 of 300
        model.setLowestFirst(false);
        QCOMPARE(model.sample(0).index, 299u);
        model.setSamples(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(tst_LabelErrors)
#include "tst_labelerrors.moc"
