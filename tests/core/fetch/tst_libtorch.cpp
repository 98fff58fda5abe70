// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/LibTorchFetch.h"
#include "tests/support/DataFiles.h"
#include "tests/support/LoopbackServer.h"
#include "tests/support/TarFile.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

using namespace reweigh;
using namespace reweigh::test;

namespace {

std::vector<std::string> synced; ///< names of the files

} // namespace

/// Takes the place of the C library's, to note what is waited for.
extern "C" int fsync(int file)
{
    synced.push_back(std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(file)).filename().string());
    return int(::syscall(SYS_fsync, file));
}

/// LibTorch's libraries, from a server of our own with small wheels of the same form.
class tst_Libtorch : public QObject {
    Q_OBJECT

    struct Fixture {
        QTemporaryDir folder;
        LoopbackServer server;
        QByteArray cpu = pattern(60'000), cuda = pattern(90'000).toBase64();
        QByteArray torch = zip({{"torch/lib/libtorch_cpu.so", cpu}, {"torch/lib/libtorch_cuda.so", cuda}, {"torch/include/a.h", "//"}});
        QByteArray runtime =
            zip({{"nvidia/cu13/lib/libcudart.so.13", "runtime"}, {"nvidia/cu13/include/a.h", "//"}, {"nvidia/lib.so", "no"}});
        std::vector<LibTorchWheel> wheels;
        std::stop_source stop;

        Fixture()
        {
            server.files["/aa/torch-9.whl"] = torch;
            server.files["/bb/nvidia_runtime-1.whl"] = runtime;
            wheels = {wheel("aa/torch-9.whl", torch, 60'000, {"torch/lib/libtorch_cpu.so"}),
                      wheel("bb/nvidia_runtime-1.whl", runtime, 7, {}),
                      wheel("aa/torch-9.whl", torch, std::uint64_t(cuda.size()), {"torch/lib/libtorch_cuda.so"})};
            wheels.back().cuda = true;
        }

        static LibTorchWheel wheel(const char* name, const QByteArray& content, std::uint64_t unpacked, std::vector<std::string> members)
        {
            const std::string sum = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().toStdString();
            return {false, {name, std::uint64_t(content.size()), sum}, unpacked, std::move(members)};
        }
        std::string place() const { return folder.filePath("libtorch-9").toStdString(); }
        LibTorchNeed need() const { return libTorchNeed(wheels, place()); }
        Status fetch()
        {
            return fetchLibTorch(
                need(), place(), [this](const FetchProgress&) { onProgress(); }, stop.get_token(), server.url());
        }
        std::function<void()> onProgress = [] {};
        QByteArray file(const char* name) const { return readBytes(folder.filePath(QString("libtorch-9/") + name)); }
        QStringList names() const
        {
            return QDir(folder.filePath("libtorch-9"))
                .entryList({"*.whl", "*.part", ".unpack*", "*.lock"}, QDir::AllEntries | QDir::Hidden);
        }
    };

private Q_SLOTS:
    void fetchesTheLibrariesAlone()
    {
        Fixture f;
        QCOMPARE(f.need().download, std::uint64_t(f.torch.size() + f.runtime.size())); // a file that serves two is fetched once
        const Status status = f.fetch();
        QVERIFY2(status.ok(), status ? "" : errorName(status.error().code));
        QCOMPARE(f.file("torch/lib/libtorch_cpu.so"), f.cpu);
        QCOMPARE(f.file("torch/lib/libtorch_cuda.so"), f.cuda);
        QCOMPARE(f.file("nvidia/cu13/lib/libcudart.so.13"), QByteArray("runtime"));
        QVERIFY(!QFile::exists(f.folder.filePath("libtorch-9/torch/include/a.h")));
        QVERIFY(!QFile::exists(f.folder.filePath("libtorch-9/nvidia/lib.so"))); // in no folder lib/
        QCOMPARE(f.server.requests, (QStringList{"GET /aa/torch-9.whl", "GET /bb/nvidia_runtime-1.whl"}));
        QCOMPARE(f.names(), QStringList());
        QVERIFY(f.need().wheels.empty());
        QCOMPARE(f.need().download, std::uint64_t(0));
    }

    /// After a power failure a library could be cut short, and setup said that all was there.
    void librariesAreOnTheDiskBeforeItIsSaid()
    {
        Fixture f;
        synced.clear();
        QVERIFY(f.fetch().ok());
        QCOMPARE(synced.size(), std::size_t(6));
        for (std::size_t i = 0; i < synced.size(); ++i)
            QVERIFY2(synced[i].find(i % 2 == 0 ? ".so" : ".whole") != std::string::npos, synced[i].c_str());
    }

    void gpuLibrariesComeLater()
    {
        Fixture f;
        const std::vector<LibTorchWheel> all = f.wheels;
        f.wheels.pop_back();
        QVERIFY(f.fetch().ok());
        QVERIFY(!QFile::exists(f.folder.filePath("libtorch-9/torch/lib/libtorch_cuda.so")));
        f.wheels = all;
        QCOMPARE(f.need().wheels.size(), std::size_t(1));
        QVERIFY(f.fetch().ok());
        QCOMPARE(f.file("torch/lib/libtorch_cuda.so"), f.cuda);
    }

    void goesOnWhereItWasCut()
    {
        Fixture f;
        f.server.cutAfter = 1000;
        const Status cut = f.fetch();
        QVERIFY(!cut);
        QCOMPARE(errorName(cut.error().code), errorName(ErrorCode::DownloadFailed));
        QCOMPARE(f.need().download, std::uint64_t(f.torch.size() + f.runtime.size() - 1000));
        QDir(f.folder.filePath("libtorch-9")).mkpath(".unpack-killed/torch"); // what a call that was killed leaves
        f.server.cutAfter = -1;
        QVERIFY(f.fetch().ok());
        QCOMPARE(f.server.requests[1], QString("GET /aa/torch-9.whl bytes=1000-"));
        QCOMPARE(f.file("torch/lib/libtorch_cpu.so"), f.cpu);
        QCOMPARE(f.names(), QStringList());
    }

    void stops()
    {
        Fixture f;
        f.onProgress = [&f] { f.stop.request_stop(); };
        const Status status = f.fetch();
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode::Interrupted));
        QVERIFY(!f.need().wheels.empty());
    }

    void takesAWheelThatIsThere()
    {
        Fixture f;
        QDir(f.folder.path()).mkdir("libtorch-9");
        writeBytes(f.folder.filePath("libtorch-9/torch-9.whl"), f.torch);
        QVERIFY(f.fetch().ok());
        QCOMPARE(f.server.requests, QStringList{"GET /bb/nvidia_runtime-1.whl"});
    }

    void wrongBytesAreRefused()
    {
        Fixture f;
        f.server.files["/aa/torch-9.whl"][500] = char(f.torch[500] ^ 1);
        const Status status = f.fetch();
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode::ChecksumMismatch));
        QVERIFY(!QFile::exists(f.folder.filePath("libtorch-9/torch")));
        QCOMPARE(f.names(), QStringList());
    }

    void aWheelWithoutTheLibrary()
    {
        Fixture f;
        f.wheels.front().members = {"torch/lib/libother.so"};
        const Status status = f.fetch();
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode::FileMissing));
        QVERIFY(status.error().where.ends_with("torch-9.whl/torch/lib/libother.so"));
        QVERIFY(!QFile::exists(f.folder.filePath("libtorch-9/torch")));
    }

    void tooLittleDisk()
    {
        Fixture f;
        f.wheels.front().unpacked = std::uint64_t(1) << 60;
        const Status status = f.fetch();
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), errorName(ErrorCode::DiskFull));
        QCOMPARE(f.server.requests, QStringList());
    }

    /// What is compiled in: LibTorch's own wheel first, every file with its sum, its libraries named.
    void theListOfThisProgram()
    {
        const std::vector<LibTorchWheel>& wheels = libTorchWheels();
        QVERIFY(wheels.size() > 3);
        QCOMPARE(wheels.front().members.front(), std::string("torch/lib/libtorch_cpu.so"));
        QVERIFY(QRegularExpression("^\\d+\\.\\d+\\.\\d+$").match(QString::fromStdString(libTorchVersion())).hasMatch());
        for (const LibTorchWheel& wheel : wheels) {
            QVERIFY2(wheel.file.name.ends_with("x86_64.whl"), wheel.file.name.c_str());
            QCOMPARE(wheel.file.checksum.size(), std::size_t(64));
            QVERIFY(wheel.file.bytes > 0 && wheel.unpacked > 0);
        }
        QVERIFY(!wheels.front().cuda && wheels.back().cuda);
        QVERIFY(parseLibTorchWheels("# a comment\n\ncpu one two\n").empty());
    }
};

QTEST_GUILESS_MAIN(tst_Libtorch)
#include "tst_libtorch.moc"
