// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QWidget>
#include <QWindow>
#include <QtTest>

using namespace reweigh;

/// The window's colours follow the system's while the program runs.
class tst_Theme : public QObject {
    Q_OBJECT

    static Theme& theme() { return Theme::instance(); }
    static QColor window() { return QApplication::palette().color(QPalette::Window); }

    /// As a platform does that gives programs a palette of its own.
    static void systemTurns(const QColor& ground, const QColor& ink)
    {
        QPalette palette;
        for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Button})
            palette.setColor(role, ground);
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(role, ink);
        QApplication::setPalette(palette);
    }
    static void systemTurnsDark() { systemTurns(QColor("#202020"), QColor("#EEEEEE")); }
    static void systemTurnsLight() { systemTurns(QColor("#EFEFEF"), QColor("#101010")); }

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init()
    {
        theme().setScheme(ColourScheme::System);
        theme().setDesktopDark(std::nullopt);
        systemTurnsLight();
        QVERIFY(!theme().dark());
    }

    void aPaletteOfTheSystemIsFollowed()
    {
        QSignalSpy changed(&theme(), &Theme::changed);
        systemTurnsDark();
        QVERIFY(theme().dark());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(window(), QColor("#14171C")); // the program's own dark, not the system's
        systemTurnsLight();
        QVERIFY(!theme().dark());
        QCOMPARE(window(), QColor("#F3F4F6"));
    }

    /// Where the platform only says that its theme is another one, its palette is read again, once for all windows.
    void anotherThemeOfThePlatform()
    {
        systemTurnsDark();
        QVERIFY(theme().dark());
        QSignalSpy changed(&theme(), &Theme::changed);
        QWindow first, second;
        for (QWindow* each : {&first, &second}) {
            QEvent event(QEvent::ThemeChange);
            QCoreApplication::sendEvent(each, &event);
        }
        QTRY_VERIFY(!theme().dark()); // that of the platform "offscreen" is light
        QCOMPARE(changed.count(), 1);
        QCOMPARE(window(), QColor("#F3F4F6"));
    }

    void aSchemeChosenByHandStays()
    {
        theme().setScheme(ColourScheme::Light);
        systemTurnsDark();
        QVERIFY(!theme().dark());
        QCOMPARE(window(), QColor("#F3F4F6"));
        theme().setScheme(ColourScheme::System); // it was noticed all the same
        QVERIFY(theme().dark());
    }

    /// The program's own palette is never taken for the system's.
    void itsOwnPaletteIsNotTheSystems()
    {
        theme().setScheme(ColourScheme::Dark);
        QEvent event(QEvent::ApplicationPaletteChange); // as Qt sends it when the system's font changes, for example
        QCoreApplication::sendEvent(qApp, &event);
        theme().apply(*qApp);
        theme().setScheme(ColourScheme::System);
        QVERIFY(!theme().dark());
    }

    void inkThatIsKept()
    {
        QWidget once, kept;
        setInk(once, Role::Bad);
        keepInk(kept, Role::Bad);
        const auto ink = [](const QWidget& widget) { return widget.palette().color(QPalette::WindowText); };
        QCOMPARE(ink(kept), QColor("#C0322B"));
        systemTurnsDark();
        QCOMPARE(ink(kept), QColor("#FF7A70"));
        QCOMPARE(ink(once), QColor("#C0322B"));
    }

    void theDesktopsWordCountsMore()
    {
        theme().setDesktopDark(true);
        QVERIFY(theme().dark());
        systemTurnsLight();
        QVERIFY(theme().dark());
        theme().setDesktopDark(false);
        QVERIFY(!theme().dark());
        theme().setScheme(ColourScheme::Dark);
        QVERIFY(theme().dark());
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
