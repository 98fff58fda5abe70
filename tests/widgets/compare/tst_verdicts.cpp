// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareFixture.h"

#include "widgets/compare/ClaimRowsView.h"
#include "widgets/compare/CompareText.h"

#include <QPushButton>
#include <QSpinBox>

using namespace reweigh;
using namespace reweigh::test;

class tst_Verdicts : public QObject {
    Q_OBJECT

    static std::vector<ClaimRow> rowsOf(std::vector<ArmResult> arms)
    {
        return claimRows(gatherArms(*studyWith(std::move(arms)), {}, [](const RunKey&) { return nullptr; }));
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        isolateSettings(m_folder);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void wordsForPlantedData()
    {
        const std::vector<ClaimRow> rows = rowsOf({arm(ArmKind::Searched, {0.83, 0.84, 0.85, 0.84, 0.83, 0.84}),
            arm(ArmKind::Fixed, {0.80, 0.81, 0.82, 0.81, 0.795, 0.81}),          // searched is clearly above
            arm(ArmKind::Largest, {0.82, 0.85, 0.84, 0.845, 0.825, 0.84}),       // about the same
            arm(ArmKind::FixedSearched, {0.75, 0.76, 0.77, 0.76, 0.75, 0.762}),  // clearly below fixed
            arm(ArmKind::CrossEntropy, {0.70})});                                // one seed
        QCOMPARE(rows.size(), std::size_t(5));
        QCOMPARE(rows[0].statement, QStringLiteral("searched beats fixed 1-100-1"));
        QCOMPARE(rows[0].verdict(), QStringLiteral("✓ supported"));
        QCOMPARE(rows[0].role(), Role::Done);
        QVERIFY(rows[0].need().isEmpty());
        QVERIFY(rows[0].seen.startsWith(QStringLiteral("+3.08 [")));
        QCOMPARE(rows[1].verdict(), QStringLiteral("? cannot tell"));
        QCOMPARE(rows[1].role(), Role::Warning);
        QVERIFY(!rows[1].need().isEmpty());
        QCOMPARE(rows[2].verdict(), QStringLiteral("✕ refuted"));
        QCOMPARE(rows[2].role(), Role::Bad);
        QVERIFY(rows[3].seen.contains(QStringLiteral("no interval")));
        QVERIFY(rows[3].chance().isEmpty());
        QCOMPARE(rows[3].need(), QStringLiteral("2 seeds at least"));
        QCOMPARE(rows[4].verdict(), QStringLiteral("? cannot tell")); // no epochs were read: no AUROC of the tail
        // Three claims are judged, so the smallest p is tripled.
        QVERIFY(qAbs(rows[0].claim.adjustedP - std::min(1.0, 3 * rows[0].claim.test.p)) < 1e-15
                || qAbs(rows[2].claim.adjustedP - std::min(1.0, 3 * rows[2].claim.test.p)) < 1e-15);
        QVERIFY(rows[0].details().contains(QStringLiteral("Exact signed rank")));
        QCOMPARE(claimTable(rows).rows.size(), std::size_t(5));
    }

    void fiveSeedsAreTooFewForTheSignedRank()
    {
        const auto note = [](int seeds) {
            return signedRankNote(rowsOf({arm(ArmKind::Searched, std::vector<double>(std::size_t(seeds), 0.8)),
                                          arm(ArmKind::Fixed, std::vector<double>(std::size_t(seeds), 0.7))}));
        };
        QVERIFY(note(5).contains(QStringLiteral("0.0625")));
        QVERIFY(note(6).isEmpty()); // 0.03125
        QVERIFY(note(1).isEmpty()); // nothing is tested
    }

    void separationIsJudgedOnTheTail()
    {
        Workbench bench;
        QWidget parent;
        ExperimentConfig config;
        config.search.armSeeds = 4;
        bench.current().document().load(config, {});
        bench.current().takeSnapshot(studyWith({}, config));
        Panel* panel = shown(bench, parent, QStringLiteral("verdicts"));
        auto* view = panel->findChild<ClaimRowsView*>(QStringLiteral("verdicts-view"));
        for (int seed = 1; seed <= 4; ++seed)
            tellRun(bench.current(), ArmKind::Searched, seed, 3, 3, 0.6, 0.75 + 0.01 * seed);
        QTRY_COMPARE(view->rows().size(), std::size_t(5));
        QTRY_COMPARE(view->rows()[4].claim.test.interval.n, 4);
        QCOMPARE(view->rows()[4].verdict(), QStringLiteral("✓ supported"));
        QVERIFY(view->rows()[4].seen.startsWith(QStringLiteral("tail AUROC 0.775 [")));
        QVERIFY(panel->summary().contains(QStringLiteral("weights separate the two shifts: ✓ supported")));
        // Weights that are highest on wrong labels refute it.
        for (int seed = 1; seed <= 4; ++seed)
            tellRun(bench.current(), ArmKind::Searched, seed, 3, 3, 0.6, 0.25 + 0.01 * seed);
        QTRY_COMPARE(view->rows()[4].verdict(), QStringLiteral("✕ refuted"));
    }

    void missingRunsAreQueued()
    {
        Workbench bench;
        QWidget parent;
        QAction compare(QStringLiteral("Compare"));
        bench.registerAction(QStringLiteral("compare"), &compare);
        QSignalSpy triggered(&compare, &QAction::triggered);
        ExperimentConfig config;
        config.search.armSeeds = 2;
        bench.current().document().load(config, {});
        Panel* panel = shown(bench, parent, QStringLiteral("verdicts"));
        auto* queue = panel->findChild<QPushButton*>(QStringLiteral("verdicts-queue"));
        auto* seeds = panel->findChild<QSpinBox*>(QStringLiteral("verdicts-seeds"));
        std::vector<ArmResult> arms;
        for (const ArmKind kind : armOrder())
            arms.push_back(arm(kind, {0.8, 0.81}));
        bench.current().takeSnapshot(studyWith(arms, config));
        QTRY_COMPARE(seeds->value(), 2);
        QTRY_VERIFY(queue->isVisible() && !queue->isEnabled()); // every arm has its two seeds
        QTest::keyClick(seeds, Qt::Key_Up);
        QCOMPARE(bench.current().config().search.armSeeds, 3);
        QTRY_VERIFY(queue->isEnabled());
        QTest::mouseClick(queue, Qt::LeftButton);
        QCOMPARE(triggered.size(), 1);
        bench.current().document().undoStack().undo();
        QTRY_COMPARE(seeds->value(), 2);
        QTRY_VERIFY(!queue->isEnabled());
    }

    void chanceInWords()
    {
        QCOMPARE(pText(0.0004), QStringLiteral("p < 0.001"));
        QCOMPARE(pText(0.0416), QStringLiteral("p 0.042"));
        QCOMPARE(pointsInterval({.n = 1, .mean = 0.0136}), QStringLiteral("+1.36"));
        QCOMPARE(pointsInterval({.n = 5, .mean = 0.0136, .halfWidth = 0.0065}), QStringLiteral("+1.36 [0.71, 2.01]"));
    }
};

QTEST_MAIN(tst_Verdicts)
#include "tst_verdicts.moc"
