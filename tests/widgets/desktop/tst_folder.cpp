// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PrivateBus.h"
#include "widgets/desktop/ShowInFolder.h"

#include <QApplication>
#include <QDBusContext>
#include <QDesktopServices>
#include <QUrl>
#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// Takes calls as the specification of org.freedesktop.FileManager1 says.
class FakeFileManager : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.FileManager1")
public:
    explicit FakeFileManager(QDBusConnection bus, bool refuses = false)
        : m_refuses(refuses)
    {
        bus.registerObject(QStringLiteral("/org/freedesktop/FileManager1"), this, QDBusConnection::ExportAllSlots);
        bus.registerService(QStringLiteral("org.freedesktop.FileManager1"));
    }
    const QStringList& shown() const { return m_shown; }

public Q_SLOTS:
    void ShowItems(const QStringList& addresses, const QString& startup)
    {
        m_shown << addresses;
        if (m_refuses || !startup.isEmpty())
            sendErrorReply(QDBusError::Failed, QStringLiteral("no such file"));
    }

private:
    bool m_refuses;
    QStringList m_shown;
};

/// A file is shown in the desktop's file manager; where there is none, its folder is opened.
class tst_Folder : public QObject {
    Q_OBJECT

    QList<QUrl> m_opened;

private Q_SLOTS:
    void opened(const QUrl& url) { m_opened << url; }

    void initTestCase() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "opened"); }
    void init() { m_opened.clear(); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    void theFileIsSelected()
    {
        PrivateBus bus;
        if (!bus.works())
            QSKIP("there is no dbus-daemon");
        FakeFileManager manager(bus.connection());
        showInFolder("/data/own images/k\xC3\xA4tzchen #1.png", bus.connection());
        QVERIFY(manager.shown().isEmpty()); // nobody waits for it
        QTRY_COMPARE(manager.shown(), QStringList("file:///data/own%20images/k%C3%A4tzchen%20%231.png"));
        showInFolder("/data/caf\xE9.png", bus.connection()); // a name that is no UTF-8
        QTRY_COMPARE(manager.shown().size(), 2);
        QCOMPARE(manager.shown().back(), QStringLiteral("file:///data/caf%E9.png"));
        QTest::qWait(50);
        QVERIFY(m_opened.isEmpty());
    }

    void theFolderIsOpenedWhereNobodyAnswers()
    {
        showInFolder("/data/own images/cat.png", QDBusConnection(QStringLiteral("no such connection")));
        QCOMPARE(m_opened, QList<QUrl>({QUrl::fromLocalFile(QStringLiteral("/data/own images"))}));

        PrivateBus bus;
        if (!bus.works())
            QSKIP("there is no dbus-daemon");
        showInFolder("/data/dogs/rex.png", bus.connection()); // a bus without a file manager
        QTRY_COMPARE(m_opened.size(), 2);
        QCOMPARE(m_opened.back(), QUrl::fromLocalFile(QStringLiteral("/data/dogs")));
    }

    void theFolderIsOpenedWhereTheFileManagerCannot()
    {
        PrivateBus bus;
        if (!bus.works())
            QSKIP("there is no dbus-daemon");
        FakeFileManager manager(bus.connection(), true);
        showInFolder("/data/dogs/rex.png", bus.connection());
        QTRY_COMPARE(m_opened, QList<QUrl>({QUrl::fromLocalFile(QStringLiteral("/data/dogs"))}));
        QCOMPARE(manager.shown().size(), 1);
    }

    void noFileShowsNothing()
    {
        showInFolder({}, QDBusConnection(QStringLiteral("no such connection")));
        QVERIFY(m_opened.isEmpty());
    }
};

QTEST_MAIN(tst_Folder)
#include "tst_folder.moc"
