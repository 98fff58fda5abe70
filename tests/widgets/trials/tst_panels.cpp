// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/storage/StudyFolder.h"
#include "tests/support/OwnFolders.h"
#include "tests/widgets/trials/TrialStudy.h"
#include "widgets/trials/ColumnMemory.h"
#include "widgets/trials/TrialFilterModel.h"
#include "widgets/trials/TrialRetrain.h"
#include "widgets/trials/TrialsPanel.h"
#include "widgets/trials/TrialsPanels.h"

#include <QtTest>
#include <QtWidgets>

using namespace reweigh;
using test::TrialStudy;

class tst_Panels : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<QWidget> m_window;
    QTableView* m_table = nullptr;
    QListView* m_list = nullptr;

    OpenStudy& study() { return m_bench->current(); }
    Panel* panel(const char* id) { return m_window->findChild<Panel*>(id); }
    template <typename T> T* find(const char* name)
    {
        T* found = m_window->findChild<T*>(name);
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    const TrialFilterModel& rows() { return static_cast<const TrialFilterModel&>(*m_table->model()); }
    QModelIndex cell(std::int64_t trial, TrialColumn::Kind kind) { return rows().indexOf(trial, rows().source().columnOf(kind)); }
    void click(QAbstractItemView* view, const QModelIndex& at, Qt::KeyboardModifiers keys = {})
    {
        view->scrollTo(at);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, keys, view->visualRect(at).center());
    }
    static Selection::Trials chosen(const QAbstractItemView* view)
    {
        Selection::Trials trials;
        for (const QModelIndex& at : view->selectionModel()->selectedIndexes())
            trials.insert(at.data(TrialTableModel::NumberRole).toLongLong());
        return trials;
    }
    void makePanels()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1500, 600);
        auto* row = new QHBoxLayout(m_window.get());
        for (Panel* panel : makeTrialsPanels(*m_bench, m_window.get()))
            row->addWidget(panel);
        m_table = find<QTableView>("trialsTable");
        m_list = find<QListView>("trialList");
        m_window->show();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_file = TrialStudy::store(m_folder.path().toStdString(), 61);
    }
    void init()
    {
        test::useOwnFolders();
        std::filesystem::remove(StudyFolder::ofFile(m_file).marks());
        m_bench = std::make_unique<Workbench>();
        m_bench->open(m_file);
        makePanels();
        QTRY_COMPARE(m_table->model()->rowCount(), 61);
        QTRY_COMPARE(m_list->model()->rowCount(), 61);
        QTRY_COMPARE(panel("inspector")->title(), QStringLiteral("Trial %1").arg(study().snapshot()->best()->number));
    }
    void cleanup()
    {
        m_window.reset();
        m_bench.reset();
    }
    void cleanupTestCase() { QSettings().clear(); }

    void theBestComesFirst()
    {
        QCOMPARE(rows().trialAt(0), study().snapshot()->best()->number);
        QVERIFY(panel("trials")->scope().startsWith("61 · 51 done, 8 pruned, 1 failed, 1 interrupted"));
        QVERIFY(panel("trials")->summary().contains(QString::number(study().snapshot()->best()->number)));
        QCOMPARE(panel("trials")->table().rows.size(), std::size_t(61));
        QCOMPARE(panel("trial-list")->scope(), QStringLiteral("61"));
    }

    void oneSelection()
    {
        click(m_table, cell(12, TrialColumn::Value));
        QCOMPARE(study().selection().current(), std::optional<std::int64_t>(12));
        QTRY_COMPARE(chosen(m_list), (Selection::Trials{12}));
        QTRY_COMPARE(panel("inspector")->title(), QStringLiteral("Trial 12"));

        click(m_table, cell(14, TrialColumn::Value), Qt::ControlModifier);
        QCOMPARE(study().selection().trials(), (Selection::Trials{12, 14}));
        QCOMPARE(study().selection().current(), std::optional<std::int64_t>(14));
        QTRY_COMPARE(chosen(m_list), (Selection::Trials{12, 14}));

        click(m_list, static_cast<QAbstractProxyModel*>(m_list->model())->index(3, m_list->modelColumn()));
        QCOMPARE(study().selection().trials(), (Selection::Trials{3}));
        QTRY_COMPARE(chosen(m_table), (Selection::Trials{3}));

        study().selection().set({20, 21, 40}, 40);
        QTRY_COMPARE(chosen(m_table), (Selection::Trials{20, 21, 40}));
        QTRY_COMPARE(m_list->currentIndex().data(TrialTableModel::NumberRole).toInt(), 40);
        QTRY_VERIFY(m_list->viewport()->rect().contains(m_list->visualRect(m_list->currentIndex()))); // the list scrolls to it
        QTest::keyClick(m_list, Qt::Key_Down);
        QCOMPARE(study().selection().current(), std::optional<std::int64_t>(41));
    }

    void whatIsHiddenStaysSelected()
    {
        study().selection().set({5, 19}, 5);
        QTRY_COMPARE(chosen(m_table), (Selection::Trials{5, 19}));
        QTest::mouseClick(find<QToolButton>("chipFailed"), Qt::LeftButton);
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        QCOMPARE(study().selection().trials(), (Selection::Trials{5, 19}));
        QCOMPARE(chosen(m_table), (Selection::Trials{19}));
        QTest::mouseClick(find<QToolButton>("chipFailed"), Qt::LeftButton);
        QTRY_COMPARE(m_table->model()->rowCount(), 61);
        QCOMPARE(chosen(m_table), (Selection::Trials{5, 19}));
        QCOMPARE(study().selection().current(), std::optional<std::int64_t>(5));
    }

    /// A view that gets the focus while the selected trial is hidden makes its first row the current one; that selects nothing.
    void theFocusDeselectsNothing()
    {
        study().selection().setCurrent(5);
        QTRY_COMPARE(chosen(m_table), (Selection::Trials{5}));
        QTest::mouseClick(find<QToolButton>("chipFailed"), Qt::LeftButton);
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        for (QAbstractItemView* view : {static_cast<QAbstractItemView*>(m_table), static_cast<QAbstractItemView*>(m_list)}) {
            QFocusEvent gone(QEvent::FocusOut), come(QEvent::FocusIn, Qt::TabFocusReason);
            QCoreApplication::sendEvent(view, &gone);
            QCoreApplication::sendEvent(view, &come);
            QCOMPARE(study().selection().current(), std::optional<std::int64_t>(5));
        }
        QTest::mouseClick(find<QToolButton>("chipFailed"), Qt::LeftButton);
        QTRY_COMPARE(m_table->model()->rowCount(), 61);
        QTRY_COMPARE(chosen(m_table), (Selection::Trials{5}));
        QTRY_COMPARE(chosen(m_list), (Selection::Trials{5}));
    }

    void starByClickAndKey()
    {
        click(m_table, cell(12, TrialColumn::Star));
        QVERIFY(study().document().marks(12).star);
        QTRY_COMPARE(cell(12, TrialColumn::Star).data().toString(), QStringLiteral("★"));
        study().document().undoStack().undo();
        QVERIFY(!study().document().marks(12).star);
        QTRY_COMPARE(cell(12, TrialColumn::Star).data().toString(), QStringLiteral("☆"));

        study().selection().set({3, 4}, 3);
        QTRY_COMPARE(chosen(m_table), (Selection::Trials{3, 4}));
        QTest::keyClicks(m_table, "*");
        QVERIFY(study().document().marks(3).star && study().document().marks(4).star);
        study().document().undoStack().undo(); // both are one step
        QVERIFY(!study().document().marks(3).star && !study().document().marks(4).star);
        study().document().undoStack().redo();
        QTest::mouseClick(find<QToolButton>("chipStarred"), Qt::LeftButton);
        QTRY_COMPARE(m_table->model()->rowCount(), 2);
    }

    void noteAndTagsInPlace()
    {
        for (const auto& [kind, typed] : {std::pair(TrialColumn::Note, "two peaks"), std::pair(TrialColumn::Tags, "paper, odd")}) {
            m_table->setCurrentIndex(cell(7, kind));
            m_table->edit(cell(7, kind));
            auto* editor = m_table->viewport()->findChild<QLineEdit*>();
            QVERIFY(editor);
            QTest::keyClicks(editor, typed);
            QTest::keyClick(editor, Qt::Key_Return);
            QTRY_COMPARE(cell(7, kind).data().toString(), QString(typed));
            QTRY_VERIFY(!m_table->viewport()->findChild<QLineEdit*>());
        }
        QCOMPARE(study().document().marks(7).tags, (QStringList{"paper", "odd"}));
        QTRY_VERIFY(find<QComboBox>("trialFilterTag")->findText("paper") > 0);
        study().document().undoStack().undo();
        QTRY_COMPARE(cell(7, TrialColumn::Tags).data().toString(), QString());
        QCOMPARE(study().document().marks(7).note, QStringLiteral("two peaks"));
        study().document().undoStack().undo();
        QVERIFY(study().document().marks(7).empty());
    }

    void filter()
    {
        static_cast<TrialsPanel*>(panel("trials"))->focusFilter();
        auto* text = find<QLineEdit>("trialFilterText");
        QTest::keyClicks(text, "memory");
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        QTRY_COMPARE(m_list->model()->rowCount(), 1); // every view follows the line
        QTRY_VERIFY(panel("trials")->scope().contains("1 shown"));
        text->clear();
        QTRY_COMPARE(m_table->model()->rowCount(), 61);
        study().selection().set({8, 9}, 9);
        const auto action = [&](const char* name) { return panel("trials")->findChild<QAction*>(name); };
        QTRY_VERIFY(action("filterToTrials")->isEnabled());
        action("filterToTrials")->trigger();
        QTRY_COMPARE(m_table->model()->rowCount(), 2);
        QTRY_COMPARE(m_list->model()->rowCount(), 2); // the filter hides it in every list
        QTRY_VERIFY(panel("trials")->scope().contains("brushed: 2 trial"));
        QTRY_VERIFY(action("showAllTrials")->isEnabled());
        action("showAllTrials")->trigger();
        QTRY_COMPARE(m_table->model()->rowCount(), 61);
    }

    /// Buttons write into the line, and follow it.
    void buttonsWriteTheLine()
    {
        auto* text = find<QLineEdit>("trialFilterText");
        QTest::mouseClick(find<QToolButton>("chipFailed"), Qt::LeftButton);
        QTest::mouseClick(find<QToolButton>("chipRunning"), Qt::LeftButton);
        QCOMPARE(text->text(), QStringLiteral("state:running,failed"));
        QTRY_COMPARE(m_table->model()->rowCount(), 1); // no process writes the study: nothing runs
        text->setText("state:pruned -star:yes");
        QTRY_VERIFY(find<QToolButton>("chipPruned")->isChecked());
        QVERIFY(!find<QToolButton>("chipFailed")->isChecked());
        QTRY_COMPARE(m_list->model()->rowCount(), 8);
        QTest::mouseClick(find<QToolButton>("chipPruned"), Qt::LeftButton);
        QCOMPARE(text->text(), QStringLiteral("-star:yes"));
        QTRY_VERIFY(panel("trials")->findChild<QAction*>("showAllTrials")->isEnabled());
        panel("trials")->findChild<QAction*>("showAllTrials")->trigger();
        QTRY_COMPARE(text->text(), QString());
        QTRY_COMPARE(m_table->model()->rowCount(), 61);
    }

    void aWrongLineSaysTheMend()
    {
        auto* text = find<QLineEdit>("trialFilterText");
        auto* problem = find<QLabel>("trialFilterProblem");
        text->setFocus();
        QTest::keyClicks(text, "valeu>0.8");
        QTRY_VERIFY(problem->isVisible()); // after a pause
        QVERIFY(problem->text().contains("is value meant?") && problem->text().endsWith("until the filter is right."));
        QCOMPARE(m_table->model()->rowCount(), 61);
        QVERIFY(!text->accessibleDescription().isEmpty());
        text->setText("value>0.85");
        QTRY_VERIFY(!problem->isVisible());
        QTRY_VERIFY(m_table->model()->rowCount() < 61);
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            QVERIFY(*study().snapshot()->trial(rows().trialAt(row))->value > 0.85);
    }

    /// The choices were shown over the label that says what is wrong with the line.
    void choicesLeaveTheProblemReadable()
    {
        auto* text = find<QLineEdit>("trialFilterText");
        auto* problem = find<QLabel>("trialFilterProblem");
        text->setFocus();
        QTest::keyClicks(text, "state:pr");
        const QAbstractItemView* popup = m_window->findChild<QCompleter*>()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTRY_VERIFY(problem->isVisible()); // after a pause
        const auto covered = [&] {
            const auto onScreen = [](const QWidget& widget) { return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()); };
            return popup->isVisible() && (onScreen(*popup).intersects(onScreen(*problem)) || onScreen(*popup).intersects(onScreen(*text)));
        };
        QVERIFY(popup->isVisible());
        QTRY_VERIFY(!covered());
        QTest::keyClicks(text, "u"); // another completion of a line whose problem is shown already
        QVERIFY(popup->isVisible() && problem->isVisible());
        QTRY_VERIFY(!covered());
    }

    void completesByKeyboard()
    {
        auto* text = find<QLineEdit>("trialFilterText");
        text->setFocus();
        QTest::keyClicks(text, "stat");
        const auto* completer = m_window->findChild<QCompleter*>();
        QVERIFY(completer);
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTRY_COMPARE(text->text(), QStringLiteral("state:"));
        QTRY_VERIFY(completer->popup()->isVisible()); // the values
        QTest::keyClicks(completer->popup(), "fa");
        QTRY_COMPARE(text->text(), QStringLiteral("state:fa"));
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTRY_COMPARE(text->text(), QStringLiteral("state:failed"));
        completer->popup()->hide();
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
    }

    /// Trials that come later are held to the line too, and each study has a line of its own.
    void theLineStaysWithItsStudy()
    {
        find<QLineEdit>("trialFilterText")->setText("#..3");
        QTRY_COMPARE(m_table->model()->rowCount(), 4);
        panel("trials")->hide(); // the others follow without the table
        study().takeSnapshot(TrialStudy::snapshot(3));
        QCOMPARE(*study().selection().filter(), (Selection::Trials{0, 1, 2}));
        study().takeSnapshot(TrialStudy::snapshot(61));
        QCOMPARE(*study().selection().filter(), (Selection::Trials{0, 1, 2, 3}));
        OpenStudy& first = study();
        m_bench->newStudy({});
        QVERIFY(!study().selection().filter());
        m_bench->setCurrent(first);
        panel("trials")->show();
        QTRY_COMPARE(m_table->model()->rowCount(), 4);
        QCOMPARE(find<QLineEdit>("trialFilterText")->text(), QStringLiteral("#..3"));
    }

    void copies()
    {
        study().selection().set({3, 19}, 3);
        QTRY_COMPARE(panel("inspector")->title(), QStringLiteral("Trial 3"));
        QTest::mouseClick(find<QPushButton>("inspectorCopyCommand"), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("reweigh train --noise-rate 0.3"));
        QTest::mouseClick(find<QPushButton>("inspectorCopyJson"), Qt::LeftButton);
        QVERIFY(nlohmann::json::accept(QGuiApplication::clipboard()->text().toStdString()));
        panel("trials")->findChild<QAction*>("copyTrialRows")->trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].contains("meta-lr"));
        QSignalSpy wanted(m_bench.get(), &Workbench::trialWanted);
        panel("trials")->findChild<QAction*>("showTrialCurve")->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toLongLong(), 3);
    }

    /// As narrow as on a screen of 1366 pixels: it has no bar to the side, so what is wider is never seen.
    void aNarrowInspectorShowsWholeFigures()
    {
        panel("inspector")->setFixedWidth(315);
        const auto* area = find<QScrollArea>("inspectorScroll");
        QTRY_COMPARE(panel("inspector")->width(), 315);
        QVERIFY(find<QLabel>("fact-inflation")->isVisible());
        QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
    }

    void inspector()
    {
        QVERIFY(panel("inspector")->scope().startsWith(QStringLiteral("★ best of 51")));
        QVERIFY(find<QLabel>("fact-inflation")->text().startsWith("about +0.0"));
        auto* note = find<QLineEdit>("inspectorNote");
        const std::int64_t best = study().snapshot()->best()->number;
        QTest::keyClicks(note, "half typed");
        study().selection().setCurrent(19); // the selection changes while the user is typing
        QTRY_COMPARE(panel("inspector")->title(), QStringLiteral("Trial 19"));
        QCOMPARE(study().document().marks(best).note, QStringLiteral("half typed"));
        QCOMPARE(note->text(), QString());
        QVERIFY(find<QLabel>("fact-error")->text().contains("memory", Qt::CaseInsensitive));
        QTest::mouseClick(find<QToolButton>("inspectorStar"), Qt::LeftButton);
        QVERIFY(study().document().marks(19).star);
        study().document().undoStack().undo();
        QTRY_VERIFY(!find<QToolButton>("inspectorStar")->isChecked());
        study().selection().setCurrent(std::nullopt);
        QTRY_VERIFY(panel("inspector")->findChild<QLabel*>("panelEmpty")->isVisible());
    }

    /// What a button does is done to the trial in view, and its text says so.
    void buttonsNameTheTrial()
    {
        study().selection().setCurrent(3);
        QTRY_COMPARE(panel("inspector")->title(), QStringLiteral("Trial 3"));
        QVERIFY(find<QPushButton>("inspectorExport")->text().contains("trial 3"));
        const int seeds = study().config().search.variantSeeds;
        auto* retrain = find<QPushButton>("inspectorRetrain");
        QVERIFY2(retrain->text().startsWith(QString("Retrain trial 3 with %1 fresh seed").arg(seeds)), qPrintable(retrain->text()));
        const Result<Variant> variant = trialVariant(*study().snapshot()->trial(3), *study().snapshot(), study().storedConfig());
        QVERIFY(variant.ok());
        QCOMPARE(variant->name, std::string("trial-3"));
        const Proposal drawn = test::TrialStudy::proposal(3);
        const Result<ResolvedVariant> made = resolveVariant(*variant, {.study = study().storedConfig(), .searched = {}, .random = {}});
        QVERIFY(made.ok());
        QCOMPARE(made->config.training.metaNet, drawn.metaNet);
        QCOMPARE(made->config.training.metaLr, drawn.metaLr);
        QCOMPARE(made->config.data, study().storedConfig().data);
        study().selection().setCurrent(5);
        QTRY_VERIFY(retrain->text().startsWith("Retrain trial 5 "));
    }

    /// It wrote the best trial, whichever was in view; and what is chosen while the dialog is open changes nothing.
    void theTrialInViewIsExported()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const auto native = qScopeGuard([] { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); });
        QVERIFY(study().snapshot()->best()->number != 3);
        study().selection().setCurrent(3);
        QTRY_VERIFY(find<QPushButton>("inspectorExport")->text().contains("trial 3"));
        QTest::mouseClick(find<QPushButton>("inspectorExport"), Qt::LeftButton);
        auto* dialog = find<QFileDialog>("exportTrialDialog");
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Export trial 3"));
        study().selection().setCurrent(5);
        const QString name = m_folder.filePath("three.json");
        Q_EMIT dialog->fileSelected(name);
        dialog->close();
        const auto json = nlohmann::json::parse(readFile(name.toStdString(), 1 << 20).value());
        QCOMPARE(json.at("architectures").size(), std::size_t(1));
        QCOMPARE(json.at("architectures").at(0).at("trial").get<int>(), 3);
        QVERIFY(m_bench->log().entries().back().text.startsWith("Trial 3 is written"));
    }

    void columnsAreRemembered()
    {
        const int activation = rows().source().columnOf(TrialColumn::ActivationName), value = rows().source().columnOf(TrialColumn::Value);
        QHeaderView* header = m_table->horizontalHeader();
        QVERIFY(header->isSectionHidden(activation)); // at first
        header->setSectionHidden(activation, false);
        header->moveSection(header->visualIndex(value), 1);
        m_table->sortByColumn(0, Qt::AscendingOrder);
        makePanels();
        QTRY_COMPARE(m_table->model()->rowCount(), 61);
        header = m_table->horizontalHeader();
        QVERIFY(!header->isSectionHidden(activation));
        QCOMPARE(header->visualIndex(value), 1);
        QCOMPARE(header->sortIndicatorSection(), 0);
    }

    /// The state lies under the SHA-1 of the columns' names; one that a version before has kept, under Qt's hash of them, is still read.
    void columnsHaveAStableKey()
    {
        const QString key = QStringLiteral("view/t/columns-fcd127ffa1016069006ad91f3f361248f9bdf272");
        const QString before = QStringLiteral("view/t/columns-") + QString::number(qHash(QStringLiteral("a\nb"), 0), 16);
        QStandardItemModel model(1, 2);
        const auto restored = [&model](QTableView& view, ColumnMemory& memory) {
            view.setModel(&model);
            view.setSortingEnabled(true);
            return memory.restore({"a", "b"}, "a", Qt::AscendingOrder);
        };
        {
            QTableView view;
            ColumnMemory memory(view, "t", {});
            QVERIFY(!restored(view, memory));
            view.setColumnWidth(1, 77);
        }
        QVERIFY(QSettings().contains(key));
        QVERIFY(!QSettings().contains(before));
        QSettings().setValue(before, QSettings().value(key));
        QSettings().remove(key);
        {
            QTableView view;
            ColumnMemory memory(view, "t", {});
            QVERIFY(restored(view, memory));
            QCOMPARE(view.columnWidth(1), 77);
            view.setColumnWidth(1, 88);
        }
        {
            QTableView view; // the newer one counts
            ColumnMemory memory(view, "t", {});
            QVERIFY(restored(view, memory));
            QCOMPARE(view.columnWidth(1), 88);
        }
        QSettings().setValue(key, "no state");
        QSettings().setValue(before, QByteArray("neither"));
        QTableView view;
        ColumnMemory memory(view, "t", {});
        QVERIFY(!restored(view, memory));
    }

    void nothingYet()
    {
        m_bench->newStudy({});
        for (const char* id : {"trials", "trial-list", "inspector"})
            QTRY_VERIFY(panel(id)->findChild<QLabel*>("panelEmpty")->isVisible());
        m_bench->setCurrent(*m_bench->studies().front());
        QTRY_VERIFY(m_table->isVisible());
        QCOMPARE(m_table->model()->rowCount(), 61);
    }

    void everythingHasAName()
    {
        for (const QWidget* widget : m_window->findChildren<QWidget*>())
            if (widget->isVisibleTo(m_window.get()) && widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith("qt_")
                && !qobject_cast<const QMenu*>(widget) && !qobject_cast<const QHeaderView*>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName() + widget->metaObject()->className()));
    }
};

QTEST_MAIN(tst_Panels)
#include "tst_panels.moc"
