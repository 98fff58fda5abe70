// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareFixture.h"

#include "widgets/compare/ArmFigures.h"
#include "widgets/compare/SeedRowsView.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QToolButton>

using namespace reweigh;
using namespace reweigh::test;

class tst_Arms : public QObject {
    Q_OBJECT

    static std::vector<ArmResult> planted()
    {
        return {arm(ArmKind::CrossEntropy, {0.70, 0.72, 0.71}), arm(ArmKind::Fixed, {0.80, 0.82, 0.81}), arm(ArmKind::Searched, {0.83, 0.84, 0.85})};
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        isolateSettings(m_folder);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void rows()
    {
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("arms"));
        auto* view = panel->findChild<SeedRowsView*>(QStringLiteral("arms-view"));
        QVERIFY(view);
        bench.current().takeSnapshot(studyWith(planted()));
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(3));
        const std::vector<SeedRow>& rows = view->rows().rows;
        // The searched arm is the first, whatever the order in the study.
        QCOMPARE(rows[0].name, QStringLiteral("TPE-searched"));
        QCOMPARE(rows[1].name, QStringLiteral("fixed 1-100-1, loss"));
        QCOMPARE(rows[2].name, QStringLiteral("cross entropy"));
        QVERIFY(!rows[0].minusFirst);
        QCOMPARE(rows[1].values, (std::vector<double>{0.80, 0.82, 0.81}));
        // t(0.975, 2) = 4.3027 times 0.01 / sqrt 3.
        QCOMPARE(meanText(rows[1].interval), QStringLiteral("0.8100 ± 0.0248 (3)"));
        QCOMPARE(pointsText(rows[1].minusFirst->mean), QStringLiteral("-3.00"));
        QVERIFY(panel->summary().contains(QStringLiteral("cross entropy: 0.7100")));
        QVERIFY(panel->scope().contains(QStringLiteral("Student t")));
        const FigureTable table = panel->table();
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(table.rows[2][3].toDouble(), 0.71);
        QCOMPARE(panel->findChild<QLabel*>(QStringLiteral("arms-note"))->text(),
                 QStringLiteral("Same seeds, splits and budget for every arm; the search never saw test data."));
    }

    void oneSeedHasNoBar()
    {
        const SeedRows rows = armRows(gatherArms(*studyWith({arm(ArmKind::Searched, {0.8})}), {}, [](const RunKey&) { return nullptr; }),
                                      armMetrics().front());
        QCOMPARE(meanText(rows.rows.front().interval), QStringLiteral("0.8000 (1), no interval"));
    }

    void narrowRowsTakeTwoLines()
    {
        SeedRowsView view;
        view.setRows(armRows(gatherArms(*studyWith(planted()), {}, [](const RunKey&) { return nullptr; }), armMetrics().front()));
        QVERIFY(view.heightFor(290) > view.heightFor(1200));
    }

    void metricSwitch()
    {
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("arms"));
        auto* view = panel->findChild<SeedRowsView*>(QStringLiteral("arms-view"));
        auto* metric = panel->findChild<QComboBox*>(QStringLiteral("arms-metric"));
        bench.current().takeSnapshot(studyWith(planted()));
        QTRY_COMPARE(view->rows().axis, QStringLiteral("test accuracy"));
        QTest::keyClick(metric, Qt::Key_Down);
        QTest::keyClick(metric, Qt::Key_Down);
        QTRY_COMPARE(view->rows().axis, QStringLiteral("test accuracy, rarest third"));
        QCOMPARE(view->rows().rows[0].values.front(), 0.83 - 0.2);
        // Cross entropy has no weights, so nothing to detect noise by.
        QTest::keyClick(metric, Qt::Key_End);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(2));
        QTest::keyClick(metric, Qt::Key_Home);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(3));
    }

    void finishedRunsAppearAsTheyCome()
    {
        Workbench bench;
        QWidget parent;
        ExperimentConfig config;
        config.search.armSeeds = 2;
        bench.current().document().load(config, {});
        Panel* panel = shown(bench, parent, QStringLiteral("arms"));
        auto* view = panel->findChild<SeedRowsView*>(QStringLiteral("arms-view"));
        bench.current().takeSnapshot(studyWith({}, config));
        tellRun(bench.current(), ArmKind::Searched, 1, 4, 3, 0.6);
        auto* empty = panel->findChild<QLabel*>(QStringLiteral("panelEmpty"));
        QTRY_VERIFY(empty->isVisible()); // an unfinished run is no result
        tellRun(bench.current(), ArmKind::Searched, 1, 4, 4, 0.6);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(1));
        tellRun(bench.current(), ArmKind::Fixed, 1, 4, 4, 0.5);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(2));
        tellRun(bench.current(), ArmKind::Searched, 2, 4, 4, 0.7);
        QTRY_COMPARE(view->rows().rows[0].values.size(), std::size_t(2));
        QVERIFY(qAbs(view->rows().rows[0].values[1] - 0.7) < 1e-12);
        // Pairs are of the same seed: only seed 1 has both.
        QCOMPARE(view->rows().rows[1].minusFirst->n, 1);
        QVERIFY(qAbs(view->rows().rows[1].minusFirst->mean + 0.1) < 1e-12);
    }

    /// Arms are what they were trained with, whatever the document is changed to.
    void changedSettingsHideNoRun()
    {
        Workbench bench;
        ExperimentConfig config;
        config.training.epochs = 4;
        config.search.objectiveEpochs = 2;
        bench.current().document().load(config, {});
        bench.current().takeSnapshot(studyWith({}, config));
        QVERIFY(bench.current().document().set("epochs", 20, "Epochs"));
        QVERIFY(bench.current().document().set("objective-epochs", 7, "Epochs"));
        const auto record = std::make_shared<RunRecord>();
        for (int epoch = 1; epoch <= 4; ++epoch)
            record->epochs.push_back(epochOf(epoch, 0.1 * epoch));
        const ArmRuns arms = gatherArms(*bench.current().snapshot(), comparedConfig(bench.current()), [&](const RunKey& key) {
            return key == RunKey::ofArm("fixed", 1) ? record : nullptr;
        });
        QCOMPARE(arms.arms.size(), std::size_t(1));
        QVERIFY(qAbs(arms.arms[0].values("test.accuracy").front() - 0.35) < 1e-12); // the last two epochs
        QVERIFY(bench.current().document().set("arm-seeds", 5, "Seeds"));
        QCOMPARE(comparedConfig(bench.current()).search.armSeeds, 5);
    }

    void chosenTrialsSideBySide()
    {
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("arms"));
        auto* view = panel->findChild<SeedRowsView*>(QStringLiteral("arms-view"));
        auto* button = panel->findChild<QAbstractButton*>(QStringLiteral("arms-show-trials"));
        auto study = studyWith(planted());
        for (int number = 0; number < 4; ++number) {
            FrozenTrial trial{.number = number, .trialId = number + 1, .state = TrialState::Complete, .value = 0.5 + 0.1 * number};
            study->trials.push_back(std::make_shared<const StudyTrial>(trial));
        }
        bench.current().takeSnapshot(study);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(3));
        QVERIFY(!button->isVisible()); // nothing to show side by side
        bench.current().selection().set({1, 3}, 3);
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(2));
        QCOMPARE(view->rows().rows[1].values, std::vector<double>{0.8});
        QVERIFY(!panel->findChild<QComboBox*>(QStringLiteral("arms-metric"))->isVisible()); // test data choose no trial
        QVERIFY(qAbs(view->rows().rows[1].minusFirst->mean - 0.2) < 1e-12);
        QVERIFY(panel->findChild<QLabel*>(QStringLiteral("arms-note"))->text().startsWith(QStringLiteral("One seed each")));
        bench.current().selection().setCurrent(2);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(3)); // back to the arms
    }

    void emptyStateOffersTheComparison()
    {
        Workbench bench;
        QAction compare(QStringLiteral("Compare"));
        bench.registerAction(QStringLiteral("compare"), &compare);
        QSignalSpy triggered(&compare, &QAction::triggered);
        for (const QString id : {"arms", "verdicts", "arm-curves", "recall", "where"}) {
            QWidget parent;
            Panel* panel = shown(bench, parent, id);
            auto* button = panel->findChild<QToolButton*>(QStringLiteral("panelEmptyAction"));
            QTRY_VERIFY(button->isVisible());
            QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(triggered.size(), 5);
    }

    void curvesAndRecall()
    {
        Workbench bench;
        ExperimentConfig config;
        config.search.armSeeds = 2;
        bench.current().document().load(config, {});
        bench.current().takeSnapshot(studyWith({}, config));
        for (const int seed : {1, 2})
            for (const ArmKind kind : {ArmKind::Searched, ArmKind::Fixed})
                tellRun(bench.current(), kind, seed, 3, 3, kind == ArmKind::Searched ? 0.6 : 0.4 + 0.1 * seed);
        QWidget parent;
        Panel* curves = shown(bench, parent, QStringLiteral("arm-curves"));
        QTRY_COMPARE(curves->table().rows.size(), std::size_t(240)); // two arms
        for (const QVariantList& row : curves->table().rows)
            QVERIFY(row[1].toDouble() <= 3.75 + 1e-6); // no curve where no sample was: the last bins are empty
        QVERIFY(curves->summary().contains(QStringLiteral("TPE-searched")));
        QWidget other;
        Panel* recall = shown(bench, other, QStringLiteral("recall"));
        QTRY_COMPARE(recall->table().rows.size(), std::size_t(6));
        QVERIFY(qAbs(recall->table().rows[3][3].toDouble() - 0.65) < 1e-12); // fixed, first class: mean of 0.6 and 0.7
        QCOMPARE(classesBySize({10, 30, 30, 5}), (std::vector<int>{1, 2, 0, 3}));
    }
};

QTEST_MAIN(tst_Arms)
#include "tst_arms.moc"
