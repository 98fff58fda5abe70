// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "widgets/text/HelpText.h"

#include <QtTest>

#include <sstream>

using namespace reweigh;

/// `reweigh help`: the list, one section in each language, and names that are no section.
class tst_Help : public QObject {
    Q_OBJECT

    struct Outcome {
        int code;
        QString out, err;
    };

    static Outcome run(std::vector<std::string> arguments)
    {
        std::ostringstream out, err;
        Terminal terminal(out, err, false);
        const int code = runCommandLine(std::move(arguments), terminal, {});
        return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
    }

private Q_SLOTS:
    void listsEverySection()
    {
        const Outcome all = run({"help"});
        QCOMPARE(all.code, 0);
        const QString language = "en";
        for (const HelpTopic& topic : helpTopics(language))
            QVERIFY2(all.out.contains("  " + topic.anchor + ": "), qPrintable(topic.anchor));
        for (const QString& line : all.out.split('\n'))
            QVERIFY2(line.size() <= 80, qPrintable(line));
    }

    void printsOneInEachLanguage()
    {
        const Outcome english = run({"help", "noise-rate"});
        QCOMPARE(english.code, 0);
        QVERIFY2(english.out.startsWith("Noise rate\n\n  The chance p that a label is drawn anew."), qPrintable(english.out));
        QVERIFY(english.out.contains("Shu et al. 2019"));
        QVERIFY(!english.out.contains('<'));
        QVERIFY(run({"help", "noise-rate", "--lang", "de"}).out.startsWith("Rauschrate\n"));
        QVERIFY(run({"help", "noise-rate", "--lang", "ja"}).out.startsWith(QString::fromUtf8("ノイズ率\n")));
        const auto json = nlohmann::json::parse(run({"help", "tost", "--json"}).out.toStdString(), nullptr, false);
        QCOMPARE(QString::fromStdString(json.at("page").get<std::string>()), QString("glossary"));
        QVERIFY(json.at("text").get<std::string>().find("Schuirmann 1987") != std::string::npos);
    }

    void refusesWhatIsNoSection()
    {
        const Outcome near = run({"help", "aurok"});
        QVERIFY(near.code != 0);
        QVERIFY2(near.err.contains("auroc"), qPrintable(near.err));
        const Outcome language = run({"help", "auroc", "--lang", "fr"});
        QVERIFY(language.code != 0);
        QVERIFY2(language.err.contains("de"), qPrintable(language.err));
    }

    /// `compare` takes what is not given from the study, and its help named the defaults of a new one.
    void defaultsAreThoseOfTheCommand()
    {
        const QString compare = run({"compare", "--help"}).out, search = run({"search", "--help"}).out;
        QVERIFY2(compare.count("[as the study]") == 7 && !compare.contains("(1..1000) [1]"), qPrintable(compare));
        QVERIFY(run({"run", "--help"}).out.contains("[as the plan]") && search.contains("(1..1000) [1]"));
    }
};

QTEST_GUILESS_MAIN(tst_Help)
#include "tst_help.moc"
