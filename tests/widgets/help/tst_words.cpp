// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpButton.h"
#include "widgets/help/HelpTour.h"
#include "widgets/help/HelpWindow.h"
#include "widgets/help/ShortcutTable.h"
#include "widgets/help/ToolTipWrap.h"
#include "widgets/text/HelpText.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QtTest>

using namespace reweigh;

/// The "?" beside a word, the help's window, the list of keys, the tour, and tool tips that wrap.
class tst_Words : public QObject {
    Q_OBJECT

    static HelpPopup* shownPopup(QWidget& window)
    {
        for (HelpPopup* popup : window.findChildren<HelpPopup*>())
            if (popup->isVisible())
                return popup;
        return nullptr;
    }

private Q_SLOTS:
    void questionMarkExplainsItsTerm()
    {
        QMainWindow window;
        auto* button = new HelpButton("auroc", &window);
        window.show();
        QVERIFY(button->accessibleName().contains("AUROC"));
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        QTest::mouseClick(button, Qt::LeftButton);
        HelpPopup* popup = shownPopup(window);
        QVERIFY(popup);
        auto* text = popup->findChild<QTextBrowser*>();
        const QString shown = text->toPlainText().simplified();
        for (const QString& line : plainHelp(helpTopic("auroc")->html).split('\n'))
            QVERIFY2(shown.contains(line), qPrintable(line));
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!shownPopup(window));
    }

    /// A link to another term is followed in place; the last one opens the window at the term that is shown.
    void popupLeadsOn()
    {
        QMainWindow window;
        auto* button = new HelpButton("recipe", &window);
        window.show();
        QTest::mouseClick(button, Qt::LeftButton);
        HelpPopup* popup = shownPopup(window);
        QVERIFY(popup);
        auto* text = popup->findChild<QTextBrowser*>();
        Q_EMIT text->anchorClicked(QUrl("glossary.html#noise-rate"));
        QCOMPARE(popup->anchor(), QString("noise-rate"));
        QVERIFY(popup->isVisible() && text->toPlainText().contains("0.36"));
        Q_EMIT text->anchorClicked(QUrl("whole-help"));
        QVERIFY(!shownPopup(window));
        auto* help = window.findChild<HelpWindow*>();
        QVERIFY(help && help->isVisible());
        QCOMPARE(help->source(), QUrl("qrc:/help/en/glossary.html#noise-rate"));
    }

    void windowScrollsToTheSection()
    {
        QMainWindow window;
        window.show();
        HelpWindow& help = HelpWindow::of(window);
        QCOMPARE(&HelpWindow::of(*window.menuBar()), &help); // one for the window, whoever asks
        help.openTopic("label-noise");
        auto* page = help.findChild<QTextBrowser*>("helpPage");
        QCoreApplication::processEvents();
        const int first = page->verticalScrollBar()->value();
        help.openTopic("holm");
        QCoreApplication::processEvents();
        QVERIFY(page->verticalScrollBar()->value() > first + 500);
        QVERIFY(page->toPlainText().contains("Holm 1979"));
        page->backward();
        QCOMPARE(help.source(), QUrl("qrc:/help/en/glossary.html#label-noise"));
        help.openTopic("no-such-section");
        QCOMPARE(help.source(), QUrl("qrc:/help/en/index.html"));
        page->setSource(QUrl("file:///etc/passwd")); // what is no page of the help is not read
        QVERIFY(!page->toPlainText().contains("root"));
    }

    void wordsNarrowTheList()
    {
        QMainWindow window;
        HelpWindow& help = HelpWindow::of(window);
        help.openPage("index");
        auto* list = help.findChild<QListWidget*>("helpTopics");
        QCOMPARE(list->count(), int(helpTopics().size()) + int(helpPages().size()));
        QTest::keyClicks(help.findChild<QLineEdit*>("helpWords"), "schuirmann one-sided");
        QStringList left;
        for (int row = 0; row < list->count(); ++row)
            if (!list->item(row)->isHidden())
                left << list->item(row)->data(Qt::UserRole + 1).toString();
        QCOMPARE(left, QStringList("tost"));
        QTest::keyClick(help.findChild<QLineEdit*>("helpWords"), Qt::Key_Return);
        QCOMPARE(help.source(), QUrl("qrc:/help/en/glossary.html#tost"));
        auto* none = help.findChild<QLabel*>("helpNone");
        QVERIFY(none->isHidden() && !list->isHidden());
        QTest::keyClicks(help.findChild<QLineEdit*>("helpWords"), " zzzz"); // nothing has it
        QVERIFY(!none->isHidden() && !none->text().isEmpty() && list->isHidden());
        help.findChild<QLineEdit*>("helpWords")->clear();
        QVERIFY(none->isHidden() && !list->isHidden());
    }

    /// The page of Compare is seen whole, so that it cannot be scrolled to a section.
    void theSectionIsMarked()
    {
        QMainWindow window;
        window.show();
        HelpWindow& help = HelpWindow::of(window);
        auto* page = help.findChild<QTextBrowser*>("helpPage");
        for (const QString& anchor : {QStringLiteral("variants"), QStringLiteral("where"), QStringLiteral("holm")}) {
            help.openTopic(anchor);
            QCOMPARE(page->extraSelections().size(), qsizetype(1));
            QCOMPARE(page->extraSelections().front().cursor.block().text(), helpTopic(anchor)->title);
        }
        page->backward();
        QCOMPARE(page->extraSelections().front().cursor.block().text(), helpTopic(QStringLiteral("where"))->title);
        help.openPage("index");
        QVERIFY(page->extraSelections().isEmpty());
    }

    /// The list of keys follows the actions: one that gets another key is listed with it.
    void keysAreTheActionsOwn()
    {
        QMainWindow window;
        QMenu* file = window.menuBar()->addMenu("&File");
        QAction* run = file->addAction("&Run && wait");
        run->setShortcut(QKeySequence("F5"));
        file->addMenu("More")->addAction("Deep")->setShortcut(QKeySequence("Ctrl+D"));
        file->addAction("Without a key");
        auto* loose = new QAction("Copy <lines>", &window);
        loose->setShortcut(QKeySequence("Ctrl+C"));
        const QString table = shortcutTable(window);
        QVERIFY(table.contains("<b>File</b>") && table.contains("Run &amp; wait</td><td><b>F5</b>"));
        QVERIFY(table.contains("Deep</td><td><b>Ctrl+D</b>"));
        QVERIFY(table.contains("Copy &lt;lines&gt;</td><td><b>Ctrl+C</b>"));
        QVERIFY(!table.contains("Without a key"));
        QCOMPARE(table.count("<b>F5</b>"), 1);
        run->setShortcut(QKeySequence("F6"));
        QVERIFY(shortcutTable(window).contains("Run &amp; wait</td><td><b>F6</b>"));
        HelpWindow::of(window).openPage("shortcuts");
        QVERIFY(window.findChild<QTextBrowser*>("helpPage")->toPlainText().contains("F6"));
    }

    void tourGoesBothWaysAndEnds()
    {
        QMainWindow window;
        window.resize(1366, 768);
        window.show();
        QAction demo("Try the demo");
        QPointer<HelpTour> tour = new HelpTour(window, &demo);
        QSignalSpy steps(tour.data(), &HelpTour::stepShown), opened(&demo, &QAction::triggered);
        tour->go(0);
        QVERIFY(tour->isVisible() && window.rect().contains(tour->geometry()));
        auto* next = tour->findChild<QPushButton*>("tourNext");
        auto* back = tour->findChild<QPushButton*>("tourBack");
        QVERIFY(!back->isEnabled());
        QTest::mouseClick(tour->findChild<QPushButton*>("tourDemo"), Qt::LeftButton);
        QCOMPARE(opened.count(), 1);
        for (int step = 1; step < HelpTour::steps; ++step) {
            QTest::mouseClick(next, Qt::LeftButton);
            QCOMPARE(tour->step(), step);
            const QString title = helpTopic(QString("tour-%1").arg(step + 1))->title;
            QVERIFY(tour->findChild<QLabel*>("tourTitle")->text().contains(title));
            QVERIFY(!tour->findChild<QPushButton*>("tourDemo")->isVisible());
        }
        QTest::mouseClick(back, Qt::LeftButton);
        QCOMPARE(tour->step(), 3);
        QCOMPARE(steps.count(), 6);
        window.resize(1000, 700);
        QTRY_VERIFY(window.rect().contains(tour->geometry()));
        QTest::mouseClick(next, Qt::LeftButton);
        QTest::mouseClick(next, Qt::LeftButton); // "Done"
        QTRY_VERIFY(!tour);
    }

    /// At any step; the outline of the view goes with the tour.
    void tourIsLeftAtAnyStep()
    {
        for (int step = 0; step < HelpTour::steps; ++step) {
            QMainWindow window;
            window.resize(1000, 700);
            window.show();
            QAction demo("Try the demo");
            auto* view = new QWidget(&window);
            QPointer<HelpTour> tour = new HelpTour(window, &demo);
            tour->go(step);
            tour->pointAt(*view);
            QCOMPARE(view->findChildren<HelpOutline*>().size(), 1);
            if (step % 2 == 0) {
                QTest::mouseClick(tour->findChild<QPushButton*>("tourLeave"), Qt::LeftButton);
            } else {
                QVERIFY(QTest::qWaitForWindowActive(&window));
                QTest::keyClick(tour->findChild<QPushButton*>("tourNext"), Qt::Key_Escape);
            }
            QTRY_VERIFY(!tour);
            QTRY_VERIFY(view->findChildren<HelpOutline*>().isEmpty());
        }
    }

    void longTipsWrap()
    {
        const QFont font = QToolTip::font();
        const QFontMetrics metrics(font);
        const QString sentence = "Chance that a label is drawn anew. Uniform noise may draw the same label again, so fewer are wrong.";
        const QString broken = wrappedTip(sentence, font, 200);
        QVERIFY(broken.count('\n') >= 1);
        for (const QString& line : broken.split('\n'))
            QVERIFY2(metrics.horizontalAdvance(line) <= 200, qPrintable(line));
        QCOMPARE(QString(broken).replace('\n', ' '), sentence);                     // between words, and nothing is lost
        QVERIFY(wrappedTip(QString("重").repeated(100), font, 200).contains('\n')); // Japanese has no spaces
        QCOMPARE(wrappedTip("short", font, 200), QString("short"));
        QCOMPARE(wrappedTip("two\nlines", font, 200), QString("two\nlines"));
        QCOMPARE(wrappedTip("<b>rich</b> " + sentence, font, 200), "<b>rich</b> " + sentence);
        QCOMPARE(wrappedTip({}, font, 200), QString());
    }

    void widgetsTipsWrap()
    {
        const ToolTipWrap wrap;
        QLabel label("Noise rate");
        const QString sentence = QString("A sentence that goes on. ").repeated(20).trimmed();
        label.setToolTip(sentence);
        label.show();
        QHelpEvent event(QEvent::ToolTip, QPoint(1, 1), label.mapToGlobal(QPoint(1, 1)));
        QCoreApplication::sendEvent(&label, &event);
        QCOMPARE(QToolTip::text(), wrappedTip(sentence));
        QVERIFY(QToolTip::text().contains('\n'));
        QToolTip::hideText();

        QListWidget list;
        list.addItem("row");
        list.item(0)->setToolTip(sentence);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        const QPoint at = list.visualItemRect(list.item(0)).center();
        QHelpEvent inside(QEvent::ToolTip, at, list.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(list.viewport(), &inside);
        QCOMPARE(QToolTip::text(), wrappedTip(sentence));
        QToolTip::hideText();
    }
};

QTEST_MAIN(tst_Words)
#include "tst_words.moc"
