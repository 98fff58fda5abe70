// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace reweigh;

/// Pipes, devices and links in the place of files.
class tst_Streams : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string path(const char* name) const { return m_dir.filePath(name).toStdString(); }

    /// A pipe that somebody fills with `bytes`.
    std::string filledPipe(const char* name, const std::string& bytes, std::jthread& writer) const
    {
        const std::string pipe = path(name);
        if (::mkfifo(pipe.c_str(), 0600) != 0)
            qFatal("no pipe can be made");
        const int end = ::open(pipe.c_str(), O_RDWR); // with both ends open, opening one waits for nobody
        writer = std::jthread([end, bytes] {
            for (std::size_t at = 0; at < bytes.size();)
                at += std::size_t(std::max<ssize_t>(::write(end, bytes.data() + at, bytes.size() - at), 0));
            ::close(end);
        });
        return pipe;
    }

private Q_SLOTS:
    /// A pipe gives its bytes once, but settings and labels are read several times.
    void aPipeIsReadToItsEnd()
    {
        const std::string bytes(200000, 'x'); // more than a pipe holds at once
        std::jthread writer;
        const std::string pipe = filledPipe("in", bytes, writer);
        const Result<std::string> first = readFile(pipe);
        QVERIFY(first.ok());
        QVERIFY(*first == bytes);
        const int again = ::open(pipe.c_str(), O_RDWR);
        const Result<std::string> second = readFile(pipe), part = readFileFrom(pipe, bytes.size() - 3);
        ::close(again);
        QVERIFY(second.ok() && *second == bytes);
        QVERIFY(part.ok());
        QCOMPARE(*part, std::string("xxx"));
    }

    /// A shell opens its end of a named pipe when the command that fills it begins, which may be later.
    void aPipeIsWaitedFor()
    {
        const std::string pipe = path("late"), empty = path("empty");
        QVERIFY(::mkfifo(pipe.c_str(), 0600) == 0 && ::mkfifo(empty.c_str(), 0600) == 0);
        const auto pause = [] { std::this_thread::sleep_for(std::chrono::milliseconds(100)); };
        const std::jthread writer([&] {
            pause();
            const int end = ::open(pipe.c_str(), O_WRONLY);
            pause();
            for (const char* part : {"one, ", "two"})
                if (::write(end, part, std::strlen(part)) > 0)
                    pause();
            ::close(end);
            ::close(::open(empty.c_str(), O_WRONLY));
        });
        const Result<std::string> late = readFile(pipe), nothing = readFile(empty);
        QVERIFY(late.ok() && nothing.ok());
        QCOMPARE(*late, std::string("one, two"));
        QCOMPARE(*nothing, std::string());
    }

    void aPipeThatNobodyFillsIsGivenUp()
    {
        const std::string pipe = path("left");
        QVERIFY(::mkfifo(pipe.c_str(), 0600) == 0);
        const Error error = readFile(pipe).error();
        QCOMPARE(error.code, ErrorCode::FileUnreadable);
        QCOMPARE(error.detail, std::string("nobody has written into this pipe for 3 seconds"));
    }

    void aDeviceMayBeEndless()
    {
        QCOMPARE(readFile("/dev/zero", 1 << 20).error().code, ErrorCode::FileOversize);
        QCOMPARE(*readFile("/dev/null"), std::string());
    }

    void aPipeIsNotReplaced()
    {
        const std::string pipe = path("out");
        QVERIFY(::mkfifo(pipe.c_str(), 0600) == 0);
        std::string got;
        std::jthread reader([&] {
            const int end = ::open(pipe.c_str(), O_RDONLY);
            char buffer[64];
            for (ssize_t n = 0; (n = ::read(end, buffer, sizeof buffer)) > 0;)
                got.append(buffer, std::size_t(n));
            ::close(end);
        });
        QVERIFY(writeFileAtomic(pipe, "all of it").ok());
        reader.join();
        QCOMPARE(got, std::string("all of it"));
        struct stat info { };
        QVERIFY(::stat(pipe.c_str(), &info) == 0 && S_ISFIFO(info.st_mode));
    }

    /// The superuser may replace a device by a file: through a link, so that a fault here would replace the link alone.
    void aFullDeviceIsTold()
    {
        const std::string link = path("full");
        QVERIFY(::symlink("/dev/full", link.c_str()) == 0);
        QCOMPARE(writeFileAtomic(link, "x").error().code, ErrorCode::DiskFull);
        struct stat info { };
        QVERIFY(::lstat(link.c_str(), &info) == 0 && S_ISLNK(info.st_mode));
        QVERIFY(::stat("/dev/full", &info) == 0 && S_ISCHR(info.st_mode));
    }

    void aLinkStays()
    {
        const std::string folder = path("there"), file = folder + "/file", link = path("link"), second = path("link-to-link");
        QVERIFY(::mkdir(folder.c_str(), 0755) == 0);
        QVERIFY(writeFileAtomic(file, "before").ok());
        QVERIFY(::symlink("there/file", link.c_str()) == 0 && ::symlink("link", second.c_str()) == 0);
        QVERIFY(writeFileAtomic(second, "after").ok());
        QCOMPARE(*readFile(file), std::string("after"));
        struct stat info { };
        for (const std::string& one : {link, second})
            QVERIFY(::lstat(one.c_str(), &info) == 0 && S_ISLNK(info.st_mode));
        QVERIFY(::symlink("round", path("round").c_str()) == 0); // a link to itself leads nowhere: it is replaced
        QVERIFY(writeFileAtomic(path("round"), "x").ok());
        QVERIFY(::symlink("there/new", path("hanging").c_str()) == 0); // the file that it names is made
        QVERIFY(writeFileAtomic(path("hanging"), "x").ok());
        QCOMPARE(*readFile(folder + "/new"), std::string("x"));
    }
};

QTEST_GUILESS_MAIN(tst_Streams)
#include "tst_streams.moc"
