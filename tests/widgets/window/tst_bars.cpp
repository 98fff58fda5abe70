// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/window/WindowFixture.h"

#include "widgets/panel/Panel.h"
#include "widgets/panel/ZoomGestures.h"
#include "widgets/plots/Plot.h"
#include "widgets/window/actions/StudyActions.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QToolButton>

using namespace reweigh;
using test::OpenWindow;

/// Tests of menus, shortcuts and names: every action can be reached, and no shortcut is used twice.
class tst_Bars : public QObject {
    Q_OBJECT

    static void collect(const QMenu& menu, QList<QAction*>& actions)
    {
        for (QAction* action : menu.actions()) {
            if (action->menu())
                collect(*action->menu(), actions);
            else if (!action->isSeparator())
                actions << action;
        }
    }

    static QList<QAction*> menuActions(const OpenWindow& open)
    {
        QList<QAction*> actions;
        for (const QAction* title : open.window.menuBar()->actions())
            collect(*title->menu(), actions);
        return actions;
    }

private Q_SLOTS:
    void init() { test::useOwnSettings(); }

    void everyActionIsInAMenu()
    {
        OpenWindow open;
        const QList<QAction*> inMenus = menuActions(open);
        for (const char* name : {"new",          "open",         "demo",         "save-config",   "export-architectures", "export-figures",
                                 "close",        "quit",         "undo",         "redo",          "copy-fingerprint",     "find",
                                 "preferences",  "run",          "pause",        "stop",          "stop-after-epoch",     "compare",
                                 "measure-cost", "layout-setup", "layout-watch", "layout-search", "layout-compare",       "reset-layout",
                                 "full-screen",  "about",        "layout-plan",  "close-plan"}) {
            QAction* action = open.action(QString::fromLatin1(name));
            QVERIFY2(action, name);
            QVERIFY2(inMenus.contains(action), name);
            QVERIFY2(!action->text().isEmpty(), name);
        }
        for (const QDockWidget* dock : open.window.docks().docks())
            QVERIFY2(inMenus.contains(dock->toggleViewAction()), qPrintable(dock->objectName()));
    }

    void noKeyTwice()
    {
        OpenWindow open;
        QHash<QString, QString> owners;
        for (const QAction* action : open.window.findChildren<QAction*>()) {
            if (action->shortcutContext() == Qt::WidgetShortcut || action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
                continue;
            for (const QKeySequence& key : action->shortcuts()) {
                const QString text = key.toString();
                QVERIFY2(!owners.contains(text), qPrintable(QString("%1: %2 and %3").arg(text, owners.value(text), action->objectName())));
                owners[text] = action->objectName();
            }
        }
        for (const char* key : {"F5", "Shift+F5", "Space", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+E"})
            QVERIFY2(owners.contains(QString::fromLatin1(key)), key);
    }

    /// Every view that draws a figure can be enlarged and copied, and every plot is moved by wheel and pointer.
    void everyFigureHasItsMenu()
    {
        OpenWindow open;
        QCoreApplication::processEvents();
        int figures = 0;
        for (Panel* panel : open.window.docks().panels()) {
            for (const Plot* plot : panel->findChildren<Plot*>())
                QVERIFY2(!plot->findChildren<ZoomGestures*>().isEmpty(), qPrintable(panel->id()));
            if (!panel->hasFigure())
                continue;
            ++figures;
            QStringList entries;
            for (const QAction* action : panel->menu().actions())
                entries << action->objectName();
            for (const char* entry : {"enlarge", "copyPicture", "copyData"})
                QVERIFY2(entries.contains(QLatin1String(entry)), qPrintable(panel->id() + QStringLiteral(": ") + QLatin1String(entry)));
        }
        QVERIFY2(figures > 20, qPrintable(QString::number(figures)));
    }

    /// Every widget that takes the keyboard focus has a name for screen readers.
    void everyFocusableWidgetHasAName()
    {
        OpenWindow open;
        QStringList nameless;
        for (const Layout layout : allLayouts) {
            open.window.showLayout(layout);
            QCoreApplication::processEvents();
            for (QWidget* widget : open.window.findChildren<QWidget*>()) {
                if (!widget->isVisibleTo(&open.window) || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(widget);
                if (widget->focusProxy() || !seen || !seen->text(QAccessible::Name).isEmpty())
                    continue;
                if (const auto* tabs = qobject_cast<QTabBar*>(widget); tabs && tabs->count() == 0)
                    continue; // the window keeps a spare one
                // The line edit of a spin box and the list of a combo box are read together with their owner.
                if (qobject_cast<QAbstractItemView*>(widget->parentWidget()) || widget->objectName().startsWith(QLatin1String("qt_")))
                    continue;
                nameless << QStringLiteral("%1 %2 in %3")
                                .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                     widget->parentWidget()->objectName());
            }
        }
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join('\n')));
    }

    /// The space key pauses a run, but on a button it presses the button.
    void spaceStaysWithButtons()
    {
        OpenWindow open;
        QTemporaryDir folder;
        open.training.permits = 2;
        open.begin(folder.path(), 2).run();
        QTRY_COMPARE(open.state(), RunState::Running);
        open.window.showLayout(Layout::Watch);
        QToolButton* layout = open.window.findChild<QToolButton*>(QStringLiteral("pill-layout-search"));
        QVERIFY(layout);
        open.window.activateWindow();
        layout->setFocus();
        QTest::keyClick(layout, Qt::Key_Space);
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Search));
        QCOMPARE(open.state(), RunState::Running);
        open.action(QStringLiteral("stop"))->trigger();
        QTRY_COMPARE(open.state(), RunState::Idle);
    }

    /// A key that begins something does so with the text that is still being typed.
    void whatIsTypedCountsForTheKeys()
    {
        Workbench bench;
        QWidget window;
        auto* actions = new StudyActions(bench, window);
        auto* line = new QLineEdit(&window);
        window.show();
        window.activateWindow();
        line->setFocus();
        QTRY_VERIFY(line->hasFocus());
        QSignalSpy taken(line, &QLineEdit::editingFinished);
        bool before = false;
        connect(actions, &StudyActions::costWanted, this, [&] { before = taken.count() == 1; });
        actions->measureCost()->trigger();
        QVERIFY(before);
    }

    void undoFollowsTheStudyInView()
    {
        OpenWindow open;
        OpenStudy& first = open.bench.current();
        QVERIFY(first.document().set("noise-rate", 0.3, QStringLiteral("Noise rate")));
        QVERIFY(open.action(QStringLiteral("undo"))->isEnabled());
        OpenStudy& second = open.bench.newStudy(ExperimentConfig());
        QVERIFY(!open.action(QStringLiteral("undo"))->isEnabled());
        QVERIFY(second.document().set("noise-rate", 0.1, QStringLiteral("Noise rate")));
        open.action(QStringLiteral("undo"))->trigger();
        QCOMPARE(second.config(), ExperimentConfig());
        QCOMPARE(first.config().data.noiseRate, 0.3);
        open.action(QStringLiteral("redo"))->trigger();
        QCOMPARE(second.config().data.noiseRate, 0.1);
    }

    /// It undid a setting of before, and left the entry that was not taken, and its error, where they were.
    void undoTakesARefusedEntryBackFirst()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        ExperimentDocument& document = open.bench.current().document();
        const double before = document.config().data.noiseRate;
        QVERIFY(document.set("noise-rate", 0.6, QStringLiteral("Noise rate")));
        auto* box = open.window.findChild<QAbstractSpinBox*>(QStringLiteral("val-per-class"));
        const auto* problem = open.window.findChild<QLabel*>(QStringLiteral("val-per-class-problem"));
        QAction* undo = open.action(QStringLiteral("undo"));
        QVERIFY(box && problem);
        QTRY_VERIFY(!box->text().isEmpty());
        const QString stored = box->text(), named = undo->text();
        QVERIFY(named.endsWith(QStringLiteral("Noise rate")));
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("-7"));
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(document.refused() && !problem->isHidden());
        QVERIFY(undo->text() != named);
        undo->trigger();
        QCOMPARE(box->text(), stored);
        QVERIFY(problem->isHidden() && !document.refused());
        QCOMPARE(document.config().data.noiseRate, 0.6);
        QCOMPARE(undo->text(), named);
        undo->trigger();
        QCOMPARE(document.config().data.noiseRate, before);
        QVERIFY(!undo->isEnabled());
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("-7"));
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(undo->isEnabled()); // even where no setting is left to undo
        undo->trigger();
        QCOMPARE(box->text(), stored);
        QVERIFY(!undo->isEnabled());
    }

    /// A change that came after it, as a mark of an image, goes before it.
    void undoFollowsTheOrderOfWhatWasDone()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        ExperimentDocument& document = open.bench.current().document();
        const double before = document.config().data.noiseRate;
        QAction* undo = open.action(QStringLiteral("undo"));
        QVERIFY(!document.set("val-per-class", -7, QStringLiteral("Validation")));
        const QString ofRefused = undo->text();
        QVERIFY(document.set("noise-rate", 0.6, QStringLiteral("Noise rate")));
        QVERIFY2(undo->text().endsWith(QStringLiteral("Noise rate")), qPrintable(undo->text()));
        undo->trigger();
        QCOMPARE(document.config().data.noiseRate, before);
        QVERIFY(document.refused());
        QCOMPARE(undo->text(), ofRefused);
        undo->trigger();
        QVERIFY(!document.refused() && !undo->isEnabled());
    }

    void preferencesAreKept()
    {
        OpenWindow open;
        open.action(QStringLiteral("preferences"))->trigger();
        auto* scheme = open.window.findChild<QComboBox*>(QStringLiteral("preferencesScheme"));
        QVERIFY(scheme);
        QTest::keyClick(scheme, Qt::Key_End);
        QVERIFY(Theme::instance().dark());
        QCOMPARE(QSettings().value("scheme").toString(), QStringLiteral("dark"));
        Theme::instance().setScheme(ColourScheme::System);
    }

    /// What cannot be used looks so, unless its text says a state.
    void textHasTheColourOfItsRole()
    {
        const QColor bad = Theme::instance().colour(Role::Bad);
        QLabel plain, state, offered;
        setInk(state, Role::Bad);
        setEnabledInk(offered, Role::Bad);
        for (const QLabel* label : {&state, &offered})
            QVERIFY(label->palette().color(QPalette::Active, label->foregroundRole()) == bad);
        QVERIFY(state.palette().color(QPalette::Disabled, QPalette::WindowText) == bad);
        QVERIFY(offered.palette().color(QPalette::Disabled, QPalette::WindowText)
                == plain.palette().color(QPalette::Disabled, QPalette::WindowText));
        QVERIFY(plain.palette().color(QPalette::Disabled, QPalette::WindowText) != bad);
    }
};

QTEST_MAIN(tst_Bars)
#include "tst_bars.moc"
