// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AsciiCase.h"
#include "core/base/Checksum.h"
#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/MachineCores.h"
#include "core/base/NearestName.h"
#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/base/ShellText.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <cmath>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <numeric>
#include <sched.h>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace reweigh;

namespace {

std::atomic<int> maskCalls{0};

} // namespace

/// Takes the place of the C library's, to count who changes the mask of the process.
extern "C" mode_t umask(mode_t mask) noexcept
{
    ++maskCalls;
    return mode_t(::syscall(SYS_umask, mask));
}

class tst_Base : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultHoldsOneSide()
    {
        const Result<int> good = 3;
        QVERIFY(good.ok());
        QCOMPARE(*good, 3);
        const Result<int> bad = Error{ErrorCode::FileMissing, "a", {}, {}};
        QVERIFY(!bad.ok());
        QVERIFY(bad.error().code == ErrorCode::FileMissing);
    }

    void wordsOfAShell()
    {
        QCOMPARE(shellWord("sqlite:////a/b-1.db"), std::string("sqlite:////a/b-1.db"));
        QCOMPARE(shellWord("a b"), std::string("'a b'"));
        QCOMPARE(shellWord("it's $HOME"), std::string("'it'\\''s $HOME'"));
        QCOMPARE(shellWord(""), std::string("''"));
    }

    /// Only A to Z, and neither their neighbours in ASCII nor parts of a letter in UTF-8.
    void lowersAsciiOnly()
    {
        QCOMPARE(lowerAscii(".TIF"), std::string(".tif"));
        QCOMPARE(lowerAscii("AZ az 09 @[`{ \u00C9\u0130"), std::string("az az 09 @[`{ \u00C9\u0130"));
        QCOMPARE(lowerAscii(std::string_view("A\0B", 3)), std::string("a\0b", 3));
        QCOMPARE(lowerAscii(""), std::string());
    }

    /// xoshiro256** from the state {1, 2, 3, 4}: the first outputs as the authors' C code gives them.
    void rngMatchesReference()
    {
        Rng rng(0);
        rng.setState({1, 2, 3, 4});
        const std::uint64_t expected[] = {11520, 0, 1509978240, 1215971899390074240ULL, 1216172134540287360ULL};
        for (const std::uint64_t value : expected)
            QCOMPARE(rng.next(), value);
    }

    void rngStreamsDiffer()
    {
        std::set<std::uint64_t> seen;
        for (const char* stream : {"", "noise", "meta", "order"})
            for (std::uint64_t seed = 0; seed < 50; ++seed)
                seen.insert(Rng(seed, stream).next());
        QCOMPARE(seen.size(), std::size_t(200));
    }

    void rngIsUniformAndNormal()
    {
        Rng rng(7);
        constexpr int n = 200000;
        std::array<int, 7> counts{};
        double sum = 0, squares = 0;
        for (int i = 0; i < n; ++i) {
            ++counts[rng.below(7)];
            const double x = rng.normal();
            sum += x;
            squares += x * x;
        }
        double chiSquare = 0;
        for (const int count : counts)
            chiSquare += std::pow(count - n / 7.0, 2) / (n / 7.0);
        QVERIFY2(chiSquare < 22.5, qPrintable(QString::number(chiSquare))); // 0.999 quantile, 6 degrees
        QVERIFY(std::abs(sum / n) < 5 / std::sqrt(double(n)));
        QVERIFY(std::abs(squares / n - 1) < 5 * std::sqrt(2.0 / n));
    }

    void shuffleIsAPermutation()
    {
        std::vector<int> values(100);
        std::iota(values.begin(), values.end(), 0);
        const std::vector<int> before = values;
        Rng(3).shuffle(std::span(values));
        QVERIFY(values != before);
        std::sort(values.begin(), values.end());
        QVERIFY(values == before);
    }

    void nearestNameFindsSlips()
    {
        const std::vector<std::string> known = {"noise-rate", "noise-type", "epochs"};
        QCOMPARE(nearestName("nose-rate", known), std::string("noise-rate"));
        QCOMPARE(nearestName("epoch", known), std::string("epochs"));
        QCOMPARE(nearestName("zzzzzz", known), std::string());
        const std::vector<std::string> metrics = {"test.few", "test.accuracy_of_all", "test.accuracy", "te"};
        QCOMPARE(nearestName("test.acc", metrics), std::string("test.accuracy")); // by distance it would be test.few
        QCOMPARE(nearestName("tf", metrics), std::string("te"));
        QCOMPARE(nearestName("", metrics), std::string());
    }

    /// Against the published program's sums (xxhash 3), the bytes given in pieces of other lengths than its blocks.
    void checksumIsXxHash64()
    {
        const auto sum = [](std::string_view bytes, std::size_t piece) {
            Checksum checksum;
            for (std::size_t at = 0; at < bytes.size(); at += piece)
                checksum.add(bytes.substr(at, piece));
            return checksum.text();
        };
        for (const auto& [bytes, expected] : {std::pair<const char*, const char*>{"", "ef46db3751d8e999"},
                                              {"a", "d24ec4f1a98c6e5b"},
                                              {"abc", "44bc2cf5ad770999"},
                                              {"Nobody inspects the spammish repetition", "fbcea83c8a378bf1"}})
            for (const std::size_t piece : {1, 5, 32, 100})
                QCOMPARE(sum(bytes, piece), std::string(expected));
        std::string longer;
        for (int i = 0; i < 1000; ++i)
            longer += char(std::uint8_t(i * 7 + 1000));
        for (const std::size_t piece : {1, 31, 32, 33, 1000})
            QCOMPARE(sum(longer, piece), std::string("958e6485b0af5378"));
    }

    /// What is copied, compared and written by recursion is not deep enough to exhaust a stack.
    void deepJsonIsRefused()
    {
        const auto nested = [](int levels, const char* open, const char* close) {
            std::string text;
            for (int i = 0; i < levels; ++i)
                text += open;
            text += "0";
            for (int i = 0; i < levels; ++i)
                text += close;
            return text;
        };
        QVERIFY(!parsedJsonOrNone(nested(deepestJson, "[", "]")).is_discarded());
        QVERIFY(parsedJsonOrNone(nested(deepestJson + 1, "[", "]")).is_discarded());
        QVERIFY(parsedJsonOrNone(nested(1'000'000, "{\"a\":", "}")).is_discarded());
        QVERIFY_EXCEPTION_THROWN(parsedJson(nested(1'000'000, "[", "]")), nlohmann::json::exception);
        // Brackets in a string, one after another, and after an escaped quotation mark.
        QVERIFY(!parsedJsonOrNone('"' + std::string(1000, '[') + "\\\"[\"").is_discarded());
        std::string flat = "[";
        for (int i = 0; i < 1000; ++i)
            flat += "[],";
        QCOMPARE(parsedJsonOrNone(flat + "{}]").size(), std::size_t(1001));
        QVERIFY(parsedJsonOrNone("[1").is_discarded());
    }

    void appendedBytesFollow()
    {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath("a.txt").toStdString();
        QVERIFY(appendToFile(path, "one\n").ok());
        QVERIFY(appendToFile(path, "two\n").ok());
        QCOMPARE(*readFile(path), std::string("one\ntwo\n"));
        QVERIFY(appendToFile("/dev/full", "x").error().code == ErrorCode::DiskFull);
        QVERIFY(appendToFile(dir.filePath("no/such/folder/a").toStdString(), "x").error().code == ErrorCode::FileUnwritable);
    }

    void filesAreWrittenWhole()
    {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath("a.txt").toStdString();
        QVERIFY(writeFileAtomic(path, "one").ok());
        QVERIFY(writeFileAtomic(path, "two").ok());
        QCOMPARE(*readFile(path), std::string("two"));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
        QVERIFY(readFile(path, 2).error().code == ErrorCode::FileOversize);
        QVERIFY(readFile(dir.filePath("b").toStdString()).error().code == ErrorCode::FileMissing);
        QVERIFY(readFile(dir.path().toStdString()).error().code == ErrorCode::FileUnreadable);
    }

    /// What a killed process left of a write is taken over; what another is writing is left alone.
    void leftoversAreTakenOver()
    {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath("a.txt").toStdString(), part = path.native() + ".reweigh-new";
        const auto names = [&] { return QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System); };
        std::ofstream(part) << "half of a longer text";
        QVERIFY(writeFileAtomic(path, "one").ok());
        QCOMPARE(*readFile(path), std::string("one"));
        QCOMPARE(names(), QStringList{"a.txt"});

        std::ofstream(part) << "other";
        const int writer = ::open(part.c_str(), O_WRONLY | O_CLOEXEC);
        QVERIFY(writer >= 0 && ::flock(writer, LOCK_EX | LOCK_NB) == 0);
        QVERIFY(writeFileAtomic(path, "two").ok());
        QCOMPARE(*readFile(path), std::string("two"));
        QCOMPARE(*readFile(part), std::string("other"));
        ::close(writer);

        const std::filesystem::path elsewhere = dir.filePath("mine").toStdString(); // a link is not followed
        std::ofstream(elsewhere) << "mine";
        std::filesystem::remove(part);
        std::filesystem::create_symlink(elsewhere, part);
        QVERIFY(writeFileAtomic(path, "three").ok());
        QCOMPARE(*readFile(elsewhere), std::string("mine"));
        QCOMPARE(*readFile(path), std::string("three"));
    }

    /// Two that write one file at once: each time the content is one of theirs, whole, and nothing is left.
    void writersDoNotMix()
    {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath("a.txt").toStdString();
        const std::string contents[] = {std::string(20'000, 'a'), std::string(50'000, 'b')};
        std::atomic<int> failed = 0;
        const auto write = [&](const std::string& content) {
            for (int i = 0; i < 40; ++i) {
                failed += !writeFileAtomic(path, content).ok();
                const auto seen = readFile(path);
                failed += !seen || (*seen != contents[0] && *seen != contents[1]);
            }
        };
        std::thread other(write, std::cref(contents[1]));
        write(contents[0]);
        other.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{"a.txt"});
        const mode_t mask = ::umask(0);
        ::umask(mask);
        struct stat about { };
        QVERIFY(::stat(path.c_str(), &about) == 0);
        QCOMPARE(about.st_mode & 0777, 0666 & ~mask);
    }

    /// The second writer of a file set the mask of the whole process to 0 for a moment: a file that another thread made then could be written
    /// by anybody.
    void theFileMaskIsLeftAlone()
    {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath("a.txt").toStdString(), part = path.native() + ".reweigh-new";
        std::ofstream(part) << "other";
        const int writer = ::open(part.c_str(), O_WRONLY | O_CLOEXEC);
        QVERIFY(writer >= 0 && ::flock(writer, LOCK_EX | LOCK_NB) == 0);
        const int before = maskCalls;
        QVERIFY(writeFileAtomic(path, "one").ok() && writeFileAtomic(path, "two").ok());
        ::close(writer);
        QCOMPARE(maskCalls.load(), before);
        QCOMPARE(*readFile(path), std::string("two"));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList({"a.txt", "a.txt.reweigh-new"}));
    }

    /// /dev/full's neighbour for whole files: a folder that does not exist, and one that is a file.
    void failedWriteLeavesNothing()
    {
        QTemporaryDir dir;
        const auto missing = dir.filePath("no/such/folder/a").toStdString();
        QVERIFY(writeFileAtomic(missing, "x").error().code == ErrorCode::FileUnwritable);
        const auto file = dir.filePath("file").toStdString();
        QVERIFY(writeFileAtomic(file, "x").ok());
        QVERIFY(makeFolder(file + "/sub").error().code == ErrorCode::FileUnwritable);
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    }

    /// A member is read by its present name first, then by that of earlier versions; only an optional one may be missing.
    void renamedMembers()
    {
        const nlohmann::json old = {{"stamp", 1}}, both = {{"stamp", 1}, {"fingerprint", 2}}, neither = nlohmann::json::object();
        QCOMPARE(renamedMember(old, "fingerprint", "stamp").get<int>(), 1);
        QCOMPARE(requiredMember(old, "fingerprint", "stamp").get<int>(), 1);
        QCOMPARE(renamedMember(both, "fingerprint", "stamp").get<int>(), 2);
        QCOMPARE(requiredMember(both, "fingerprint", "stamp").get<int>(), 2);
        QVERIFY(renamedMember(neither, "fingerprint", "stamp").is_null());
        QVERIFY(renamedMember(3, "fingerprint", "stamp").is_null());
        QVERIFY_EXCEPTION_THROWN((void)requiredMember(3, "fingerprint", "stamp"), nlohmann::json::exception);
        try {
            (void)requiredMember(neither, "fingerprint", "stamp");
            QFAIL("a member that is missing was found");
        } catch (const nlohmann::json::out_of_range& missing) {
            QVERIFY2(QString(missing.what()).contains("'fingerprint'"), missing.what());
        }
    }

    /// A batch system lends a process some cores of its machine; more threads than those would only be in each other's way.
    void onlyTheCoresThatTheProcessMayUse()
    {
        cpu_set_t before, one;
        QCOMPARE(sched_getaffinity(0, sizeof before, &before), 0);
        QCOMPARE(allowedCores(), CPU_COUNT(&before));
        int core = 0;
        while (!CPU_ISSET(core, &before))
            ++core;
        CPU_ZERO(&one);
        CPU_SET(core, &one);
        QCOMPARE(sched_setaffinity(0, sizeof one, &one), 0);
        const int allowed = allowedCores();
        QCOMPARE(sched_setaffinity(0, sizeof before, &before), 0);
        QCOMPARE(allowed, 1);
    }
};

QTEST_APPLESS_MAIN(tst_Base)
#include "tst_base.moc"
