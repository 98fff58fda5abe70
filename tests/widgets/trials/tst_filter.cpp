// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HeldOutStudy.h"
#include "tests/support/OwnFolders.h"
#include "tests/widgets/trials/TrialStudy.h"
#include "widgets/trials/TrialFilterBar.h"
#include "widgets/trials/TrialFilterLine.h"
#include "widgets/trials/TrialFilterModel.h"
#include "widgets/trials/TrialListPanel.h"
#include "widgets/trials/TrialScope.h"
#include "widgets/trials/TrialsPanel.h"
#include "widgets/trials/TrialsPanels.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStyle>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

#include <memory>

using namespace reweigh;
using test::TrialStudy;

class tst_Filter : public QObject {
    Q_OBJECT

    TrialTableModel m_trials;
    TrialFilterModel m_shown;
    TrialFilterBar m_bar{m_trials};
    Selection m_selection;
    QAbstractItemModelTester m_tester{&m_shown, QAbstractItemModelTester::FailureReportingMode::Fatal};

    std::vector<std::int64_t> numbers() const
    {
        std::vector<std::int64_t> numbers;
        for (int row = 0; row < m_shown.rowCount(); ++row)
            numbers.push_back(m_shown.trialAt(row));
        return numbers;
    }

    void line(const QString& text) { m_bar.apply(m_selection, text); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_shown.setSource(m_trials);
    }
    void init()
    {
        m_trials.setSnapshot(TrialStudy::snapshot(61));
        m_trials.setMarks({{5, {.star = true, .note = "Odd start", .tags = {"paper"}}}, {8, {.tags = {"paper", "again"}}}});
    }
    void cleanup()
    {
        m_selection.showAll();
        m_shown.setLeft(std::nullopt);
        m_shown.sort(-1);
        QCOMPARE(m_shown.rowCount(), 61);
    }

    void theLineIsTheSelectionsFilter()
    {
        const auto passing = [&] {
            m_shown.setLeft(m_selection.filter());
            return numbers();
        };
        using Numbers = std::vector<std::int64_t>;
        line("tag:paper");
        QCOMPARE(passing(), (Numbers{5, 8}));
        m_selection.setFilter(Selection::Trials{8, 9}); // a brush leaves what both leave
        QCOMPARE(passing(), (Numbers{8}));
        QVERIFY(m_shown.indexOf(8).isValid());
        QVERIFY(!m_shown.indexOf(5).isValid());
        line("star:yes");
        QVERIFY(passing().empty());
        line("star:maybe"); // a wrong line leaves everything
        QCOMPARE(passing(), (Numbers{8, 9}));
        QCOMPARE(m_selection.line(), QStringLiteral("star:maybe"));
        line({});
        QCOMPARE(passing(), (Numbers{8, 9}));
        line("#8");
        m_selection.showAll();
        QCOMPARE(passing().size(), std::size_t(61));
        QVERIFY(m_selection.line().isEmpty());
    }

    void filterChangesAreToldOnce()
    {
        QSignalSpy told(&m_selection, &Selection::filterChanged);
        line("tag:paper");
        QCOMPARE(told.size(), 1);
        line("tag:paper");
        QCOMPARE(told.size(), 1);
        m_selection.setFilter(Selection::Trials{8});
        QCOMPARE(told.size(), 2);
        m_selection.showAll();
        QCOMPARE(told.size(), 3);
        m_selection.showAll();
        QCOMPARE(told.size(), 3);
    }

    void marksThatChangeAreFollowed()
    {
        line("late");
        QVERIFY(m_selection.filter()->empty());
        m_trials.setMarks({{9, {.note = "late riser"}}});
        line("late");
        QCOMPARE(*m_selection.filter(), Selection::Trials{9});
    }

    void sortsRawValuesWithNothingLast()
    {
        const int value = m_trials.columnOf(TrialColumn::Value);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_shown.sort(value, order);
            bool ended = false;
            std::optional<double> last;
            for (int row = 0; row < m_shown.rowCount(); ++row) {
                const std::optional<double> now = m_trials.trial(m_trials.rowOf(m_shown.trialAt(row))).value;
                QVERIFY2(now || row > 40, "nothing comes last");
                ended = ended || !now;
                QVERIFY(!ended || !now);
                if (now && last)
                    QVERIFY(order == Qt::AscendingOrder ? *last <= *now : *last >= *now);
                last = now;
            }
            QVERIFY(ended);
        }
    }

    void sortsByEveryColumn()
    {
        for (int column = 0; column < m_trials.columnCount(); ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                m_shown.sort(column, order);
                auto all = numbers();
                std::ranges::sort(all);
                QCOMPARE(all.size(), std::size_t(61));
                QVERIFY(std::ranges::adjacent_find(all) == all.end());
            }
    }

    void scope()
    {
        const StudySnapshot& study = m_trials.snapshot();
        QCOMPARE(countsText(study), QStringLiteral("61 · 51 done, 8 pruned, 1 failed, 1 running"));
        std::vector<const FrozenTrial*> done;
        for (const auto& trial : study.trials)
            if (trial->state == TrialState::Complete)
                done.push_back(trial.get());
        std::ranges::sort(done, [](const auto* a, const auto* b) { return *a->value > *b->value; });
        Selection::Trials best;
        for (int i = 0; i < 5; ++i)
            best.insert(done[std::size_t(i)]->number);
        QCOMPARE(brushText(study, best), QStringLiteral("brushed: top 10 %"));
        best.insert(done.back()->number);
        QCOMPARE(brushText(study, best), QStringLiteral("brushed: 6 trial(s)"));
        // The best value violates a constraint: the top begins with the next.
        StudySnapshot bound = study;
        for (auto& trial : bound.trials)
            if (trial->number == done[0]->number) {
                auto infeasible = std::make_shared<StudyTrial>(*trial);
                infeasible->systemAttributes["constraints"] = nlohmann::json::array({0.5});
                trial = std::move(infeasible);
            }
        const auto ranked = [&](std::size_t from, std::size_t to) {
            Selection::Trials trials;
            for (std::size_t i = from; i < to; ++i)
                trials.insert(done[i]->number);
            return trials;
        };
        QCOMPARE(brushText(bound, ranked(1, 6)), QStringLiteral("brushed: top 10 %"));
        QCOMPARE(brushText(bound, ranked(0, 5)), QStringLiteral("brushed: 5 trial(s)"));
    }

    /// However wide the bar, and whatever tags there are, a short query can be read in the line.
    void theLineKeepsItsRoom()
    {
        m_trials.setMarks({{5, {.tags = {"a tag of several long words"}}}});
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* bar = new TrialFilterBar(m_trials);
        column->addWidget(bar);
        column->addStretch();
        window.show();
        bar->bringUpToDate(m_selection);
        auto* text = bar->findChild<QLineEdit*>(QStringLiteral("trialFilterText"));
        auto* tags = bar->findChild<QComboBox*>(QStringLiteral("trialFilterTag"));
        const int query = text->fontMetrics().horizontalAdvance(QStringLiteral("state:pruned"));
        bool sideBySide = false, below = false;
        for (int width = 360; width <= 900; width += 20) {
            window.resize(width, 200);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCOMPARE(window.width(), width);
            QVERIFY2(text->width() > query, qPrintable(QStringLiteral("%1 of %2 at %3").arg(text->width()).arg(query).arg(width)));
            QVERIFY(tags->isVisible() && tags->geometry().right() < bar->width());
            (tags->y() > text->geometry().bottom() ? below : sideBySide) = true;
        }
        QVERIFY(sideBySide && below);
    }

    /// The arrow of the button's menu, which the style draws in its corner, lies beside the text and not over its last letter.
    void theMenusArrowHasRoomOfItsOwn()
    {
        TrialFilterLine line;
        line.resize(500, 40);
        line.show();
        const auto* kept = line.findChild<QToolButton*>(QStringLiteral("trialFilterKept"));
        const int text = kept->fontMetrics().horizontalAdvance(kept->text());
        const int arrow = kept->style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, kept) - 5; // from its left to the edge
        const int beside = (kept->width() - text) / 2;
        QVERIFY2(beside >= arrow, qPrintable(QStringLiteral("%1 of %2").arg(beside).arg(arrow)));
    }

    /// A trial that was interrupted is called so wherever trials are counted or filtered: nothing runs.
    void whatIsInterruptedDoesNotRun()
    {
        const auto* running = m_bar.findChild<QToolButton*>(QStringLiteral("chipRunning"));
        m_bar.bringUpToDate(m_selection);
        QCOMPARE(running->text(), QStringLiteral("▶ 1"));
        line("state:running");
        QCOMPARE(*m_selection.filter(), Selection::Trials{60});
        auto left = std::make_shared<StudySnapshot>(m_trials.snapshot());
        left->beingWritten = false;
        m_trials.setSnapshot(left);
        QCOMPARE(countsText(*left), QStringLiteral("61 · 51 done, 8 pruned, 1 failed, 1 interrupted"));
        QCOMPARE(countTrials(*left).running, 0);
        m_bar.bringUpToDate(m_selection);
        QCOMPARE(running->text(), QStringLiteral("▶ 0"));
        line("state:running");
        QVERIFY(m_selection.filter()->empty());
        line("state:interrupted");
        QCOMPARE(*m_selection.filter(), Selection::Trials{60});
        left = std::make_shared<StudySnapshot>(*left);
        left->facts.reset(); // of another program's study nobody knows
        QCOMPARE(countTrials(*left).running, 1);
    }

    /// Of images that nobody has checked every view of trials says so.
    void whatTheViewsStandOn()
    {
        Workbench bench;
        QWidget parent;
        const std::vector<Panel*> panels = makeTrialsPanels(bench, &parent);
        auto study = std::make_shared<StudySnapshot>(*TrialStudy::snapshot(20));
        study->facts->fingerprint = test::fingerprintWith(test::uncheckedLabels);
        bench.current().takeSnapshot(study);
        for (const Panel* panel : panels)
            QVERIFY2(panel->heldOut() == QLatin1String(test::uncheckedWords), qPrintable(panel->id()));
        QCOMPARE(panels.size(), std::size_t(3));
    }

    /// A list that the filter leaves empty says so, and its button brings the trials back.
    void anEmptyListSaysWhy()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        study.takeSnapshot(TrialStudy::snapshot(20));
        TrialListPanel panel(bench);
        panel.resize(220, 500);
        panel.show();
        QTRY_VERIFY(panel.hasContent());
        const int trials = int(study.snapshot()->trials.size());
        study.selection().setLine(QStringLiteral("tag:none"), Selection::Trials{});
        QTRY_VERIFY(!panel.hasContent());
        const QString said = panel.findChild<QLabel*>(QStringLiteral("panelEmpty"))->text();
        QVERIFY2(said.startsWith(QLatin1String("The filter keeps none")) && said.contains(QString::number(trials)), qPrintable(said));
        QVERIFY(!panel.scope().isEmpty());
        auto* showAll = panel.findChild<QToolButton*>(QStringLiteral("panelEmptyAction"));
        QVERIFY(showAll->isEnabled());
        QTest::mouseClick(showAll, Qt::LeftButton);
        QVERIFY(!study.selection().filter());
        QTRY_VERIFY(panel.hasContent());
    }

    /// The table of Search says the same; the filter line stays above it.
    void anEmptyTableSaysWhy()
    {
        test::useOwnFolders();
        Workbench bench;
        bench.current().takeSnapshot(TrialStudy::snapshot(20));
        TrialsPanel panel(bench);
        panel.resize(700, 400);
        panel.show();
        const auto* table = panel.findChild<QTableView*>(QStringLiteral("trialsTable"));
        QTRY_COMPARE(table->model()->rowCount(), 20);
        auto* text = panel.findChild<QLineEdit*>(QStringLiteral("trialFilterText"));
        text->setText(QStringLiteral("#999"));
        const auto* said = panel.findChild<QLabel*>(QStringLiteral("trialsNone"));
        QTRY_VERIFY(said->isVisible() && !table->isVisible() && text->isVisible());
        QVERIFY2(said->text().startsWith(QLatin1String("The filter keeps none")) && said->text().contains(QLatin1String("20")),
                 qPrintable(said->text()));
        QTest::mouseClick(panel.findChild<QToolButton*>(QStringLiteral("trialsNoneAction")), Qt::LeftButton);
        QTRY_VERIFY(table->isVisible() && !said->isVisible());
        QCOMPARE(text->text(), QString());
    }

    /// They are there at the next start too, and any of them can be forgotten, whatever the line says.
    void keptFilters()
    {
        test::useOwnFolders();
        Workbench bench;
        bench.current().takeSnapshot(TrialStudy::snapshot(61));
        std::unique_ptr<TrialsPanel> panel;
        QLineEdit* text = nullptr;
        QMenu *kept = nullptr, *forget = nullptr;
        const auto start = [&] {
            panel = std::make_unique<TrialsPanel>(bench);
            panel->resize(700, 400);
            panel->show();
            text = panel->findChild<QLineEdit*>(QStringLiteral("trialFilterText"));
            kept = panel->findChild<QToolButton*>(QStringLiteral("trialFilterKept"))->menu();
            forget = kept->findChild<QMenu*>(QStringLiteral("forgetFilters"));
        };
        const auto choose = [&](const QString& entry) {
            Q_EMIT kept->aboutToShow();
            for (QAction* action : kept->actions())
                if (action->isEnabled() && (action->objectName() == entry || action->text() == entry))
                    return action->trigger(), true;
            return false;
        };
        start();
        const auto* table = panel->findChild<QTableView*>(QStringLiteral("trialsTable"));
        QTRY_COMPARE(table->model()->rowCount(), 61);
        QVERIFY(!choose(QStringLiteral("keepFilter"))); // there is nothing to keep
        QVERIFY(!forget->menuAction()->isEnabled());
        text->setText(QStringLiteral("state:failed"));
        QVERIFY(choose(QStringLiteral("keepFilter")));
        text->setText(QStringLiteral("state:what"));
        QTRY_VERIFY(panel->findChild<QLabel*>(QStringLiteral("trialFilterProblem"))->isVisible());
        QVERIFY(!choose(QStringLiteral("keepFilter")));

        start();
        table = panel->findChild<QTableView*>(QStringLiteral("trialsTable"));
        QVERIFY(choose(QStringLiteral("state:failed")));
        QCOMPARE(text->text(), QStringLiteral("state:failed"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        text->clear();
        Q_EMIT kept->aboutToShow();
        QVERIFY(kept->actions().contains(forget->menuAction()) && forget->menuAction()->isEnabled());
        QCOMPARE(forget->actions().size(), qsizetype(1));
        QCOMPARE(forget->actions().front()->text(), QStringLiteral("state:failed"));
        forget->actions().front()->trigger();
        QVERIFY(!choose(QStringLiteral("state:failed")));
        QVERIFY(forget->actions().isEmpty() && !forget->menuAction()->isEnabled());
    }

    void tenThousand()
    {
        TrialTableModel trials;
        TrialFilterModel shown;
        shown.setSource(trials);
        trials.setSnapshot(TrialStudy::snapshot(10000));
        QSignalSpy removed(&shown, &QAbstractItemModel::rowsRemoved);
        shown.sort(trials.columnOf(TrialColumn::Auroc), Qt::DescendingOrder);
        TrialFilterBar bar(trials);
        Selection selection;
        bar.apply(selection, "tanh input:label");
        shown.setLeft(selection.filter());
        QVERIFY(shown.rowCount() > 1000);
        QVERIFY(shown.rowCount() < 9000);
        QCOMPARE(removed.size(), 0);                     // a thousand separate removals would be slow
        for (int row = 1; row < shown.rowCount(); ++row) // AUROC falls with the number; trials without one come last
            QVERIFY(shown.trialAt(row - 1) < shown.trialAt(row) || !trials.row(trials.rowOf(shown.trialAt(row))).auroc);
        shown.setLeft(std::nullopt);
        QCOMPARE(shown.rowCount(), 10000);
    }
};

QTEST_MAIN(tst_Filter)
#include "tst_filter.moc"
