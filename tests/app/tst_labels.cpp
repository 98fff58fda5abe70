// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "tests/support/ImageFiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

using namespace reweigh;
using namespace reweigh::test;

/// `reweigh data` with labels from a file: what it says of them, and of a file that is not one.
class tst_Labels : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string path(const char* name) const { return m_dir.filePath(name).toStdString(); }

    struct Outcome {
        int code;
        QByteArray out, err;
        nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
    };

    static Outcome run(std::vector<std::string> arguments)
    {
        std::ostringstream out, err;
        Terminal terminal(out, err, false);
        const int code = runCommandLine(std::move(arguments), terminal, {});
        return {code, QByteArray::fromStdString(out.str()), QByteArray::fromStdString(err.str())};
    }

    std::vector<std::string> folder(std::vector<std::string> more) const
    {
        std::vector<std::string> all = {
            "data", "--dataset",       "folder", "--data-dir", path("fruit"),     "--image-size", "8", "--meta-per-class",
            "1",    "--val-per-class", "1",      "--labels",   path("labels.csv")};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    /// Rows for all ten images of each class of the folder; `row` gives what stands behind the path of image i of class c.
    template <typename Row> void writeLabels(const char* header, Row row) const
    {
        QByteArray text(header);
        const QStringList classes = {"apple", "kiwi"};
        for (int c = 0; c < classes.size(); ++c)
            for (int i = 0; i < 10; ++i)
                text += QString("\r\n%1/%2.png,").arg(classes[c]).arg(i, 3, 10, QChar('0')).toUtf8() + row(c, i);
        writeBytes(QString::fromStdString(path("labels.csv")), text);
    }

private Q_SLOTS:
    void initTestCase() { writeImageFolder(QString::fromStdString(path("fruit")), {"apple", "kiwi"}, 10); }

    void labelsOfAFolder()
    {
        writeLabels("path,crowd", [](int, int) { return QByteArray("apple"); });
        const Outcome crowd = run(folder({}));
        QVERIFY2(crowd.code == 0, crowd.err.constData());
        // Eight of ten images train, less one meta and one validation image; nobody knows which labels are true.
        QVERIFY2(crowd.out.contains("labels from a file (column crowd), 6 of 12 differ from those that count as true"),
                 crowd.out.constData());
        QVERIFY2(crowd.out.contains("share of labels changed 0.5000") && crowd.out.contains("Actual transition matrix"),
                 crowd.out.constData());
        QVERIFY2(!crowd.out.contains("Requested transition matrix") && !crowd.out.contains("of them right"), crowd.out.constData());

        writeLabels("path,true", [](int c, int) { return QByteArray(c == 0 ? "apple" : "kiwi"); });
        const Outcome truth = run(folder({"--order", "noise-then-imbalance", "--imbalance-type", "step", "--imbalance-factor", "2"}));
        QVERIFY2(truth.code == 0, truth.err.constData());
        QVERIFY2(truth.out.contains("true labels from a file, 0 of 9 labels differ from them"), truth.out.constData());
        QVERIFY2(truth.out.contains("actual noise rate 0.0000") && truth.out.contains("of them right"), truth.out.constData());
    }

    void faultsAreOneSentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no such class") << QByteArray("index,crowd\n0,pear\n") << QStringList{"\"pear\" at line 2", "apple, kiwi"};
        QTest::newRow("no such image") << QByteArray("path,crowd\npear/001.png,kiwi\n") << QStringList{"pear/001.png at line 2", "apple/"};
        QTest::newRow("too few rows") << QByteArray("path,crowd\napple/001.png,kiwi\n") << QStringList{"of 16 training images"};
        QTest::newRow("several columns") << QByteArray("path,a,b\napple/001.png,0,1\n") << QStringList{"--label-column", "a, b"};
        QTest::newRow("no CSV") << QByteArray("path,crowd\napple/001.png,\"kiwi\n") << QStringList{"line 2", "closed"};
    }

    void faultsAreOneSentence()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, words);
        writeBytes(QString::fromStdString(path("labels.csv")), text);
        const Outcome outcome = run(folder({}));
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.startsWith("reweigh: ") && outcome.err.count('\n') == 1 && outcome.err.contains("labels.csv"),
                 outcome.err.constData());
        for (const QString& word : words)
            QVERIFY2(outcome.err.contains(word.toUtf8()), outcome.err.constData());
    }

    /// What people really answered, and imbalance on top (CIFAR-10N, Wei et al. 2022).
    void whatPeopleAnswered()
    {
        const std::string labels = sharedFolder("data/cifar-10n-labels.csv").toStdString();
        if (!QFile::exists(QString::fromStdString(labels)))
            QSKIP("no CIFAR-10N labels in ../shared/data");
        const std::vector<std::string> cifar = {"data",     "--dataset", "cifar10",        "--data-dir", sharedFolder("data").toStdString(),
                                                "--labels", labels,      "--label-column", "worst"};
        std::vector<std::string> imbalanced = cifar, plain = cifar;
        imbalanced.insert(imbalanced.end(), {"--imbalance-factor", "10"});
        const Outcome text = run(imbalanced);
        QVERIFY2(text.code == 0, text.err.constData());
        QVERIFY2(text.out.contains("labels from a file (column worst)"), text.out.constData());
        plain.insert(plain.end(), {"--imbalance-type", "none", "--json"});
        imbalanced.emplace_back("--json");
        const Outcome json = run(imbalanced), whole = run(plain);
        QVERIFY2(json.code == 0 && whole.code == 0, json.err + whole.err);
        QCOMPARE(json.json().at("data").at("noise_type").get<std::string>(), std::string("file"));
        QCOMPARE(json.json().at("transition_asked"), json.json().at("transition_obtained"));
        // The largest class sets the sizes, and the first has fewer images than that: 1,957 less 60 held out, over a tenth of 2,001.
        QCOMPARE(json.json().at("true_imbalance").get<double>(), 1897.0 / 200.0);
        QVERIFY(std::abs(whole.json().at("actual_noise_rate").get<double>() - 8074.0 / 20000.0) < 0.002); // without the images held out
        std::vector<std::string> several(cifar.begin(), cifar.end() - 2);
        QVERIFY(run(several).err.contains("aggregate, worst, random1, random2, random3"));
    }
};

QTEST_GUILESS_MAIN(tst_Labels)
#include "tst_labels.moc"
