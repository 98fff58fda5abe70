// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/CachingAllocator.h"
#include "tests/bench/Turns.h"
#include "tests/support/ShortSpins.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;
using namespace reweigh::bench;

/// That a benchmark is fair: a shell script stands in the peer's place and writes down what it is asked.
class tst_Turns : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    /// The script answers every line with 10 ms; returns what it wrote down.
    QStringList askedFor(const StepCase& which, StepResult& result)
    {
        const QString script = m_dir.filePath("peer.sh"), log = m_dir.filePath("log");
        QFile::remove(log);
        QFile file(script);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(QString("case \"$*\" in *\"--precision bf16\"*) p=bf16 ;; *\"--precision fp32\"*) p=fp32 ;; *) p=other ;; esac\n"
                           "echo \"$p spins ${GOMP_SPINCOUNT-none}\" >>'%1'\n"
                           "while read -r line; do echo \"$p $line\" >>'%1'; echo 10; done\n")
                       .arg(log)
                       .toUtf8());
        file.close();
        result = takeTurns(which, {.python = "sh", .rounds = 2, .threads = 1, .peer = script.toStdString()});
        QFile read(log);
        return read.open(QIODevice::ReadOnly) ? QString::fromUtf8(read.readAll()).split('\n', Qt::SkipEmptyParts) : QStringList();
    }

    static StepCase smallStep(Precision precision)
    {
        return {.method = "exact", .model = "mlp", .precision = precision, .shape = {8, 8, 1}, .batch = 8, .hidden = {4}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        CachingAllocator::install();
        qputenv("GOMP_SPINCOUNT", "10000"); // as startWithShortSpins() leaves them
        qputenv(test::ownSpins, "1");
    }

    /// The exact step in bf16 had no peer in bf16, one side was timed more often than the other, and the peer inherited our spins.
    void theExactStepInBf16()
    {
        StepResult result;
        QStringList asked = askedFor(smallStep(Precision::Bf16), result);
        QStringList starts = asked.filter("spins"); // of two processes, in any order
        starts.sort();
        QCOMPARE(starts, (QStringList{"bf16 spins none", "fp32 spins none"}));
        const QStringList lines = asked.filter(QRegularExpression("^\\w+ (\\d+|memory)$"));
        QCOMPARE(lines, (QStringList{"fp32 20", "bf16 20", // warm
                                     "fp32 10", "bf16 10", // a round,
                                     "bf16 10", "fp32 10", // and one in the opposite order
                                     "fp32 memory"}));
        QCOMPARE(result.peer, std::optional(1.0));
        QCOMPARE(result.narrowPeer, std::optional(1.0));
        QVERIFY(result.ours && result.plain && *result.ours > 0.0);
    }

    void theExactStepInFp32()
    {
        StepResult result;
        const QStringList asked = askedFor(smallStep(Precision::Fp32), result);
        QCOMPARE(asked, (QStringList{"fp32 spins none", "fp32 20", "fp32 10", "fp32 10", "fp32 memory"}));
        QVERIFY(result.peer && !result.narrowPeer);
    }

    /// Spins that the user has set are the peer's, too.
    void spinsOfTheUser()
    {
        qunsetenv(test::ownSpins);
        StepResult result;
        QCOMPARE(askedFor(smallStep(Precision::Fp32), result).value(0), QString("fp32 spins 10000"));
        qputenv(test::ownSpins, "1");
    }
};

QTEST_GUILESS_MAIN(tst_Turns)
#include "tst_turns.moc"
