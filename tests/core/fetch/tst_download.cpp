// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/DataSource.h"
#include "core/fetch/DataSetFetch.h"
#include "tests/support/DataFiles.h"
#include "tests/support/LoopbackServer.h"
#include "tests/support/TarFile.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace reweigh;
using namespace reweigh::test;

/// Downloads from a server of our own on the loopback interface; nothing leaves the machine.
class tst_Download : public QObject {
    Q_OBJECT

    static RemoteFile remote(const char* name, const QByteArray& content, QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
    {
        return {name, std::uint64_t(content.size()), QCryptographicHash::hash(content, hash).toHex().toStdString()};
    }

    struct Fixture {
        QTemporaryDir folder;
        LoopbackServer server;
        QByteArray content = pattern(700'000);
        RemoteFile file = remote("data.bin", content);
        std::vector<FetchProgress> progress;
        std::stop_source stop;

        Fixture() { server.files["/data.bin"] = content; }
        QString path() const { return folder.filePath("sub/data.bin"); }
        QString part() const { return path() + ".part"; }
        Status download()
        {
            return downloadFile(
                file, server.url(), path().toStdString(), [this](const FetchProgress& p) { progress.push_back(p); }, stop.get_token());
        }
        QStringList left() const { return QDir(folder.filePath("sub")).entryList(QDir::Files | QDir::Hidden); }
    };

private Q_SLOTS:
    void wholeFile()
    {
        Fixture f;
        QVERIFY(f.download().ok());
        QCOMPARE(readBytes(f.path()), f.content);
        QCOMPARE(f.left(), QStringList{"data.bin"});
        QVERIFY(!f.progress.empty());
        QCOMPARE(f.progress.back().received, 700'000u);
        QCOMPARE(f.progress.back().total, 700'000u);
        for (std::size_t i = 1; i < f.progress.size(); ++i)
            QVERIFY(f.progress[i].received > f.progress[i - 1].received);
        QVERIFY(f.download().ok());
        QCOMPARE(f.server.requests, QStringList{"GET /data.bin"}); // what is right is not fetched again
    }

    void md5Too()
    {
        Fixture f;
        f.file = remote("data.bin", f.content, QCryptographicHash::Md5);
        QCOMPARE(f.file.checksum.size(), 32u);
        QVERIFY(f.download().ok());
    }

    void resumesAfterACut()
    {
        Fixture f;
        f.server.cutAfter = 250'000;
        const Status cut = f.download();
        QVERIFY(!cut);
        QCOMPARE(errorName(cut.error().code), errorName(ErrorCode::DownloadFailed));
        QVERIFY(!QFile::exists(f.path()));
        QCOMPARE(QFileInfo(f.part()).size(), 250'000);
        f.server.cutAfter = -1;
        f.progress.clear();
        QVERIFY(f.download().ok());
        QCOMPARE(readBytes(f.path()), f.content);
        QCOMPARE(f.server.requests.last(), QString("GET /data.bin bytes=250000-"));
        QVERIFY(f.progress.front().received > 250'000);
        QCOMPARE(f.left(), QStringList{"data.bin"});
    }

    void beginsAnewWhereTheServerCannotResume()
    {
        Fixture f;
        writeBytes(f.part(), f.content.left(1000));
        f.server.ranges = false;
        QVERIFY(f.download().ok());
        QCOMPARE(readBytes(f.path()), f.content);
    }

    void beginsAnewWhereTheRangeIsRefused()
    {
        Fixture f;
        writeBytes(f.part(), QByteArray(650'000, 'x'));
        f.server.files["/data.bin"] = f.content.left(600'000);
        f.file = remote("data.bin", f.content.left(600'000));
        writeBytes(f.part(), QByteArray(599'999, 'x')); // wrong bytes of an earlier version: found out by the checksum
        const Status wrong = f.download();
        QCOMPARE(errorName(wrong.error().code), errorName(ErrorCode::ChecksumMismatch));
        QVERIFY(f.download().ok());
        // The server's file is shorter than the part: 416, then from the beginning.
        f.file.bytes = 700'000;
        f.file.checksum = std::string(64, '0');
        QFile::remove(f.path());
        writeBytes(f.part(), QByteArray(650'000, 'x'));
        f.server.requests.clear();
        QVERIFY(!f.download());
        QCOMPARE(f.server.requests, (QStringList{"GET /data.bin bytes=650000-", "GET /data.bin"}));
    }

    void refusesAnotherRangeThanAskedFor()
    {
        Fixture f;
        writeBytes(f.part(), f.content.left(1000));
        f.server.wrongRange = true;
        QCOMPARE(errorName(f.download().error().code), errorName(ErrorCode::DownloadFailed));
        QCOMPARE(readBytes(f.part()), f.content.left(1000));
    }

    void completePartNeedsNoServer()
    {
        Fixture f;
        writeBytes(f.part(), f.content);
        QVERIFY(f.download().ok());
        QVERIFY(f.server.requests.isEmpty());
    }

    void wrongChecksum()
    {
        Fixture f;
        f.server.files["/data.bin"][5] = char(f.content[5] ^ 1);
        const Status status = f.download();
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode::ChecksumMismatch));
        QCOMPARE(status.error().hint, f.file.checksum);
        QCOMPARE(f.left(), QStringList());
    }

    void endlessFile()
    {
        Fixture f;
        f.server.files["/data.bin"] += pattern(5'000'000);
        QCOMPARE(errorName(f.download().error().code), errorName(ErrorCode::ChecksumMismatch));
        QCOMPARE(f.left(), QStringList());
    }

    void notFound()
    {
        Fixture f;
        f.server.files.clear();
        const Status status = f.download();
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode::DownloadFailed));
        QVERIFY(status.error().where.ends_with("/data.bin"));
        QVERIFY2(QString::fromStdString(status.error().detail).contains("Not Found"), status.error().detail.c_str());
        QCOMPARE(f.left(), QStringList()); // the error page least of all
    }

    void noServer()
    {
        Fixture f;
        f.server.close();
        QCOMPARE(errorName(f.download().error().code), errorName(ErrorCode::DownloadFailed));
    }

    void unwritableFolder()
    {
        Fixture f;
        writeBytes(f.folder.filePath("sub"), "a file where the folder should be");
        QCOMPARE(errorName(f.download().error().code), errorName(ErrorCode::FileUnwritable));
    }

    void stops()
    {
        Fixture f;
        f.server.cutAfter = 300'000;
        f.server.afterHead = [&] { f.stop.request_stop(); };
        const Status status = f.download();
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode::Interrupted));
        QVERIFY(!QFile::exists(f.path()));
        f.stop = std::stop_source();
        f.server.afterHead = nullptr;
        f.server.cutAfter = -1;
        QVERIFY(f.download().ok());
        QCOMPARE(readBytes(f.path()), f.content);
    }

    /// However long another download takes, it is not disturbed; a lock file that a killed process left is taken over.
    void oneDownloadAtATime()
    {
        Fixture f;
        const QString lock = f.path() + ".lock";
        writeBytes(f.part(), f.content.left(1000));
        writeBytes(lock, {});
        const int other = ::open(lock.toLocal8Bit().constData(), O_RDWR | O_CLOEXEC);
        QVERIFY(other >= 0 && ::flock(other, LOCK_EX | LOCK_NB) == 0);
        QFile file(lock);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
        const Status refused = f.download();
        QCOMPARE(errorName(refused.error().code), errorName(ErrorCode::DownloadFailed));
        QVERIFY(refused.error().detail.find("another process") != std::string::npos);
        QCOMPARE(readBytes(f.part()), f.content.left(1000));
        QVERIFY(f.server.requests.isEmpty() && QFile::exists(lock));
        ::close(other);
        QVERIFY(f.download().ok());
        QCOMPARE(readBytes(f.path()), f.content);
        QCOMPARE(f.left(), QStringList{"data.bin"});
    }

    void plainSetIsReadByItsReader()
    {
        Fixture f;
        QTemporaryDir source;
        writeIdxSet(source.path(), ".gz");
        RemoteDataSet set{f.server.url(), {}, false, "mnist", {}, 0};
        for (const QString& name : QDir(source.path()).entryList(QDir::Files)) {
            const QByteArray bytes = readBytes(source.filePath(name));
            f.server.files['/' + name] = bytes;
            set.files.push_back(remote(qPrintable(name), bytes));
            set.contents.push_back({"mnist/" + name.toStdString(), std::uint64_t(bytes.size())});
        }
        const auto place = fetchDataSet(set, f.folder.path().toStdString());
        QVERIFY(place.ok());
        DataOptions options;
        options.dataset = "mnist";
        options.dataDir = f.folder.path().toStdString();
        QCOMPARE(loadDataSet(options)->train.size(), 40u);
        f.server.requests.clear();
        QVERIFY(fetchDataSet(set, f.folder.path().toStdString()).ok());
        QVERIFY(f.server.requests.isEmpty());
    }

    void packedSet()
    {
        Fixture f;
        const QByteArray batch = cifar10Records(20);
        const QByteArray archive =
            tarGz({{"cifar-10-batches-bin/data_batch_1.bin", batch}, {"cifar-10-batches-bin/test_batch.bin", batch}});
        f.server.files["/c.tar.gz"] = archive;
        RemoteDataSet set{"http://unused/",
                          {remote("c.tar.gz", archive)},
                          true,
                          "cifar-10-batches-bin",
                          {{"cifar-10-batches-bin/data_batch_1.bin", std::uint64_t(batch.size())},
                           {"cifar-10-batches-bin/test_batch.bin", std::uint64_t(batch.size())}},
                          1 << 20};
        const std::string folder = f.folder.path().toStdString();
        writeBytes(f.folder.filePath(".unpack-c.tar.gz/cifar-10-batches-bin/data_batch_1.bin"), batch.left(100)); // of a killed call
        writeBytes(f.folder.filePath(".unpack-c.tar.gz/half"), "x");
        const auto place = fetchDataSet(set, folder, {}, {}, f.server.url());
        QVERIFY(place.ok());
        QCOMPARE(QDir(f.folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{"cifar-10-batches-bin"});
        DataOptions options;
        options.dataset = "cifar10";
        options.dataDir = folder;
        QCOMPARE(loadDataSet(options)->train.size(), 20u);

        // An archive that lacks a file, or is hostile, leaves the folder as it was.
        set.contents.push_back({"cifar-10-batches-bin/data_batch_2.bin", std::uint64_t(batch.size())});
        QCOMPARE(errorName(fetchDataSet(set, folder, {}, {}, f.server.url()).error().code), errorName(ErrorCode::FileMissing));
        const QByteArray evil = tarGz({{"cifar-10-batches-bin/data_batch_2.bin", batch}, {"../evil", "x"}});
        f.server.files["/c.tar.gz"] = evil;
        set.files = {remote("c.tar.gz", evil)};
        QCOMPARE(errorName(fetchDataSet(set, folder, {}, {}, f.server.url()).error().code), errorName(ErrorCode::UnsafeArchive));
        QVERIFY(!QFile::exists(f.folder.filePath("cifar-10-batches-bin/data_batch_2.bin")));
        QVERIFY(!QFile::exists(f.folder.filePath("../evil")));
    }

    void knownSets()
    {
        QCOMPARE(errorName(fetchDataSet("imagenet", "/nonexistent").error().code), errorName(ErrorCode::UnknownValue));
        for (const std::string& name : remoteDataSetNames()) {
            const RemoteDataSet* set = findRemoteDataSet(name);
            QVERIFY(set && set->baseUrl.starts_with("https://") && set->baseUrl.ends_with('/'));
            for (const RemoteFile& file : set->files)
                QVERIFY(file.bytes > 0 && (file.checksum.size() == 32 || file.checksum.size() == 64));
            for (const SetFile& file : set->contents)
                QVERIFY(file.path.starts_with(set->folder + '/'));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Download)
#include "tst_download.moc"
