// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/help/HelpButton.h"
#include "widgets/help/HelpTour.h"
#include "widgets/help/HelpWindow.h"
#include "widgets/text/HelpText.h"
#include "widgets/window/common/Documents.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace reweigh;
using test::OpenWindow;

/// The help as the window hooks it in: every panel has its section and its "?", F1, the Help menu, the tour.
class tst_Help : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::useOwnSettings(); }

    void everyPanelHasItsSection()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        QCoreApplication::processEvents();
        for (const Panel* panel : open.window.docks().panels()) {
            for (const QString& language : helpLanguages())
                QVERIFY2(helpTopic(panel->id(), language), qPrintable(panel->id() + ", " + language));
            QVERIFY2(panel->findChild<HelpButton*>(QStringLiteral("help-") + panel->id()), qPrintable(panel->id()));
        }
        for (const HelpButton* button : open.window.findChildren<HelpButton*>())
            QVERIFY2(helpTopic(button->anchor()), qPrintable(button->anchor()));
    }

    void settingsHaveTheirTerms()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        QCoreApplication::processEvents();
        const Panel* recipe = open.window.docks().panel(QStringLiteral("recipe"));
        for (const char* term : {"help-noise-rate", "help-imbalance-factor", "help-meta-set"})
            QVERIFY2(recipe->findChild<HelpButton*>(QString::fromLatin1(term)), term);
        QVERIFY(open.window.docks().panel(QStringLiteral("search-options"))->findChild<HelpButton*>(QStringLiteral("help-pruner")));
    }

    /// F1 opens the section of the panel that has the focus; without one, the contents.
    void f1FollowsTheFocus()
    {
        QTemporaryDir folder;
        const auto study = test::finishedStudy(folder.filePath("study"), 1); // without trials the view has no line
        OpenWindow open;
        QVERIFY(openDocument(open.bench, study));
        open.window.showLayout(Layout::Search);
        QApplication::setActiveWindow(&open.window);
        QVERIFY(QTest::qWaitForWindowActive(&open.window));
        auto* line = open.window.docks().panel(QStringLiteral("trials"))->findChild<QLineEdit*>();
        QVERIFY(line);
        QTRY_VERIFY(line->isVisible());
        line->setFocus();
        QTRY_VERIFY(line->hasFocus());
        QTest::keyClick(line, Qt::Key_F1);
        auto* help = open.window.findChild<HelpWindow*>();
        QVERIFY(help && help->isVisible());
        QCOMPARE(help->source(), QUrl(QStringLiteral("qrc:/help/en/search.html#trials")));
        QApplication::setActiveWindow(help);
        QTRY_VERIFY(help->isActiveWindow());
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(!help->isVisible());
    }

    /// So does a click on a part of a view that takes no keys.
    void f1FollowsAClick()
    {
        OpenWindow open;
        open.window.showLayout(Layout::Compare);
        QApplication::setActiveWindow(&open.window);
        QVERIFY(QTest::qWaitForWindowActive(&open.window));
        for (const char* id : {"verdicts", "recall"}) {
            Panel* panel = open.window.docks().panel(QString::fromLatin1(id));
            QTest::mouseClick(panel->findChild<QLabel*>(QStringLiteral("panelTitle")), Qt::LeftButton);
            QTRY_VERIFY2(panel->hasFocus(), id);
            QTest::keyClick(panel, Qt::Key_F1);
            auto* help = open.window.findChild<HelpWindow*>();
            QVERIFY(help && help->isVisible());
            QCOMPARE(help->source(), QUrl(QStringLiteral("qrc:/help/en/compare.html#") + panel->id()));
            help->close();
            QApplication::setActiveWindow(&open.window);
            QVERIFY(QTest::qWaitForWindowActive(&open.window));
        }
    }

    void menuOpensPages()
    {
        OpenWindow open;
        open.action(QStringLiteral("glossary"))->trigger();
        auto* help = open.window.findChild<HelpWindow*>();
        QVERIFY(help && help->isVisible());
        QCOMPARE(help->source(), QUrl(QStringLiteral("qrc:/help/en/glossary.html")));
        open.action(QStringLiteral("shortcuts"))->trigger();
        QCOMPARE(open.window.findChildren<HelpWindow*>().size(), 1);
        const QString page = help->findChild<QTextBrowser*>(QStringLiteral("helpPage"))->toPlainText();
        for (const QAction* action : open.window.findChildren<QAction*>())
            if (!action->objectName().isEmpty() && !action->shortcut().isEmpty())
                QVERIFY2(page.contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->objectName()));
    }

    /// No two actions of the window have the same key.
    void keysAreUnique()
    {
        OpenWindow open;
        QHash<QKeySequence, QString> owners;
        for (const char* name : {"help", "glossary", "shortcuts"})
            for (const QKeySequence& key : open.action(QString::fromLatin1(name))->shortcuts())
                owners[key] = QString::fromLatin1(name);
        QCOMPARE(owners.size(), 3);
        for (const QAction* action : open.window.findChildren<QAction*>())
            for (const QKeySequence& key : action->shortcuts())
                QVERIFY2(!owners.contains(key) || owners[key] == action->objectName(), qPrintable(key.toString()));
    }

    void tourShowsEachStepsView()
    {
        OpenWindow open;
        open.action(QStringLiteral("tour"))->trigger();
        const QPointer<HelpTour> tour = open.window.findChild<HelpTour*>();
        QVERIFY(tour && tour->isVisible());
        const std::vector<std::pair<Layout, QString>> stops = {{Layout::SetUp, QStringLiteral("recipe")},
                                                               {Layout::Watch, QStringLiteral("weight-curve")},
                                                               {Layout::Watch, QStringLiteral("weight-distribution")},
                                                               {Layout::Search, QStringLiteral("landscape")},
                                                               {Layout::Compare, QStringLiteral("verdicts")}};
        for (std::size_t step = 0; step < stops.size(); ++step) {
            if (step > 0)
                QTest::mouseClick(tour->findChild<QPushButton*>(QStringLiteral("tourNext")), Qt::LeftButton);
            QCOMPARE(open.window.layouts().current(), std::optional(stops[step].first));
            Panel* panel = open.window.docks().panel(stops[step].second);
            QVERIFY(panel->isVisible());
            QCOMPARE(open.window.findChildren<HelpOutline*>().size(), 1);
            QCOMPARE(open.window.findChild<HelpOutline*>()->parentWidget(), panel);
        }
        QTest::mouseClick(tour->findChild<QPushButton*>(QStringLiteral("tourLeave")), Qt::LeftButton);
        QTRY_VERIFY(!tour);
        QTRY_VERIFY(open.window.findChildren<HelpOutline*>().isEmpty());
        open.action(QStringLiteral("tour"))->trigger(); // it can be taken again
        QVERIFY(open.window.findChild<HelpTour*>());
    }

    /// The button with the frame is pressed by Return and by Space, also where a click led to it; a study that runs goes on.
    void theTourIsTakenByKeys()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.training.permits = 2;
        open.begin(folder.path(), 2).run();
        QTRY_COMPARE(open.state(), RunState::Running);
        open.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window));
        open.action(QStringLiteral("tour"))->trigger();
        const auto* tour = open.window.findChild<HelpTour*>();
        auto* next = tour->findChild<QPushButton*>(QStringLiteral("tourNext"));
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(tour->step(), 1);
        QTRY_VERIFY(next->hasFocus());
        QTest::keyClick(next, Qt::Key_Space);
        QCOMPARE(tour->step(), 2);
        QTest::keyClick(next, Qt::Key_Return);
        QCOMPARE(tour->step(), 3);
        QCOMPARE(open.state(), RunState::Running);
        open.action(QStringLiteral("stop"))->trigger();
        QTRY_COMPARE(open.state(), RunState::Idle);
    }
};

QTEST_MAIN(tst_Help)
#include "tst_help.moc"
