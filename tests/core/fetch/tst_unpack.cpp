// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/SafeUnpack.h"
#include "tests/support/DataFiles.h"
#include "tests/support/TarFile.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <cstring>

using namespace reweigh;
using namespace reweigh::test;

Q_DECLARE_METATYPE(std::vector<reweigh::test::TarEntry>)

class tst_Unpack : public QObject {
    Q_OBJECT

    static Status unpack(const QTemporaryDir& folder, const QByteArray& archive, std::uint64_t most = 1 << 20)
    {
        writeBytes(folder.filePath("a.tar.gz"), archive);
        QDir(folder.path()).mkdir("in");
        return unpackTar(folder.filePath("a.tar.gz").toStdString(), folder.filePath("in").toStdString(), most);
    }

    static Status unpackZipped(const QTemporaryDir& folder, const QByteArray& archive, std::uint64_t most = 1 << 20)
    {
        writeBytes(folder.filePath("a.whl"), archive);
        QDir(folder.path()).mkdir("in");
        return unpackZip(folder.filePath("a.whl").toStdString(), folder.filePath("in").toStdString(), most,
                         [](const std::string& name) { return name.find("skip") == std::string::npos; });
    }

private Q_SLOTS:
    void unpacks()
    {
        QTemporaryDir folder;
        const QByteArray big = pattern(300'000);
        QVERIFY(unpack(folder, tarGz({{"set", {}, AE_IFDIR}, {"set/a.bin", big}, {"set/deep/b.txt", "b"}, {"./c", "c"}})).ok());
        QCOMPARE(readBytes(folder.filePath("in/set/a.bin")), big);
        QCOMPARE(readBytes(folder.filePath("in/set/deep/b.txt")), QByteArray("b"));
        QCOMPARE(readBytes(folder.filePath("in/c")), QByteArray("c"));
    }

    void hostile_data()
    {
        QTest::addColumn<std::vector<TarEntry>>("entries");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, std::vector<TarEntry> entries, ErrorCode code = ErrorCode::UnsafeArchive) {
            QTest::addRow("%s", name) << entries << int(code);
        };
        row("absolute", {{"/tmp/reweigh-evil", "x"}});
        row("upwards", {{"../evil", "x"}});
        row("upwards inside", {{"set/../../evil", "x"}});
        row("folder upwards", {{"..", {}, AE_IFDIR}});
        row("symbolic link", {{"set", {}, AE_IFLNK, ".."}, {"set/evil", "x"}});
        row("hard link", {{"a", "x"}, {"b", {}, AE_IFREG, "../evil"}});
        row("device", {{"null", {}, AE_IFCHR}});
        row("pipe", {{"pipe", {}, AE_IFIFO}});
        row("too much", {{"a", QByteArray(800'000, '\0')}, {"b", QByteArray(800'000, '\0')}}, ErrorCode::FileOversize);
    }

    void hostile()
    {
        QFETCH(std::vector<TarEntry>, entries);
        QFETCH(int, code);
        QTemporaryDir folder;
        const Status status = unpack(folder, tarGz(entries));
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode(code)));
        QVERIFY(status.error().where.ends_with("a.tar.gz"));
        QVERIFY(!QFile::exists(folder.filePath("evil")));
        QVERIFY(!QFile::exists("/tmp/reweigh-evil"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), (QStringList{"a.tar.gz", "in"}));
    }

    /// The system's reason was "Success".
    void aFileInAFoldersPlace()
    {
        QTemporaryDir folder;
        const Status status = unpack(folder, tarGz({{"set", {}, AE_IFDIR}, {"set", "x"}}));
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode::FileUnwritable));
        QCOMPARE(status.error().detail, std::string(std::strerror(EISDIR)));
    }

    void tooManyEntries()
    {
        std::vector<TarEntry> entries(10'001);
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i].name = "f" + QByteArray::number(qulonglong(i));
        QTemporaryDir folder;
        const Status status = unpack(folder, tarGz(entries));
        QVERIFY(!status);
        QCOMPARE(int(status.error().code), int(ErrorCode::FileOversize));
    }

    void damaged()
    {
        const QByteArray good = tarGz({{"a", pattern(100'000)}, {"b", pattern(1000)}});
        QByteArray flipped = good;
        flipped[flipped.size() / 2] = char(flipped[flipped.size() / 2] ^ 0x55);
        for (const QByteArray& bad :
             {good.left(good.size() / 2), flipped, QByteArray("no archive at all, not even close"), pattern(5000)}) {
            QTemporaryDir folder;
            const Status status = unpack(folder, bad);
            QVERIFY(!status);
            QCOMPARE(errorName(status.error().code), errorName(ErrorCode::FileCorrupt));
        }
        QTemporaryDir folder;
        QCOMPARE(int(unpackTar(folder.filePath("none").toStdString(), folder.path().toStdString(), 1).error().code),
                 int(ErrorCode::FileMissing));
    }

    void unpacksWhatIsWantedOfAZip()
    {
        QTemporaryDir folder;
        const QByteArray big = pattern(300'000), skipped(2 << 20, 'x'); // larger than all that may be unpacked
        QVERIFY(unpackZipped(folder, zip({{"torch/lib/a.so", big}, {"torch/skip.so", skipped}, {"../skip", "x"}, {"b", "b"}})).ok());
        QCOMPARE(readBytes(folder.filePath("in/torch/lib/a.so")), big);
        QCOMPARE(readBytes(folder.filePath("in/b")), QByteArray("b"));
        QVERIFY(!QFile::exists(folder.filePath("in/torch/skip.so")));
        QVERIFY(!QFile::exists(folder.filePath("skip")));
    }

    void hostileZip_data()
    {
        QTest::addColumn<std::vector<TarEntry>>("entries");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, std::vector<TarEntry> entries, ErrorCode code = ErrorCode::UnsafeArchive) {
            QTest::addRow("%s", name) << entries << int(code);
        };
        row("absolute", {{"/tmp/reweigh-evil", "x"}});
        row("upwards", {{"lib/../../evil", "x"}});
        row("symbolic link", {{"set", {}, AE_IFLNK, ".."}, {"set/evil", "x"}});
        row("too much", {{"a", QByteArray(800'000, '\0')}, {"b", QByteArray(800'000, '\0')}}, ErrorCode::FileOversize);
    }

    void hostileZip()
    {
        QFETCH(std::vector<TarEntry>, entries);
        QFETCH(int, code);
        QTemporaryDir folder;
        const Status status = unpackZipped(folder, zip(entries));
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode(code)));
        QVERIFY(!QFile::exists(folder.filePath("evil")));
        QVERIFY(!QFile::exists("/tmp/reweigh-evil"));
    }

    void damagedZip()
    {
        const QByteArray good = zip({{"a", pattern(100'000)}, {"b", pattern(1000)}});
        QByteArray flipped = good;
        flipped[flipped.size() / 2] = char(flipped[flipped.size() / 2] ^ 0x55);
        for (const QByteArray& bad : {good.left(good.size() / 2), flipped, QByteArray("no archive at all"), pattern(5000)}) {
            QTemporaryDir folder;
            const Status status = unpackZipped(folder, bad);
            QVERIFY(!status);
            QCOMPARE(errorName(status.error().code), errorName(ErrorCode::FileCorrupt));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Unpack)
#include "tst_unpack.moc"
