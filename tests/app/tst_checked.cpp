// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"
#include "tests/support/ImageFiles.h"
#include "tests/support/Program.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// A user's folder with noisy labels: MW-Net is refused until it is said which labels are right, or that images are chosen by loss; then
/// every command says what its figures stand on.
class tst_Checked : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const QString& name) const { return m_dir.filePath(name); }

    QStringList folder(const QString& name) const { return ownFolder(path(name)); }
    QStringList training(const QString& name) const { return ownTraining(path(name), 3); }

    QStringList search(const QString& name, const QString& out) const
    {
        return QStringList{"search", "--trials", "2", "--max-nodes", "8", "--objective-epochs", "1", "--out", path(out)} + training(name);
    }

    static std::string labelsOf(const nlohmann::json& data, const char* split)
    {
        return data.at("data").at(std::string(split) + "_labels").get<std::string>();
    }

    static constexpr const char* pseudoWords = "meta set: pseudo, chosen by loss, not checked";

private Q_SLOTS:
    void initTestCase()
    {
        writeImageFolder(path("noisy"), {"apple", "kiwi", "plum"}, 30);
        writeImageFolder(path("parts/train"), {"apple", "kiwi", "plum"}, 20);
        writeImageFolder(path("parts/clean"), {"apple", "kiwi", "plum"}, 10, 1);
        writeImageFolder(path("parts/test"), {"apple", "kiwi", "plum"}, 5, 2);
        QByteArray list;
        for (const char* name : {"apple", "kiwi", "plum"})
            for (int i = 0; i < 12; ++i)
                list += name + QString("/%1.png\n").arg(i, 3, 10, QChar('0')).toUtf8();
        writeBytes(path("checked.txt"), list);
        QVERIFY(QDir::setCurrent(m_dir.path()));
    }

    void whoLearnsFromAMetaSetIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("weighting");
        QTest::newRow("train") << QStringList{"train", "--out", path("refused")} + training("noisy") << "mwnet";
        QTest::newRow("L2RW") << QStringList{"train", "--weighting", "l2rw", "--out", path("refused")} + training("noisy") << "l2rw";
        QTest::newRow("noise on top") << QStringList{"train", "--noise-type", "uniform", "--out", path("refused")} + training("noisy")
                                      << "mwnet";
        QTest::newRow("search") << search("noisy", "refused") << "mwnet";
    }

    void whoLearnsFromAMetaSetIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, weighting);
        const ProgramOutcome outcome = runProgram(arguments);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.err.count('\n'), 1);
        for (const QByteArray& words : {"reweigh: " + weighting.toUtf8(), QByteArray("--clean"), QByteArray("--meta pseudo")})
            QVERIFY2(outcome.err.contains(words), outcome.err.constData());
        QVERIFY(!QDir(path("refused")).exists());
    }

    void whatDoesNotIsTrained()
    {
        const ProgramOutcome outcome =
            runProgram(QStringList{"train", "--json", "--weighting", "none", "--out", path("plain")} + folder("noisy")
                       + QStringList{"--model", "mlp", "--epochs", "1", "--threads", "1", "--device", "cpu"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("meta and validation images not checked; test images not checked"), outcome.err.constData());
        QCOMPARE(labelsOf(outcome.json(), "validation"), std::string("unchecked"));
    }

    void withAListOfCheckedImages()
    {
        const QStringList list = {"--clean", path("checked.txt")};
        const ProgramOutcome data = runProgram(QStringList{"data", "--json"} + folder("noisy") + list);
        QVERIFY2(data.code == 0, data.err.constData());
        QCOMPARE(data.json().at("set").at("test_from").get<std::string>(), std::string("clean"));
        QCOMPARE(data.json().at("set").at("checked_images").get<int>(), 36);
        QCOMPARE(data.json().at("set").at("test_images").get<int>(), 6); // a fifth of twelve, of each class
        QCOMPARE(data.json().at("train").get<int>(), 90 - 6 - 24);
        const ProgramOutcome trained = runProgram(QStringList{"train", "--json", "--out", path("listed")} + training("noisy") + list);
        QVERIFY2(trained.code == 0, trained.err.constData());
        QVERIFY2(trained.err.contains("meta and validation images from the checked ones; test images from the checked ones"),
                 trained.err.constData());
        for (const char* split : {"meta", "validation", "test"})
            QCOMPARE(labelsOf(trained.json(), split), std::string("checked"));
        const ProgramOutcome few = runProgram(QStringList{"data", "--meta-per-class", "30"} + folder("noisy").mid(0, 6) + list);
        QCOMPARE(few.code, 3);
        const ProgramOutcome fewChecked = runProgram(QStringList{"data"} + folder("noisy").mid(0, 6)
                                                     + QStringList{"--meta-per-class", "8", "--val-per-class", "8"} + list);
        QVERIFY2(fewChecked.code == 3 && fewChecked.err.contains("has too few checked images (10) to hold 16 out; check more of them"),
                 fewChecked.err.constData());
    }

    void withAFolderOfCheckedImages()
    {
        const ProgramOutcome trained = runProgram(QStringList{"train", "--json", "--out", path("foldered")} + training("parts"));
        QVERIFY2(trained.code == 0, trained.err.constData());
        QVERIFY2(trained.err.contains("meta and validation images from the checked ones; test images from a folder of their own"),
                 trained.err.constData());
        QCOMPARE(labelsOf(trained.json(), "test"), std::string("given"));
    }

    void whereEveryLabelIsSaidToBeRight()
    {
        const ProgramOutcome trained = runProgram(
            QStringList{"train", "--json", "--clean", "all", "--noise-type", "uniform", "--out", path("stated")} + training("noisy"));
        QVERIFY2(trained.code == 0, trained.err.constData());
        QVERIFY2(trained.err.contains("labels made wrong (uniform 0.4)") && trained.err.contains("every label said to be right"),
                 trained.err.constData());
        const ProgramOutcome unused = runProgram(QStringList{"data", "--clean", "all"});
        QVERIFY2(unused.code == 2 && unused.err.contains("dataset folder"), unused.err.constData());
    }

    /// Chosen by loss: search, its continuation, comparison and report say so; a training that is continued is the same.
    void withAPseudoMetaSet()
    {
        const QStringList pseudo = {"--meta", "pseudo"};
        const ProgramOutcome searched = runProgram(search("noisy", "study") + pseudo + QStringList{"--json"});
        QVERIFY2(searched.code == 0, searched.err.constData());
        QVERIFY2(searched.err.contains(pseudoWords) && searched.err.contains("validation images not checked"), searched.err.constData());
        QCOMPARE(labelsOf(searched.json(), "meta"), std::string("pseudo"));
        const ProgramOutcome compared = runProgram(
            {"compare", path("study"), "--variants", "searched", "--variants", "ce", "--variant-seeds", "2", "--workers", "2", "--json"});
        QVERIFY2(compared.code == 0, compared.err.constData());
        QVERIFY2(compared.err.contains(pseudoWords), compared.err.constData());
        const ProgramOutcome report = runProgram({"report", path("study"), "--json"});
        QVERIFY2(report.code == 0 && report.err.contains(pseudoWords), report.err.constData());
        const ProgramOutcome table = runProgram({"report", path("study")});
        QVERIFY2(table.out.contains(QByteArray("what the figures stand on: ") + pseudoWords), table.out.constData());
        // Another way to take the meta set is another study.
        const ProgramOutcome other = runProgram(search("noisy", "study") + QStringList{"--resume", "--clean", "all", "--meta", "drawn"});
        QCOMPARE(other.code, 3);
        QVERIFY2(other.err.contains("meta"), other.err.constData());
        // Nor are its labels right from now on: it would train as before, and say so of every figure.
        const ProgramOutcome stated = runProgram({"search", "--resume", "--clean", "all", "--trials", "3", "--out", path("study")});
        QCOMPARE(stated.code, 3);
        QVERIFY2(stated.err.contains("clean (none there; all here)); give the data it was made with, or another --out"),
                 stated.err.constData());
        for (const char* run : {"first", "second"}) {
            const ProgramOutcome trained = runProgram(QStringList{"train", "--json", "--out", path(run)} + training("noisy") + pseudo);
            QVERIFY2(trained.code == 0, trained.err.constData());
            QVERIFY(trained.json().at("epochs").at(0).at("meta").at("loss").is_null()); // before the choice
            QVERIFY(trained.json().at("epochs").at(2).at("meta").at("loss").is_number());
        }
        QCOMPARE(readBytes(path("first/weights.npy")), readBytes(path("second/weights.npy")));
    }

    /// What an earlier version began on a folder goes on: there every label counted as right.
    void whatWasBegunBeforeGoesOn()
    {
        const ProgramOutcome begun = runProgram(search("noisy", "before") + QStringList{"--clean", "all"});
        QVERIFY2(begun.code == 0, begun.err.constData());
        {
            const auto storage = SqlStorage::open(path("before/study.db").toStdString(), StorageMode::Write);
            QVERIFY(storage.ok());
            nlohmann::json config = (*storage)->attributes()->user.at(attribute::config);
            nlohmann::json& settings = config.contains("settings") ? config.at("settings") : config;
            for (const char* key : {"clean", "meta", "pseudo-warm-up"})
                QCOMPARE(int(settings.erase(key)), 1);
            QVERIFY((*storage)->setAttributes({.user = {{attribute::config, config}}}).ok());
        }
        const ProgramOutcome resumed = runProgram(search("noisy", "before") + QStringList{"--resume", "--trials", "3"});
        QVERIFY2(resumed.code == 0, resumed.err.constData());
        QVERIFY2(resumed.err.contains("settings that are not given are those of the study"), resumed.err.constData());
        const ProgramOutcome compared =
            runProgram({"compare", path("before"), "--variants", "fixed", "--variants", "ce", "--variant-seeds", "1"});
        QVERIFY2(compared.code == 0, compared.err.constData());

        QVERIFY(runProgram(QStringList{"train", "--clean", "all", "--out", path("run")} + training("noisy")).code == 0);
        nlohmann::json run = nlohmann::json::parse(readBytes(path("run/run.json")).toStdString());
        for (const char* key : {"clean", "meta", "pseudo-warm-up"})
            QCOMPARE(int(run.at("config").erase(key)), 1);
        writeBytes(path("run/run.json"), QByteArray::fromStdString(run.dump()));
        const ProgramOutcome again = runProgram(QStringList{"train", "--resume", "--out", path("run")} + training("noisy"));
        QVERIFY2(again.code == 0 && again.err.contains("as the run was begun: clean all"), again.err.constData());
    }

    void aPlanSaysItOfItsCells()
    {
        nlohmann::json settings = {{"dataset", "folder"},  {"data-dir", path("noisy").toStdString()},
                                   {"image-size", 8},      {"meta-per-class", 4},
                                   {"val-per-class", 4},   {"model", "mlp"},
                                   {"epochs", 3},          {"batch-size", 16},
                                   {"threads", 1},         {"device", "cpu"},
                                   {"meta-batch-size", 12}};
        const auto write = [&](const char* name) {
            writeBytes(path(name), QByteArray::fromStdString(
                                       nlohmann::json{{"settings", settings}, {"seeds", 2}, {"variants", {"fixed", "ce"}}}.dump()));
        };
        write("refused.json");
        const ProgramOutcome refused = runProgram({"run", path("refused.json")});
        QVERIFY2(refused.code == 3 && refused.err.contains("--meta pseudo"), refused.err.constData());
        settings["meta"] = "pseudo";
        write("pseudo.json");
        const ProgramOutcome made = runProgram({"run", path("pseudo.json")});
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY2(made.out.contains(QByteArray("what the figures stand on: ") + pseudoWords), made.out.constData());
        const ProgramOutcome report = runProgram({"report", path("pseudo.json"), "--json"});
        QVERIFY2(report.code == 0, report.err.constData());
        QCOMPARE(report.json().at("cells").at(0).at("meta_labels").get<std::string>(), std::string("pseudo"));
    }
};

QTEST_GUILESS_MAIN(tst_Checked)
#include "tst_checked.moc"
