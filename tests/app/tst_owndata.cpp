// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"
#include "tests/support/ImageFiles.h"
#include "tests/support/Program.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace reweigh;
using namespace reweigh::test;

/// A user's own images: nothing of them is changed unasked, and no data set is taken for another.
class tst_OwnData : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const QString& name) const { return m_dir.filePath(name); }

    QStringList folder(const QString& name) const { return ownFolder(path(name)); }
    QStringList training(const QString& name) const { return ownTraining(path(name), 1) + QStringList{"--clean", "all"}; }

    QStringList search(const QString& name) const { return QStringList{"search", "--trials", "1", "--max-nodes", "8"} + training(name); }

    static constexpr const char* untouched = "data: labels as they are, every image kept";

private Q_SLOTS:
    void initTestCase()
    {
        writeImageFolder(path("fruit"), {"apple", "kiwi", "plum"}, 30);
        writeImageFolder(path("cars"), {"audi", "bmw", "fiat"}, 30, 1);
        QVERIFY(QDir::setCurrent(m_dir.path())); // studies without --out lie here
    }

    void dataSaysWhatTheFolderHolds()
    {
        const ProgramOutcome text = runProgram(QStringList{"data"} + folder("fruit"));
        QVERIFY2(text.code == 0, text.err.constData());
        for (const char* words : {untouched, "72 training and 18 test images, 8x8x3", "a fifth of each class", "apple"})
            QVERIFY2(text.out.contains(words), text.out.constData());
        QVERIFY2(text.out.contains("meta and validation images not checked; test images not checked"), text.out.constData());
        QVERIFY2(!text.out.contains("clean set") && !text.out.contains("right"), text.out.constData()); // nobody knows
        const ProgramOutcome json = runProgram(QStringList{"data", "--json"} + folder("fruit"));
        QCOMPARE(json.json().at("data").at("labels_changed").get<int>(), 0);
        QCOMPARE(json.json().at("data").at("images_left_out").get<int>(), 0);
        QCOMPARE(json.json().at("data").at("training_images").get<int>(), 48);
        QCOMPARE(json.json().at("set").at("test_from").get<std::string>(), std::string("fifth"));
        QCOMPARE(json.json().at("set").at("classes").at(1).at("test_images").get<int>(), 6);
    }

    /// Held out images made the imbalance that the folder was said to have.
    void whatHeldOutImagesTakeIsSaid()
    {
        writeImageFolder(path("few"), {"apple"}, 40);
        writeImageFolder(path("few"), {"kiwi"}, 20);
        const QStringList held = folder("few") + QStringList{"--val-per-class", "10"};
        const ProgramOutcome text = runProgram(QStringList{"data"} + held);
        QVERIFY2(text.code == 0, text.err.constData());
        for (const char* words : {"every image kept but the 28 of 48 that are held out",
                                  "few images left to train on: meta and validation images take 14 of the 16 of kiwi, the smallest class; "
                                  "lower --val-per-class",
                                  "imbalance of all training images 2.0, of those trained on by original labels 9.0, by observed ones 9.0"})
            QVERIFY2(text.out.contains(words), text.out.constData());
        const nlohmann::json json = runProgram(QStringList{"data", "--json"} + held).json();
        QCOMPARE(json.at("set_imbalance").get<double>(), 2.0);
        QCOMPARE(json.at("data").at("held_out_images").get<int>(), 28);
        QVERIFY(!runProgram(QStringList{"data"} + folder("few")).out.contains("few images left")); // 8 of 16
    }

    void whatIsAskedForIsDoneAndSaid()
    {
        const ProgramOutcome noisy = runProgram(
            QStringList{"data", "--noise-type", "symmetric", "--noise-rate", "0.5", "--imbalance-type", "step", "--imbalance-factor", "4"}
            + folder("fruit"));
        QVERIFY2(noisy.code == 0, noisy.err.constData());
        QVERIFY2(noisy.out.contains("labels made wrong (symmetric 0.5)"), noisy.out.constData());
        QVERIFY2(noisy.out.contains("(step imbalance 4)"), noisy.out.constData());
        writeBytes(path("noisy.json"), R"({"noise-type": "uniform"})");
        QVERIFY(runProgram(QStringList{"data", "--config", path("noisy.json")} + folder("fruit"))
                    .out.contains("labels made wrong (uniform 0.4)"));
        QVERIFY(runProgram(QStringList{"data", "--train-limit", "30"} + folder("fruit"))
                    .out.contains("images left out: 18 (at most 30 asked for)"));
    }

    void trainAndSearchTouchNothing()
    {
        const ProgramOutcome trained = runProgram(QStringList{"train", "--json", "--out", path("run")} + training("fruit"));
        QVERIFY2(trained.code == 0, trained.err.constData());
        QVERIFY2(trained.err.contains(untouched), trained.err.constData());
        QCOMPARE(trained.json().at("data").at("labels_changed").get<int>(), 0);
        const ProgramOutcome searched = runProgram(search("fruit") + QStringList{"--json", "--out", path("study")});
        QVERIFY2(searched.code == 0, searched.err.constData());
        QVERIFY2(searched.err.contains(untouched), searched.err.constData());
        QCOMPARE(searched.json().at("data").at("images_left_out").get<int>(), 0);
        const ProgramOutcome report = runProgram({"report", path("study"), "--json"});
        QVERIFY2(report.err.contains(untouched), report.err.constData());
        QCOMPARE(report.json().at("data").at("labels_changed").get<int>(), 0);
    }

    void twoFoldersAreTwoStudies()
    {
        for (const char* name : {"fruit", "cars"}) {
            const ProgramOutcome searched = runProgram(search(name));
            QVERIFY2(searched.code == 0, searched.err.constData());
        }
        // Found by its data alone, a study goes on with its own training.
        const ProgramOutcome resumed = runProgram(QStringList{"search", "--resume", "--trials", "2", "--clean", "all"} + folder("fruit"));
        QVERIFY2(resumed.code == 0, resumed.err.constData());
        QVERIFY2(resumed.err.contains("are those of the study in studies/folder-"), resumed.err.constData());
        QCOMPARE(QDir(path("studies")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
    }

    void anotherSetIsRefusedByName()
    {
        const QStringList resume = {"--resume", "--out", path("study")};
        const auto refused = [](const QStringList& arguments, std::initializer_list<const char*> words) {
            const ProgramOutcome outcome = runProgram(arguments);
            QCOMPARE(outcome.code, 3);
            for (const char* word : words)
                QVERIFY2(outcome.err.contains(word), outcome.err.constData());
        };
        refused(search("cars") + resume, {"class names (apple, kiwi, plum there; audi, bmw, fiat here)", "pixels"});
        refused({"compare", path("study"), "--data-dir", path("cars")}, {"class names", "pixels"});
        refused(search("fruit") + resume + QStringList{"--image-size", "10"}, {"image-size"});
        refused(QStringList{"train", "--resume", "--out", path("run")} + training("cars"), {"class names", "pixels"});
        // Two images change places: the labels are what they were.
        const QByteArray first = readBytes(path("fruit/apple/000.png")), second = readBytes(path("fruit/kiwi/001.png"));
        writeBytes(path("fruit/apple/000.png"), second);
        writeBytes(path("fruit/kiwi/001.png"), first);
        refused(search("fruit") + resume, {"pixels"});
        refused(QStringList{"train", "--resume", "--out", path("run")} + training("fruit"), {"pixels"});
        writeBytes(path("fruit/apple/000.png"), first);
        writeBytes(path("fruit/kiwi/001.png"), second);
        const ProgramOutcome same = runProgram(search("fruit") + resume);
        QVERIFY2(same.code == 0, same.err.constData());
        QVERIFY2(!same.err.contains("cannot be checked"), same.err.constData());
    }

    /// A study whose fingerprint knows labels only is gone on with, and the doubt is said.
    void aStudyOfBeforeIsOpened()
    {
        {
            const auto storage = SqlStorage::open(path("study/study.db").toStdString(), StorageMode::Write);
            QVERIFY(storage.ok());
            nlohmann::json fingerprint = (*storage)->attributes()->user.at(attribute::fingerprint);
            nlohmann::json& inner = fingerprint.at("fingerprint");
            inner["version"] = 1;
            inner.erase("effect");
            for (const char* key : {"pixels", "files", "class-names", "image", "test-labels"})
                inner.at("dataset").erase(key);
            QVERIFY((*storage)->setAttributes({.user = {{attribute::fingerprint, fingerprint}}}).ok());
        }
        for (const QStringList& arguments :
             {search("fruit") + QStringList{"--resume", "--out", path("study")}, QStringList{"report", path("study")}}) {
            const ProgramOutcome outcome = runProgram(arguments);
            QVERIFY2(outcome.code == 0, outcome.err.constData());
            QVERIFY2(outcome.err.contains("cannot be checked"), outcome.err.constData());
        }
    }

    void foldersThatAreNoneSayWhatMendsThem_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("words");
        QDir().mkpath(path("empty"));
        QDir().mkpath(path("hollow/a"));
        writeBytes(path("hollow/b/1.png"), "x");
        writeBytes(path("single/only/1.png"), "x");
        writeBytes(path("lone/a/1.png"), "x");
        writeBytes(path("lone/b/1.png"), "x");
        for (int c = 0; c <= 1000; ++c)
            QDir().mkpath(path("crowd") + QStringLiteral("/%1").arg(c));
        QTest::newRow("no class folder") << "empty"
                                         << "a folder of its own";
        QTest::newRow("an empty class") << "hollow"
                                        << "hollow/a holds no image";
        QTest::newRow("one class") << "single"
                                   << "one class folder only (only)";
        QTest::newRow("too many classes") << "crowd"
                                          << "crowd holds 1001 class folders, and 1000 are the most there may be; name the folder whose "
                                             "folders are classes, or join some.";
        QTest::newRow("none left to test on") << "lone"
                                              << "add images";
    }

    void foldersThatAreNoneSayWhatMendsThem()
    {
        QFETCH(QString, folder);
        QFETCH(QString, words);
        const ProgramOutcome outcome = runProgram({"data", "--dataset", "folder", "--data-dir", path(folder)});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(QString::fromUtf8(outcome.err).contains(words), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("restore a copy"), outcome.err.constData());
        QCOMPARE(outcome.err.count('\n'), 1);
    }

    /// Every file that cannot be read is named; on request they are left out, and the data are those without them.
    void brokenImagesAreListedAndLeftOutOnRequest()
    {
        writeImageFolder(path("mixed"), {"a", "b"}, 20);
        const ProgramOutcome whole = runProgram(QStringList{"data", "--json"} + folder("mixed"));
        QCOMPARE(whole.json().at("set").at("folder").at("unreadable").size(), std::size_t(0));
        writeBytes(path("mixed/a/broken.png"), "no image");
        writeBytes(path("mixed/b/list.txt"), "no image either");
        const ProgramOutcome refused = runProgram(QStringList{"data"} + folder("mixed"));
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.err.contains("1 of 41: a/broken.png (") && refused.err.contains("--skip-broken"), refused.err.constData());
        QCOMPARE(refused.err.count('\n'), 1);
        const ProgramOutcome data = runProgram(QStringList{"data", "--json", "--skip-broken"} + folder("mixed"));
        QVERIFY2(data.code == 0, data.err.constData());
        const nlohmann::json facts = data.json().at("set").at("folder");
        QCOMPARE(facts.at("unreadable").at(0).at("path").get<std::string>(), std::string("a/broken.png"));
        QCOMPARE(facts.at("other_files").get<int>(), 1);
        QCOMPARE(data.json().at("fingerprint_code"), whole.json().at("fingerprint_code"));
        const ProgramOutcome trained =
            runProgram(QStringList{"train", "--json", "--skip-broken", "--out", path("mixed-run")} + training("mixed"));
        QVERIFY2(trained.code == 0, trained.err.constData());
        QVERIFY2(trained.err.contains("folder: image files left out that cannot be read: 1 (the first is a/broken.png: "),
                 trained.err.constData());
    }

    void namesThatAreNotUtf8AreWrittenAsJson()
    {
        writeImageFolder(path("odd"), {"a", "b"}, 20);
        const QByteArray odd = QFile::encodeName(path("odd")) + "/caf\xe9";
        QCOMPARE(std::rename((QFile::encodeName(path("odd")) + "/a").constData(), odd.constData()), 0);
        const ProgramOutcome outcome = runProgram(QStringList{"data", "--json"} + folder("odd"));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(outcome.json().at("classes").at(1).at("name").get<std::string>(), std::string("caf\\xE9"));
        std::filesystem::remove_all(odd.toStdString()); // Qt's temporary folder cannot
    }

    /// Of a study that was begun with a path from another folder it was said that there is no folder of a name that nobody had typed.
    void aPathFromAnotherFolder()
    {
        const QStringList begin = QStringList{"search", "--trials", "1", "--max-nodes", "8", "--out", path("relative")}
                                  + ownTraining("fruit", 1) + QStringList{"--clean", "all"};
        const ProgramOutcome begun = runProgram(begin);
        QVERIFY2(begun.code == 0, begun.err.constData());
        const ProgramOutcome resumed = runProgram(begin + QStringList{"--resume", "--variant-seeds", "7"});
        QVERIFY2(resumed.code == 0 && resumed.err.contains("variant-seeds stays 1"), resumed.err.constData());
        for (const QStringList& arguments : {QStringList{"compare", path("relative"), "--variants", "ce"},
                                             QStringList{"search", "--out", path("relative"), "--resume", "--trials", "2"}}) {
            QVERIFY(QDir::setCurrent(path("cars")));
            const ProgramOutcome lost = runProgram(arguments);
            const ProgramOutcome found = runProgram(arguments + QStringList{"--data-dir", path("fruit")});
            QVERIFY(QDir::setCurrent(m_dir.path()));
            QCOMPARE(lost.code, 3);
            QVERIFY2(lost.err.contains("begun with --data-dir fruit, a path from") && lost.err.contains("or give --data-dir"),
                     lost.err.constData());
            QVERIFY2(found.code == 0, found.err.constData());
        }
    }
};

QTEST_GUILESS_MAIN(tst_OwnData)
#include "tst_owndata.moc"
