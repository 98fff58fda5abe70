// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/cli/WrappedText.h"
#include "core/config/Methods.h"
#include "core/config/OtherMethods.h"

#include <QtTest>

#include <sstream>

using namespace reweigh;

/// `reweigh methods`: the whole list, one method, and names that are no value.
class tst_Methods : public QObject {
    Q_OBJECT

    struct Outcome {
        int code;
        QString out, err;
        nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
    };

    static Outcome run(std::vector<std::string> arguments)
    {
        std::ostringstream out, err;
        Terminal terminal(out, err, false);
        const int code = runCommandLine(std::move(arguments), terminal, {});
        return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
    }

    /// `text` in one line with single spaces, so that a sentence is found wherever its lines break.
    static QString inOneLine(const QString& text) { return text.simplified(); }

private Q_SLOTS:
    void listsEveryRow()
    {
        const Outcome all = run({"methods"});
        QCOMPARE(all.code, 0);
        QVERIFY(all.err.isEmpty());
        const QString text = inOneLine(all.out);
        for (const auto rows : {lossRows(), weightingRows()})
            for (const MethodRow& row : rows) {
                QVERIFY2(text.contains(QString(row.key) + ": " + row.title + ' ' + row.help), row.key);
                QVERIFY2(text.contains(row.source), row.source);
                for (const OwnSetting& setting : row.settings)
                    QVERIFY2(text.contains("--" + QString::fromStdString(setting.key) + ": " + setting.help), setting.key.c_str());
            }
        for (const OtherMethod& method : otherMethods())
            QVERIFY2(text.contains(QString(method.key) + ": " + method.title + ' ' + method.why), method.key);
    }

    void fitsIntoEightyColumns()
    {
        const QStringList lines = run({"methods"}).out.split('\n');
        QVERIFY(lines.size() > 60);
        for (const QString& line : lines)
            QVERIFY2(line.size() <= 80 && !line.endsWith(' '), qPrintable(line));
    }

    void showsOne()
    {
        const Outcome focal = run({"methods", "focal"});
        QCOMPARE(focal.code, 0);
        QCOMPARE(focal.out, QString("  focal: focal loss\n"
                                    "      Cross entropy times (1 - p)^gamma: samples that are learned already count\n"
                                    "      less.\n"
                                    "      Lin et al. 2017, Focal Loss for Dense Object Detection, eq. 4\n"
                                    "      --focal-gamma: How much less a sample counts that is learned already; 0:\n"
                                    "        cross entropy. (0..10) [2.0]\n"));
        const QString cluster = inOneLine(run({"methods", "cmw-net"}).out);
        QVERIFY2(cluster.contains("a meta set of right labels") && cluster.contains("class counts") && cluster.contains("(1..10) [3]"),
                 qPrintable(cluster));
        QVERIFY(!cluster.contains("Meta-Weight-Net, eq. 2 to 5"));
    }

    void programsGetJson()
    {
        const nlohmann::json all = run({"methods", "--json"}).json();
        QCOMPARE(all.at("losses").size(), lossRows().size());
        QCOMPARE(all.at("weightings").size(), weightingRows().size());
        QCOMPARE(all.at("others").size(), otherMethods().size());
        const nlohmann::json focal = run({"methods", "focal", "--json"}).json();
        QCOMPARE(focal.at("name"), nlohmann::json("focal"));
        QCOMPARE(focal.at("kind"), nlohmann::json("loss"));
        QCOMPARE(focal.at("needs"), nlohmann::json::array());
        QCOMPARE(focal.at("settings").size(), std::size_t(1));
        const nlohmann::json gamma = focal.at("settings").at(0);
        QCOMPARE(gamma.at("name"), nlohmann::json("focal-gamma"));
        QCOMPARE(gamma.at("default"), nlohmann::json(2.0));
        QCOMPARE(gamma.at("low"), nlohmann::json(0.0));
        QCOMPARE(gamma.at("high"), nlohmann::json(10.0));
        const auto needs = [](const char* name) { return run({"methods", name, "--json"}).json().at("needs"); };
        QCOMPARE(needs("ldam"), nlohmann::json::array({"class-counts"}));
        QCOMPARE(needs("class-balanced"), nlohmann::json::array({"class-counts"}));
        QCOMPARE(needs("forward"), nlohmann::json::array({"noise-matrix"}));
        QCOMPARE(needs("mwnet"), nlohmann::json::array({"meta-set"}));
        const nlohmann::json other = run({"methods", "mask-focal", "--json"}).json();
        QCOMPARE(other.at("kind"), nlohmann::json("other"));
        QCOMPARE(other.at("here_as"), nlohmann::json("quality-focal"));
        QVERIFY(run({"methods", "dividemix", "--json"}).json().at("here_as").is_null());
    }

    /// The list and the refusal of a value say the same of a name that people look for.
    void otherNamesAreExplained()
    {
        const QString why = "For class labels the mask is the one-hot label itself";
        const Outcome shown = run({"methods", "mask-focal"});
        QCOMPARE(shown.code, 0);
        QVERIFY2(inOneLine(shown.out).contains(why) && shown.out.contains("quality-focal: quality focal loss"), qPrintable(shown.out));
        for (const char* name : {"mask-focal", "Mask Focal", "mask_focal"}) {
            const Outcome refused = run({"train", "--loss", name, "--print-config"});
            QCOMPARE(refused.code, 3);
            QVERIFY2(refused.err.startsWith(QString("reweigh: \"") + name + "\" is no value of loss. " + why), qPrintable(refused.err));
        }
        const Outcome two = run({"train", "--weighting", "co-teaching", "--json"});
        QCOMPARE(two.code, 3);
        QVERIFY2(two.err.contains("two networks") && two.err.contains("clean set"), qPrintable(two.err));
        QCOMPARE(two.json().at("error").at("code"), nlohmann::json("method_elsewhere"));
        for (const char* name : {"dividemix", "drw", "mae"})
            QVERIFY2(inOneLine(run({"methods", name}).out).contains(otherMethod(name)->why), name);
    }

    void unknownNamesGetTheNearest()
    {
        const auto refused = [](const char* name, const char* nearest) {
            const Outcome outcome = run({"methods", name});
            return outcome.code == 3 && outcome.out.isEmpty() && outcome.err.contains(name) && outcome.err.contains(nearest);
        };
        QVERIFY(refused("focl", "did you mean \"focal\""));
        QVERIFY(refused("mwnett", "did you mean \"mwnet\""));
        QVERIFY(refused("devidemix", "did you mean \"dividemix\""));
        QVERIFY(refused("something-else-entirely", "it takes: ce,focal"));
    }

    void otherNamesHideNoRow()
    {
        for (const auto rows : {lossRows(), weightingRows()})
            for (const MethodRow& row : rows)
                QVERIFY2(!otherMethod(row.key), row.key);
        for (const OtherMethod& method : otherMethods()) {
            QVERIFY2(otherMethod(method.key) == &method && *method.title && *method.why && *method.source, method.key);
            QVERIFY2(!*method.row || lossRow(method.row) || weightingRow(method.row), method.row);
        }
        QVERIFY(!otherMethod("") && !otherMethod("-"));
    }

    void wordsAreWrapped()
    {
        QCOMPARE(wrapped("one two three", 0, 0, 7), std::string("one two\nthree\n"));
        QCOMPARE(wrapped("one two three", 1, 2, 8), std::string(" one two\n   three\n"));
        QCOMPARE(wrapped("much-too-long a", 0, 0, 4), std::string("much-too-long\na\n"));
        QCOMPARE(wrapped("é é é", 0, 0, 3), std::string("é é\né\n")); // characters, not bytes
        QCOMPARE(wrapped("", 3), std::string());
    }
};

QTEST_GUILESS_MAIN(tst_Methods)
#include "tst_methods.moc"
