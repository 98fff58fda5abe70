// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MemoryStorage.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/SqlText.h"
#include "tests/contract/StorageContract.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace reweigh;

class tst_Storage : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }

private Q_SLOTS:
    void memory()
    {
        test::checkStorage([] { return std::make_shared<MemoryStorage>("m", Direction::Maximize); }, [](auto same) { return same; });
    }

    void sql()
    {
        test::checkStorage([&]() -> std::shared_ptr<StudyStorage> { return *SqlStorage::create(file("a.db"), "a", Direction::Maximize); },
                           [&](std::shared_ptr<StudyStorage> old) -> std::shared_ptr<StudyStorage> {
                               old.reset();
                               return *SqlStorage::open(file("a.db"), StorageMode::Write);
                           });
    }

    void readersSeeAWriterAtWork()
    {
        const auto writer = *SqlStorage::create(file("live.db"), "live", Direction::Maximize);
        const auto reader = *SqlStorage::open(file("live.db"), StorageMode::Read);
        for (int i = 1; i <= 20; ++i) {
            QVERIFY(writer->createTrial({.end = TrialEnd{TrialState::Complete, double(i)}}).ok());
            QCOMPARE(reader->trials()->size(), std::size_t(i));
        }
        QVERIFY(!reader->createTrial({}).ok());
    }

    void timesAreUtcAndExact()
    {
        const Timestamp time = currentTime();
        QCOMPARE(toSql(Timestamp(std::chrono::microseconds(1'700'000'000'000'042))), QString("2023-11-14 22:13:20.000042"));
        QVERIFY(timestampFromSql(toSql(time)) == time);
        QVERIFY(timestampFromSql("2026-02-03 04:05:06") == timestampFromSql("2026-02-03 04:05:06.000000"));
        QVERIFY(!timestampFromSql("yesterday"));
    }

    /// Functional at the size the program promises; the times are printed, not judged.
    void tenThousandTrials()
    {
        constexpr int count = 10000;
        QElapsedTimer clock;
        clock.start();
        {
            const auto storage = *SqlStorage::create(file("big.db"), "big", Direction::Maximize);
            for (int i = 0; i < count; ++i) {
                TrialUpdate update{.end = TrialEnd{TrialState::Complete, double(i * 7919 % count)}};
                for (int p = 0; p < 6; ++p)
                    update.parameters.push_back({"p" + std::to_string(p), FloatDistribution{}, (i + p) % 100 / 100.0});
                QVERIFY(storage->createTrial(update).ok());
            }
        }
        qInfo("wrote %d finished trials in %.2f s", count, clock.elapsed() / 1e3);
        clock.start();
        const auto storage = *SqlStorage::open(file("big.db"), StorageMode::Read);
        const auto trials = *storage->trials();
        const FrozenTrial* best = bestTrial(trials, storage->direction());
        qInfo("opened and found the best in %.2f s", clock.elapsed() / 1e3);
        QCOMPARE(trials.size(), std::size_t(count));
        QCOMPARE(*best->value, double(count - 1));
        QCOMPARE(best->parameters.size(), std::size_t(6));
    }
};

QTEST_GUILESS_MAIN(tst_Storage)
#include "tst_storage.moc"
