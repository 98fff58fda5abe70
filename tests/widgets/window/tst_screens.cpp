// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/window/WindowFixture.h"

#include <QCursor>
#include <QDataStream>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

using namespace reweigh;
using namespace reweigh::test;

/// The window's place on two screens: tests/support/two-screens.json, or `with-display --two-screens`. Elsewhere it is skipped.
class tst_Screens : public QObject {
    Q_OBJECT

    static QScreen* screen(int place) { return QGuiApplication::screens().at(place); }
    static QRect room(int place) { return screen(place)->availableGeometry(); }

    /// Whether the window, with its frame, is on one screen as a whole.
    static bool isWhole(const QWidget& window)
    {
        const QList<QScreen*> screens = QGuiApplication::screens();
        return std::ranges::any_of(screens,
                                   [&](const QScreen* each) { return each->availableGeometry().contains(window.frameGeometry()); });
    }

    /// Shows a window; true when it has its frame.
    static bool shown(QWidget& window)
    {
        window.show();
        return QTest::qWaitForWindowExposed(&window) && QTest::qWaitFor([&] { return window.frameGeometry() != window.geometry(); });
    }

    /// What QWidget::saveGeometry() says of a window at `place` on the screen of number `number`, which is `width` wide (version 3.0 of its
    /// format, that of Qt 5.4 to 6).
    static QByteArray savedAt(const QRect& place, int number, int width)
    {
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_4_0);
        const quint8 maximised = 0, fullScreen = 0;
        stream << quint32(0x1D9D0CB) << quint16(3) << quint16(0) << place << place << qint32(number) << maximised << fullScreen
               << qint32(width) << place;
        return bytes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QGuiApplication::screens().size() < 2)
            QSKIP("there is one screen");
    }

    void init()
    {
        useOwnSettings();
        QCursor::setPos(room(0).center());
    }

    void theFirstWindowOpensWhereThePointerIs()
    {
        for (const int place : {0, 1}) {
            QCursor::setPos(room(place).center());
            OpenWindow open(false);
            QVERIFY(shown(open.window));
            QCOMPARE(open.window.screen(), screen(place));
            QVERIFY(isWhole(open.window));
        }
    }

    void aWindowOfTheSecondScreenComesBackThere()
    {
        const QRect place(room(1).topLeft() + QPoint(90, 60), QSize(1200, 650));
        {
            OpenWindow open(false);
            open.window.setGeometry(place);
            QVERIFY(shown(open.window));
            QTRY_COMPARE(open.window.geometry(), place);
            QVERIFY(open.window.close());
        }
        OpenWindow open(false);
        QVERIFY(!room(1).intersects(open.window.geometry()));
        open.window.restoreSession();
        QVERIFY(shown(open.window));
        QTRY_COMPARE(open.window.geometry(), place);
        QCOMPARE(open.window.screen(), screen(1));
    }

    void aMaximisedOneToo()
    {
        {
            OpenWindow open(false);
            open.window.setGeometry(QRect(room(1).topLeft() + QPoint(90, 60), QSize(1200, 650)));
            QVERIFY(shown(open.window));
            open.window.showMaximized();
            QTRY_VERIFY(open.window.isMaximized() && open.window.width() > 1300);
            QVERIFY(open.window.close());
        }
        OpenWindow open(false);
        open.window.restoreSession();
        QVERIFY(shown(open.window));
        QTRY_VERIFY(open.window.isMaximized() && open.window.width() > 1300);
        QTRY_VERIFY(room(1).contains(open.window.frameGeometry()));
    }

    void aWindowOfAScreenThatIsGoneComesBackWhole_data()
    {
        QTest::addColumn<QRect>("place"); // beyond both screens, or partly
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("width"); // of the screen that it was on
        const QSize size(1200, 650);
        QTest::newRow("a third at the right") << QRect(QPoint(3700, 200), size) << 2 << 1920;
        QTest::newRow("a much larger one") << QRect(QPoint(3700, 200), QSize(2600, 1500)) << 2 << 3840;
        QTest::newRow("one above") << QRect(QPoint(200, -1000), size) << 1 << 1366;
        QTest::newRow("one at the left") << QRect(QPoint(-1700, 100), QSize(1500, 900)) << 1 << 1700;
        QTest::newRow("one below") << QRect(QPoint(2100, 900), size) << 1 << 1366;
        QTest::newRow("a wider one") << QRect(QPoint(3000, 100), size) << 1 << 1600;
        QTest::newRow("a higher one") << QRect(QPoint(300, 1000), size) << 0 << 1920;
    }
    void aWindowOfAScreenThatIsGoneComesBackWhole()
    {
        QFETCH(QRect, place);
        QFETCH(int, number);
        QFETCH(int, width);
        QSettings().setValue("session/geometry", savedAt(place, number, width));
        OpenWindow open(false);
        open.window.restoreSession();
        QVERIFY(shown(open.window));
        QTest::qWait(50); // a window manager may move it once more
        QVERIFY2(isWhole(open.window), qPrintable(QDebug::toString(open.window.frameGeometry())));
        QVERIFY(open.window.height() >= 600); // it is not cut off either
    }
};

QTEST_MAIN(tst_Screens)
#include "tst_screens.moc"
