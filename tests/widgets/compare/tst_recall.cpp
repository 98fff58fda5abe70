// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareFixture.h"

#include "widgets/plots/Plot.h"

using namespace reweigh;
using namespace reweigh::test;

/// The recall of each class.
class tst_Recall : public QObject {
    Q_OBJECT

    static qsizetype namedIn(const Plot& plot)
    {
        const auto ticker = plot.xAxis->ticker().dynamicCast<QCPAxisTickerText>();
        return ticker ? ticker->ticks().size() : 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        useOwnFolders();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    /// Where the plot is narrow the names of classes stand upright; every second one was left out.
    void everyClassIsNamed()
    {
        constexpr int classes = 10;
        Workbench bench;
        OpenStudy& study = bench.current();
        study.takeSnapshot(studyWith({planted("searched", {0.6}), planted("fixed", {0.5})}));
        for (const char* name : {"searched", "fixed"}) {
            const RunKey key = RunKey::ofVariant(name, name, 1);
            Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = 1}, std::make_shared<StepQueue>());
            auto figures = std::make_shared<EpochFigures>(*epochOf(1, 0.6));
            figures->test.recall.assign(classes, 0.5);
            Q_EMIT study.runner().epochFinished(key, std::shared_ptr<const EpochFigures>(figures));
            Q_EMIT study.runner().runFinished(key);
        }
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("recall"));
        QTRY_VERIFY(panel->hasContent() && panel->isFresh());
        auto* plot = panel->findChild<Plot*>();
        parent.resize(1400, 420);
        panel->resize(1400, 420);
        QTRY_VERIFY(plot->width() > 1200);
        plot->replot();
        QCOMPARE(namedIn(*plot), qsizetype(classes));
        QCOMPARE(plot->xAxis->tickLabelRotation(), -30.0);
        panel->resize(360, 420);
        QTRY_VERIFY(plot->width() < 500);
        for (int i = 0; i < 2; ++i) // names are chosen when the room is known
            plot->replot();
        QCOMPARE(namedIn(*plot), qsizetype(classes));
        QCOMPARE(plot->xAxis->tickLabelRotation(), -90.0);
    }
};

QTEST_MAIN(tst_Recall)
#include "tst_recall.moc"
