// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/fetch/FetchJob.h"

#include "tests/support/LoopbackServer.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;
using test::LoopbackServer;

/// Tests of downloads behind the window: progress, stopping, going on, errors.
class tst_FetchJob : public QObject {
    Q_OBJECT

    QByteArray m_bytes = QByteArray(300'000, 'x') + "end";

    /// Downloads "/data" from `server` to `target`.
    FetchJob::Work work(const LoopbackServer& server, const QString& target) const
    {
        const RemoteFile file{"data", std::uint64_t(m_bytes.size()),
                              QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex().toStdString()};
        return [file, url = server.url(), path = target.toStdString()](const FetchProgressCallback& onProgress, std::stop_token stop) {
            return downloadFile(file, url, path, onProgress, std::move(stop));
        };
    }

private Q_SLOTS:
    void fetchesAndTellsHowFar()
    {
        LoopbackServer server;
        server.files["/data"] = m_bytes;
        QTemporaryDir folder;
        FetchJob job;
        QSignalSpy fetched(&job, &FetchJob::fetched), failed(&job, &FetchJob::failed);
        std::uint64_t received = 0;
        connect(&job, &FetchJob::progressed, this, [&](const FetchProgress& at) {
            QCOMPARE(at.total, std::uint64_t(300'003));
            received = at.received;
        });
        job.start(work(server, folder.filePath("data")));
        QVERIFY(job.busy());
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, 20000);
        QVERIFY(!job.busy() && failed.isEmpty());
        QCOMPARE(received, std::uint64_t(300'003));
        QCOMPARE(QFileInfo(folder.filePath("data")).size(), qint64(300'003));
    }

    /// A connection that breaks off leaves a part, and the same work goes on after it.
    void goesOnWhereItStopped()
    {
        LoopbackServer server;
        server.files["/data"] = m_bytes;
        server.cutAfter = 100'000;
        QTemporaryDir folder;
        FetchJob job;
        QSignalSpy fetched(&job, &FetchJob::fetched), failed(&job, &FetchJob::failed);
        job.start(work(server, folder.filePath("data")));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20000);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::DownloadFailed);
        server.cutAfter = -1;
        job.start(work(server, folder.filePath("data")));
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, 20000);
        QCOMPARE(server.requests.size(), 2);
        QVERIFY(server.requests.last().startsWith(QLatin1String("GET /data bytes=")));
        QVERIFY(server.requests.last() != QLatin1String("GET /data bytes=0-"));
    }

    void stopsWhenAsked()
    {
        FetchJob job;
        QSignalSpy failed(&job, &FetchJob::failed);
        job.start([](const FetchProgressCallback&, const std::stop_token& stop) {
            while (!stop.stop_requested())
                std::this_thread::yield();
            return Status(Error{ErrorCode::Interrupted, {}, {}, {}});
        });
        job.start([](const FetchProgressCallback&, const std::stop_token&) { return Status(); }); // ignored: one at a time
        QVERIFY(job.busy());
        job.stop();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Interrupted);
        QVERIFY(!job.busy());
    }

    void endsWithItsOwner()
    {
        bool stopped = false;
        {
            FetchJob job;
            job.start([&stopped](const FetchProgressCallback&, const std::stop_token& stop) {
                while (!stop.stop_requested())
                    std::this_thread::yield();
                stopped = true;
                return Status();
            });
        }
        QVERIFY(stopped);
    }
};

QTEST_GUILESS_MAIN(tst_FetchJob)
#include "tst_fetchjob.moc"
