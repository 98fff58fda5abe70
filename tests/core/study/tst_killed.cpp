// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"
#include "core/storage/SqlStorage.h"
#include "core/study/StudyLoop.h"
#include "tests/support/ScriptedObjective.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <csignal>
#include <thread>

using namespace reweigh;

/// A search in a process of its own, killed with SIGKILL over and over, is the search that nobody killed.
class tst_Killed : public QObject {
    Q_OBJECT

public:
    static constexpr int trials = 20;

    /// The child: goes on with the study until it has all trials. 0 done.
    static int search(const std::filesystem::path& file)
    {
        auto storage =
            std::filesystem::exists(file) ? SqlStorage::open(file, StorageMode::Write) : SqlStorage::create(file, "s", Direction::Maximize);
        if (!storage)
            return 2;
        auto loop = StudyLoop::open(*storage, makeTpeSampler(11));
        if (!loop)
            return 3;
        test::ScriptedObjective objective;
        objective.between = [] { std::this_thread::sleep_for(std::chrono::milliseconds(1)); };
        for (const std::int64_t number : (*loop)->interruptedTrials())
            if (!(*loop)->run(objective, (*loop)->resume(number)))
                return 4;
        while ((*loop)->count(TrialState::Complete) < trials) {
            const auto trial = (*loop)->begin();
            if (!trial || !(*loop)->run(objective, *trial))
                return 5;
        }
        return 0;
    }

private Q_SLOTS:
    void sameSearch()
    {
        QTemporaryDir dir;
        const auto whole = dir.filePath("whole.db").toStdString(), killed = dir.filePath("killed.db").toStdString();
        QCOMPARE(search(whole), 0);

        int kills = 0;
        for (int round = 0; round < 400; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {"--search", QString::fromStdString(killed)});
            QVERIFY(child.waitForStarted());
            // Longer each time, so that a slow machine gets on, too.
            if (child.waitForFinished(int(45 * std::pow(1.03, round)) + round * 17 % 60)) {
                QCOMPARE(child.exitCode(), 0);
                break;
            }
            ::kill(pid_t(child.processId()), SIGKILL);
            QVERIFY(child.waitForFinished());
            kills += child.exitStatus() == QProcess::CrashExit;
        }
        QVERIFY2(kills >= 3, qPrintable(QString("%1 kills").arg(kills)));

        const auto a = *(*SqlStorage::open(whole, StorageMode::Read))->trials();
        const auto b = *(*SqlStorage::open(killed, StorageMode::Read))->trials();
        QCOMPARE(b.size(), a.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            QVERIFY(b[i].state == TrialState::Complete);
            QVERIFY(b[i].parameters == a[i].parameters);
            QVERIFY(b[i].intermediate == a[i].intermediate && b[i].value == a[i].value);
        }
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--search")
        return tst_Killed::search(argv[2]);
    tst_Killed test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
