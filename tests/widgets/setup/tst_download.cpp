// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/FetchRow.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace reweigh;

/// Tests of the line that offers a download, with a download that only waits.
class tst_Download : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aStoppedDownloadGoesOn()
    {
        std::atomic<int> begun = 0; // declared before the row, which waits for its download at its end
        FetchRow row;
        row.show();
        row.offer(QStringLiteral("It is not here."), 5'000'000,
                  [&begun](const FetchProgressCallback& onProgress, const std::stop_token& stop) -> Status {
                      if (++begun > 1)
                          return {};
                      onProgress({.file = "set.gz", .received = 1'000'000, .total = 5'000'000});
                      while (!stop.stop_requested())
                          std::this_thread::sleep_for(std::chrono::milliseconds(1));
                      return Error{ErrorCode::Interrupted, {}, {}, {}};
                  });
        QSignalSpy busy(&row, &FetchRow::busyChanged), fetched(&row, &FetchRow::fetched);
        auto* button = row.findChild<QPushButton*>(QStringLiteral("fetchButton"));
        const auto* text = row.findChild<QLabel*>(QStringLiteral("fetchText"));
        QCOMPARE(button->text(), QStringLiteral("Download 5 MB"));
        QCOMPARE(text->text(), QStringLiteral("It is not here."));
        button->click();
        QVERIFY(row.busy());
        QCOMPARE(busy.takeFirst().front().toBool(), true);
        QCOMPARE(button->text(), QStringLiteral("Stop the download"));
        row.offer(QStringLiteral("Another one."), 1, {}); // not while one runs
        QCOMPARE(text->text(), QStringLiteral("It is not here."));
        button->click();
        QVERIFY(!button->isEnabled());
        QTRY_VERIFY(!row.busy());
        QCOMPARE(busy.takeFirst().front().toBool(), false);
        QCOMPARE(text->text(), QStringLiteral("Stopped. What came so far is kept."));
        QCOMPARE(button->text(), QStringLiteral("Continue the download"));
        QVERIFY(button->isEnabled() && fetched.isEmpty());
        button->click();
        QTRY_COMPARE(fetched.count(), 1);
        QVERIFY(!row.busy());
        QCOMPARE(begun.load(), 2);
    }
};

QTEST_MAIN(tst_Download)
#include "tst_download.moc"
