// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PrivateBus.h"
#include "widgets/desktop/DesktopScheme.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QDBusMessage>
#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// Answers as xdg-desktop-portal does, in the words of its documentation of org.freedesktop.portal.Settings.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    FakePortal(QDBusConnection bus, uint value)
        : m_bus(bus)
        , m_value(value)
    {
        m_bus.registerObject(path(), this, QDBusConnection::ExportAllSlots);
        m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }

    /// Says by `bus` that a setting has changed.
    static void tell(const QDBusConnection& bus, const QString& group, const QString& key, const QVariant& value)
    {
        QDBusMessage signal =
            QDBusMessage::createSignal(path(), QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
        signal.setArguments({group, key, QVariant::fromValue(QDBusVariant(value))});
        bus.send(signal);
    }
    void turn(uint value)
    {
        m_value = value;
        tell(m_bus, QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), value);
    }
    int asked() const { return m_asked; }
    const QDBusConnection& bus() const { return m_bus; }

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& key)
    {
        ++m_asked;
        const bool known = group == QLatin1String("org.freedesktop.appearance") && key == QLatin1String("color-scheme");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? QVariant(m_value) : QVariant(QString()))));
    }

private:
    QDBusConnection m_bus;
    uint m_value;
    int m_asked = 0;
};

/// The desktop's colour scheme reaches the theme, on a bus of the test's own.
class tst_Scheme : public QObject {
    Q_OBJECT

    static bool dark() { return Theme::instance().dark(); }

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(*qApp); }
    void init()
    {
        Theme::instance().setScheme(ColourScheme::System);
        Theme::instance().setDesktopDark(std::nullopt);
        QVERIFY(!dark());
    }
    void cleanupTestCase() { Theme::instance().setDesktopDark(std::nullopt); }

    void isAskedForAtTheStart()
    {
        PrivateBus bus;
        if (!bus.works())
            QSKIP("there is no dbus-daemon");
        FakePortal portal(bus.connection(), 1);
        const DesktopScheme scheme(bus.connection());
        QVERIFY(!dark()); // nobody waits for the answer
        QTRY_VERIFY(dark());
        QCOMPARE(portal.asked(), 1);
    }

    void changesAreFollowed()
    {
        PrivateBus bus;
        if (!bus.works())
            QSKIP("there is no dbus-daemon");
        FakePortal portal(bus.connection(), 2);
        const DesktopScheme scheme(bus.connection());
        QTRY_COMPARE(portal.asked(), 1);
        portal.turn(1);
        QTRY_VERIFY(dark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor("#14171C"));
        portal.turn(2);
        QTRY_VERIFY(!dark());
        portal.turn(1);
        QTRY_VERIFY(dark());
        portal.turn(0); // no preference: as the system's palette is
        QTRY_VERIFY(!dark());

        // Others who speak like the portal, and its other settings, are not heard.
        const QDBusConnection stranger = bus.connection();
        QList<bool> changes;
        const auto noted = connect(&Theme::instance(), &Theme::changed, this, [&changes] { changes << dark(); });
        FakePortal::tell(stranger, QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), 1u);
        stranger.call(QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                                     QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId"))); // it is sent
        FakePortal::tell(portal.bus(), QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"), 1u);
        portal.turn(2);
        portal.turn(1);
        QTRY_COMPARE(changes.size(), 2);
        disconnect(noted);
        QCOMPARE(changes, QList<bool>({false, true}));
    }

    void aThemeChosenByHandStays()
    {
        PrivateBus bus;
        if (!bus.works())
            QSKIP("there is no dbus-daemon");
        Theme::instance().setScheme(ColourScheme::Light);
        FakePortal portal(bus.connection(), 1);
        const DesktopScheme scheme(bus.connection());
        QSignalSpy told(&Theme::instance(), &Theme::changed);
        QTRY_COMPARE(told.count(), 1);
        QVERIFY(!dark());
        Theme::instance().setScheme(ColourScheme::System);
        QVERIFY(dark());
    }

    /// Neither a bus without the portal nor the want of a bus is an error; a portal that comes later is heard.
    void withoutAPortal()
    {
        const DesktopScheme nowhere(QDBusConnection(QStringLiteral("no such connection")));
        PrivateBus bus;
        if (!bus.works())
            QSKIP("there is no dbus-daemon");
        const DesktopScheme scheme(bus.connection());
        QTest::qWait(50);
        QVERIFY(!dark());
        FakePortal portal(bus.connection(), 1);
        QTRY_VERIFY_WITH_TIMEOUT((portal.turn(1), dark()), 5000);
    }
};

QTEST_MAIN(tst_Scheme)
#include "tst_scheme.moc"
