// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/storage/StudyFolder.h"
#include "core/storage/WriterLock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;
namespace fs = std::filesystem;

/// Where a study's files lie, said in one place.
class tst_StudyFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    fs::path path(const std::string& name) const { return fs::path(m_dir.path().toStdString()) / name; }

    static void touch(const fs::path& file)
    {
        QVERIFY(makeFolder(file.parent_path()).ok());
        QVERIFY(writeFileAtomic(file, "x").ok());
    }

private Q_SLOTS:
    void whatAPathMeans()
    {
        touch(path("one/study.db"));
        touch(path("one/other.db"));
        QCOMPARE(StudyFolder::at(path("one")).file(), path("one/study.db"));
        QCOMPARE(StudyFolder::at(path("one/other.db")).file(), path("one/other.db"));
        QCOMPARE(StudyFolder::in(path("later")).file(), path("later/study.db"));
        QVERIFY(StudyFolder::at(path("one")).isUsual() && !StudyFolder::at(path("one/other.db")).isUsual());
        ExperimentConfig config{.outDir = "somewhere"};
        QCOMPARE(StudyFolder::of(config).file(), fs::path("somewhere/study.db"));
        config.search.study = "mine.db";
        QCOMPARE(StudyFolder::of(config).file(), fs::path("mine.db"));
        QCOMPARE(StudyFolder::of(config).trialRun(3, 1), fs::path("artifacts/trial-0003"));
    }

    /// The names that versions of before wrote, and will be looked for.
    void names()
    {
        const StudyFolder study = StudyFolder::in("s");
        QCOMPARE(StudyFolder::trialRunName(7, 1), fs::path("artifacts/trial-0007"));
        QCOMPARE(StudyFolder::trialRunName(12345, 2), fs::path("artifacts/trial-12345-attempt-2"));
        QCOMPARE(study.armRun("fixed-searched-input", 2), fs::path("s/arms/fixed-searched-input/seed-2"));
        QCOMPARE(study.variantRun("fixed-0a1b2c3d", 1), fs::path("s/variants/fixed-0a1b2c3d/seed-1"));
        QCOMPARE(study.bestArchitectures(), fs::path("s/best.json"));
        QCOMPARE(study.marks(), fs::path("s/study.db.marks.json"));
    }

    void lastAttempt()
    {
        const StudyFolder study = StudyFolder::in(path("attempts"));
        QCOMPARE(study.lastAttempt(4), 0);
        QVERIFY(makeFolder(study.trialRun(4, 1)).ok());
        QCOMPARE(study.lastAttempt(4), 1);
        QVERIFY(makeFolder(study.trialRun(4, 2)).ok());
        QCOMPARE(study.lastAttempt(4), 2);
        QCOMPARE(study.lastAttempt(5), 0);
    }

    void removesItsOwnAndNothingElse()
    {
        const StudyFolder study = StudyFolder::in(path("own"));
        const StudyFolder random = StudyFolder::in(study.randomSearch());
        for (const fs::path& file : {study.file(), study.marks(), study.marks("one of two"), study.title("one of two"),
                                     study.bestArchitectures(), study.trialRun(0, 1) / "run.json", study.variantRun("ce-1", 1) / "run.json",
                                     study.armRun("ce", 1) / "run.json", random.file(), random.trialRun(0, 1) / "run.json"})
            touch(file);
        for (const char* theirs : {"own/notes.txt", "own/random/notes.txt", "own/data/a.png", "own/left-out-12345678.csv",
                                   "own/study.db.copy.db", "own/study.db.copy.db.marks.json"})
            touch(path(theirs));
        QVERIFY(study.remove().ok());
        QStringList left;
        for (const auto& entry : fs::recursive_directory_iterator(path("own")))
            if (entry.is_regular_file())
                left << QString::fromStdString(entry.path().lexically_relative(path("own")).string());
        left.sort();
        QCOMPARE(left, QStringList({"data/a.png", "left-out-12345678.csv", "notes.txt", "random/notes.txt", "study.db.copy.db",
                                    "study.db.copy.db.marks.json"}));
        touch(path("not ours/random/notes.txt"));
        QVERIFY(StudyFolder::in(path("not ours")).remove().ok());
        QVERIFY(fs::exists(path("not ours/random/notes.txt")));
    }

    /// A demo thrown away while another process ran it lost that one's trials.
    void whatIsBeingWrittenStays()
    {
        const StudyFolder study = StudyFolder::in(path("written"));
        touch(study.file());
        {
            const Result<WriterLock> writer = WriterLock::acquire(study.file());
            QVERIFY(writer.ok());
            const Status removed = study.remove();
            QVERIFY(!removed.ok() && removed.error().code == ErrorCode::StudyLocked);
            QVERIFY(fs::exists(study.file()));
        }
        QVERIFY(study.remove().ok());
        QVERIFY(fs::is_empty(path("written")));
    }

    void neighbours()
    {
        for (const char* study :
             {"beside/c/study.db", "beside/a/study.db", "beside/b\xff/study.db", "beside/a/other.db", "beside/a/third.db"})
            touch(path(study));
        const StudyFolder first = StudyFolder::in(path("beside/a"));
        QVERIFY(first.neighbours(10) == (std::vector<fs::path>{path("beside/b\xff/study.db"), path("beside/c/study.db")}));
        QCOMPARE(first.neighbours(1).size(), std::size_t(1));
        const StudyFolder named = StudyFolder::ofFile(path("beside/a/other.db"));
        QVERIFY(named.neighbours(10) == (std::vector<fs::path>{path("beside/a/study.db"), path("beside/a/third.db")}));
        QVERIFY(StudyFolder::in(path("nowhere/at all")).neighbours(10).empty());
    }
};

QTEST_APPLESS_MAIN(tst_StudyFolder)
#include "tst_studyfolder.moc"
