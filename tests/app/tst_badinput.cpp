// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProcessStart.h"
#include "app/cli/CommandLine.h"
#include "core/config/ConfigJson.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"

#include <QtTest>

#include <cerrno>
#include <map>
#include <new>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace reweigh;

/// Wrong input: the right exit code, one sentence naming the thing and the mend, nothing half-written.
class tst_BadInput : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string path(const char* name) const { return m_dir.filePath(name).toStdString(); }

    void write(const char* name, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(m_dir.filePath(name)).path());
        QFile file(m_dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        write("text.db", QByteArray(4096, 'x'));
        write("config-key.json", R"({"nose-rate": 0.1})");
        write("config-value.json", R"({"input": "stage4"})");
        write("config-type.json", R"({"epochs": "many"})");
        write("config-range.json", R"({"noise-rate": 2})");
        write("config-preset.json", R"({"preset": "mwnet-nose"})");
        write("config-order.json", R"({"min-nodes": 30, "max-nodes": 20})");
        write("config-broken.json", R"({"epochs": 3)");
        write("config-huge.json", R"({"lr": 1e400})");
        write("variants-value.json", R"({"variants": ["ce", {"name": "mine", "base": "random", "settings": {"epochs": 0}}]})");
        write("variants-key.json", R"({"variants": ["ce", {"name": "mine", "settings": {"metalr": 0.1}}]})");
        write("other.json", R"({"format": "something else"})");
        for (const char* image : {"a/one.png", "a/two.png", "a/three.png", "b/one.png", "b/two.png", "b/three.png"})
            write((QByteArray("images/") + image).constData(), "not an image");
        write("idx/train-images-idx3-ubyte", QByteArray("\0\0\x08\x03", 4) + QByteArray(20, '\1'));
        write("idx/train-labels-idx1-ubyte", "x");
        write("idx/t10k-images-idx3-ubyte", "x");
        write("idx/t10k-labels-idx1-ubyte", "x");
        write("cifar/data_batch_1.bin", QByteArray(3073, '\x20'));
        write("cifar/test_batch.bin", QByteArray(3073, '\x20'));
        QVERIFY(SqlStorage::create(path("empty.db"), "empty", Direction::Maximize).ok());
    }

    void sentences_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("words"); // the thing, and the mend
        const QString dir = m_dir.path();
        const QStringList small = {"data", "--dataset", "synthetic"};
        const auto row = [](const char* name, QStringList arguments, int code, QStringList words) {
            QTest::newRow(name) << arguments << code << words;
        };
        row("noise rate above 1", small + QStringList{"--noise-rate", "1.5"}, 3, {"noise-rate", "1.5", "0..1"});
        row("noise rate no number", small + QStringList{"--noise-rate", "much"}, 3, {"noise-rate", "much", "0..1"});
        row("imbalance below 1", small + QStringList{"--imbalance-factor", "0.5"}, 3, {"imbalance-factor", "0.5", "1.."});
        row("imbalance empties a class", small + QStringList{"--imbalance-ratio", "1e6"}, 3, {"1e+06", "largest that works"});
        row("more meta than a class has", small + QStringList{"--meta-per-class", "5000"}, 3, {"meta-per-class"});
        row("unknown noise", small + QStringList{"--noise-type", "unifrom"}, 3, {"unifrom", "uniform"});
        row("noise that does not fit", small + QStringList{"--noise-type", "pair-map"}, 3, {"pair-map", "synthetic"});
        row("unknown data set", {"data", "--dataset", "cifar"}, 3, {"cifar", "cifar10"});
        row("unknown input", {"train", "--dataset", "synthetic", "--input", "stag3"}, 3, {"stag3", "stage3"});
        row("unknown key", {"data", "--config", dir + "/config-key.json"}, 3, {"config-key.json", "nose-rate", "noise-rate"});
        row("unknown value", {"data", "--config", dir + "/config-value.json"}, 3, {"config-value.json: ", "stage4", "stage"});
        row("value of another type", {"data", "--config", dir + "/config-type.json"}, 3, {"config-type.json: ", "epochs", "many"});
        row("value out of range", {"data", "--config", dir + "/config-range.json"}, 3, {"config-range.json: ", "noise-rate", "0..1"});
        row("preset of a file", {"data", "--config", dir + "/config-preset.json"}, 3,
            {"config-preset.json: ", "no value of preset", "mwnet-noise"});
        row("values that exclude each other", {"data", "--config", dir + "/config-order.json"}, 3,
            {"config-order.json: ", "max-nodes", "30.."});
        row("broken configuration", {"data", "--config", dir + "/config-broken.json"}, 3, {"config-broken.json", "line 1, column 13"});
        row("number that no double holds", {"data", "--config", dir + "/config-huge.json"}, 3, {"config-huge.json", "1e308"});
        row("configuration in a folder that is a file", {"data", "--config", dir + "/text.db/c.json"}, 3, {"c.json"});
        row("no configuration", {"data", "--config", dir + "/none.json"}, 3, {"none.json"});
        row("unknown preset", {"data", "--preset", "mwnet"}, 3, {"no value of preset", "mwnet-noise"});
        row("data set not there", {"data", "--dataset", "cifar10", "--data-dir", dir + "/nowhere"}, 3, {"nowhere"});
        row("truncated images", {"data", "--dataset", "mnist", "--data-dir", dir + "/idx"}, 3, {"ubyte"});
        row("label out of range", {"data", "--dataset", "cifar10", "--data-dir", dir + "/cifar"}, 3, {"data_batch_1.bin"});
        row("not an image", {"data", "--dataset", "folder", "--data-dir", dir + "/images"}, 3, {".png", "--skip-broken"});
        row("no study", {"report", dir + "/none.db"}, 3, {"none.db", "reweigh search"});
        row("not SQLite", {"report", dir + "/text.db"}, 3, {"text.db", "SQLite"});
        row("nothing to export", {"export", dir + "/empty.db", "--output", dir + "/out.json"}, 3, {"reweigh"});
        row("other architecture file", {"train", "--architecture", dir + "/other.json"}, 3, {"other.json", "reweigh export"});
        const QString endless(300, 'x'); // no file system has names so long
        row("study of too long a name", {"report", endless}, 3, {endless, "File name too long"});
        row("configuration of too long a name", {"data", "--config", endless}, 3, {endless, "File name too long"});
        if (QFile::exists(REWEIGH_BINARY_DIR "/lib/libreweigh_engine.so")) { // a build without it says so first
            row("search into too long a name", {"search", "--dataset", "synthetic", "--out", dir + '/' + endless}, 1,
                {endless, "File name too long"});
            row("training into too long a name", {"train", "--dataset", "synthetic", "--out", dir + '/' + endless}, 1,
                {endless, "File name too long"});
        }
        row("images in too long a name", {"data", "--dataset", "folder", "--data-dir", endless}, 3, {endless});
        row("unknown variant", {"compare", dir + "/empty.db", "--variants", "serched"}, 3, {"serched", "searched"});
        row("unknown setting of a variant", {"compare", dir + "/empty.db", "--variants", "mine:metalr=0.1"}, 3, {"metalr", "meta-lr"});
        row("value of a variant", {"compare", dir + "/empty.db", "--variants", "mine:epochs=0"}, 3, {"epochs", "0"});
        row("setting without a variant", {"compare", dir + "/empty.db", "--variants", "lr=0.1"}, 3, {"lr=0.1", "name:key=value"});
        row("no variant", {"compare", dir + "/empty.db", "--variants", ","}, 3, {"--variants"});
        row("value of a variant in a file", {"compare", dir + "/empty.db", "--variants", dir + "/variants-value.json"}, 3,
            {"variants-value.json: epochs", "0"});
        row("unknown setting of a variant in a file", {"compare", dir + "/empty.db", "--variants", dir + "/variants-key.json"}, 3,
            {"variants-key.json: ", "metalr", "meta-lr"});
        row("plan that is none", {"compare", dir + "/empty.db", "--variants", dir + "/other.json"}, 3, {"other.json"});
    }

    void sentences()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QStringList, words);
        const QDir dir(m_dir.path());
        const QStringList before = dir.entryList();
        std::vector<std::string> list;
        for (const QString& argument : arguments)
            list.push_back(argument.toStdString());
        std::ostringstream out, err;
        Terminal terminal(out, err, false);
        QCOMPARE(runCommandLine(list, terminal, {}), code);
        const QString sentence = QString::fromStdString(err.str());
        QVERIFY2(sentence.startsWith("reweigh: "), qPrintable(sentence));
        QCOMPARE(sentence.count('\n'), 1);
        for (const QString& word : words)
            QVERIFY2(sentence.contains(word), qPrintable(sentence + " lacks " + word));
        QVERIFY(out.str().empty());
        QCOMPARE(dir.entryList(), before);
    }

    /// Names are bytes: what is no UTF-8 is opened, written and given back as it is.
    void namesThatAreNoUtf8()
    {
        for (const std::string name : {"b\xff", "ganz\xe4", "50% off?a=1#b", "file:odd", "ordinary"}) {
            const std::string folder = path("") + name;
            for (const bool json : {false, true}) {
                std::ostringstream out, err;
                Terminal terminal(out, err, false);
                std::vector<std::string> arguments = {"search", "--print-config", "--dataset", "synthetic", "--out", folder};
                if (json)
                    arguments.push_back("--json");
                QCOMPARE(runCommandLine(arguments, terminal, {}), 0);
                ExperimentConfig config;
                QVERIFY(applyJson(config, nlohmann::json::parse(out.str())).ok());
                QCOMPARE(config.outDir, folder);
            }
            QVERIFY(::mkdir(folder.c_str(), 0755) == 0);
            QVERIFY(SqlStorage::create(folder + "/study.db", "named", Direction::Maximize).ok());
            struct stat info { };
            QVERIFY(::stat((folder + "/study.db").c_str(), &info) == 0);
            for (const bool json : {false, true}) {
                std::ostringstream out, err;
                Terminal terminal(out, err, false);
                terminal.json = json;
                QCOMPARE(runCommandLine({"report", folder}, terminal, {}), 0);
                QCOMPARE(runCommandLine({"report", folder + "/none.db"}, terminal, {}), 3);
                QVERIFY(!json || nlohmann::json::accept(out.str().substr(out.str().find("{\n  \"error\""))));
            }
        }
    }

    void folderWithoutRights()
    {
        constexpr uid_t nobody = 65534;
        write("closed/study.db", "x");
        QVERIFY(::chmod(path("closed").c_str(), 0) == 0);
        const bool root = ::geteuid() == 0; // may read everything, and is somebody else meanwhile
        if (root && (::chmod(m_dir.path().toLocal8Bit().constData(), 0755) != 0 || ::seteuid(nobody) != 0))
            QSKIP("root may read everything");
        std::map<std::string, std::pair<int, std::string>> said;
        for (const std::string command : {"report", "export", "compare"}) {
            std::ostringstream out, err;
            Terminal terminal(out, err, false);
            const int code = runCommandLine({command, path("closed/study.db")}, terminal, {});
            said[command] = {code, err.str()};
        }
        QVERIFY(!root || ::seteuid(0) == 0);
        QVERIFY(::chmod(path("closed").c_str(), 0755) == 0);
        for (const auto& [command, outcome] : said) {
            QVERIFY2(outcome.first == 3, command.c_str());
            QVERIFY2(outcome.second.find("Permission denied") != std::string::npos, outcome.second.c_str());
        }
    }

    /// A comparison that cannot be read keeps nobody from the trials; only what would work on it is refused, so that it is not lost.
    void brokenComparison()
    {
        {
            const auto storage = *SqlStorage::create(path("compared.db"), "compared", Direction::Maximize);
            QVERIFY(storage->createTrial({.end = TrialEnd{TrialState::Complete, 0.8125}}).ok());
            StudyAttributes attributes{.user = toAttributes(StudyFacts{.config = toJson(ExperimentConfig())})};
            attributes.user[attribute::variants] = {{"threads", "two"}};
            QVERIFY(storage->setAttributes(attributes).ok());
        }
        for (const auto& [command, code] : {std::pair("report", 0), std::pair("compare", 3)}) {
            std::ostringstream out, err;
            Terminal terminal(out, err, false);
            QCOMPARE(runCommandLine({command, path("compared.db")}, terminal, {}), code);
            const QString said = QString::fromStdString(err.str());
            QCOMPARE(said.count("reweigh:variants"), 1);
            QVERIFY2(said.contains("compared.db cannot be read") && !said.contains("damaged"), qPrintable(said));
            QVERIFY(code != 0 || out.str().find("0.8125") != std::string::npos);
        }
    }

    /// What no code expects is still one sentence and a documented code.
    void noExceptionLeaves()
    {
        const auto code = [](auto thrown) {
            std::ostringstream out, err;
            Terminal terminal(out, err, false);
            terminal.json = true;
            const int exit = withoutExceptions(terminal, [&]() -> int { throw thrown; });
            const QString sentence = QString::fromStdString(err.str());
            if (!sentence.startsWith("reweigh: ") || sentence.count('\n') != 1)
                return -1;
            return nlohmann::json::parse(out.str()).at("error").at("exit") == exit ? exit : -2;
        };
        QCOMPARE(code(std::bad_alloc()), 5);
        QCOMPARE(code(std::filesystem::filesystem_error("open", "b\xff", std::make_error_code(std::errc::permission_denied))), 3);
        QCOMPARE(code(std::runtime_error("planned \xff")), 1);
        QCOMPARE(code(7), 1);
    }

    /// Nor does one end the program without a sentence that leaves a thread of a library's.
    void noExceptionEndsTheProgram_data()
    {
        QTest::addColumn<bool>("memory");
        QTest::addColumn<int>("code");
        QTest::newRow("out of memory") << true << 5;
        QTest::newRow("any other") << false << 1;
    }

    void noExceptionEndsTheProgram()
    {
        QFETCH(bool, memory);
        QFETCH(int, code);
        int ends[2];
        QVERIFY(::pipe(ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(ends[1], STDERR_FILENO);
            prepareProcess();
            const auto fail = [memory] {
                if (memory)
                    throw std::bad_alloc();
                throw std::runtime_error("planned\nhere");
            };
            const auto thread = [&]() noexcept { fail(); };
            thread();
            ::_exit(0);
        }
        QVERIFY(child > 0);
        ::close(ends[1]);
        QFile pipe;
        QVERIFY(pipe.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
        const QByteArray sentence = pipe.readAll();
        int status = 0;
        QVERIFY(::waitpid(child, &status, 0) == child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), code);
        QVERIFY2(sentence.startsWith("reweigh: ") && sentence.count('\n') == 1, sentence.constData());
    }

    /// A full disk or a closed stream behind standard output: the result is not whole, and whoever runs the program must know.
    void lostOutputIsTold()
    {
        struct Stream : std::streambuf { // takes `room` characters, then fails with `failure`
            int m_room, m_failure;
            Stream(int room, int failure)
                : m_room(room)
                , m_failure(failure)
            {
            }
            int overflow(int c) override
            {
                if (m_room-- > 0)
                    return c;
                errno = m_failure;
                return traits_type::eof();
            }
        };
        for (const bool json : {false, true})
            for (const int room : {0, 10})
                for (const auto& [failure, code, words] :
                     {std::tuple(ENOSPC, 1, "No space left"), std::tuple(EBADF, 1, "Bad file descriptor"), std::tuple(EPIPE, 141, "")}) {
                    Stream lost(room, failure);
                    std::ostream out(&lost);
                    std::ostringstream err;
                    Terminal terminal(out, err, false);
                    std::vector<std::string> arguments = {"methods"};
                    if (json)
                        arguments.emplace_back("--json");
                    QCOMPARE(runCommandLine(arguments, terminal, {}), code);
                    const QString sentence = QString::fromStdString(err.str());
                    QCOMPARE(sentence.count('\n'), failure == EPIPE ? 0 : 1);
                    QVERIFY2(sentence.contains(words), qPrintable(sentence));
                }
        Stream lost(0, ENOSPC);
        std::ostream out(&lost);
        std::ostringstream err;
        Terminal terminal(out, err, false);
        QCOMPARE(runCommandLine({"report", "--json", path("none.db")}, terminal, {}), 3); // the first fault counts
        QCOMPARE(runCommandLine({"--help"}, terminal, {}), 1);
    }

    void machinesGetJson()
    {
        std::ostringstream out, err;
        Terminal terminal(out, err, false);
        QCOMPARE(runCommandLine({"data", "--json", "--dataset", "synthetic", "--noise-rate", "2"}, terminal, {}), 3);
        const auto json = nlohmann::json::parse(out.str());
        QCOMPARE(json.at("error").at("code"), nlohmann::json("value_out_of_range"));
        QCOMPARE(json.at("error").at("where"), nlohmann::json("noise-rate"));
    }
};

QTEST_GUILESS_MAIN(tst_BadInput)
#include "tst_badinput.moc"
