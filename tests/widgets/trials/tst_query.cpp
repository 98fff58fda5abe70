// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/trials/TrialStudy.h"
#include "widgets/text/TypedText.h"
#include "widgets/trials/QueryCompletion.h"
#include "widgets/trials/TrialQuery.h"
#include "widgets/trials/TrialTableModel.h"

#include <QtTest>

#include <functional>

using namespace reweigh;
using test::TrialStudy;

/// The language of the filter line: what lines mean, what is wrong with wrong ones, how they are completed.
class tst_Query : public QObject {
    Q_OBJECT

    TrialTableModel m_trials;

    std::vector<QueryField> fields() const { return queryFields(m_trials.snapshot(), m_trials.columns(), m_trials.allTags()); }
    std::vector<std::int64_t> accepted(const QString& line) const
    {
        const TrialQuery query = TrialQuery::parse(line, fields());
        if (query.problem())
            qFatal("%s", qPrintable(query.problem()->sentence));
        std::vector<std::int64_t> numbers;
        for (int row = 0; row < m_trials.rowCount(); ++row)
            if (query.accepts(m_trials, row))
                numbers.push_back(m_trials.trial(row).number);
        return numbers;
    }
    QString wrong(const QString& line) const
    {
        const TrialQuery query = TrialQuery::parse(line, fields());
        return query.problem() ? query.problem()->sentence : QString();
    }
    QStringList offered(const QString& line) const
    {
        QStringList texts;
        for (const auto& choice : queryCompletion(line, int(line.size()), fields()).choices)
            texts << choice.text;
        return texts;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init()
    {
        m_trials.setSnapshot(TrialStudy::snapshot(61));
        m_trials.setMarks(
            {{5, {.star = true, .note = "Odd start", .tags = {"paper"}}}, {8, {.tags = {"paper", "try again"}}}, {9, {.note = "late"}}});
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<std::vector<std::int64_t>>("expected");
        const auto row = [](const char* line, std::vector<std::int64_t> expected) { QTest::newRow(line) << QString(line) << expected; };
        row("#9", {9});
        row("#9,12", {9, 12});
        row("#3..5", {3, 4, 5});
        row("#5..3", {3, 4, 5});
        row("#58..", {58, 59, 60});
        row("#..1", {0, 1});
        row("number:9", {9});
        row("number >= 59", {59, 60});
        row("number>=59", {59, 60});
        row("number:>=59", {59, 60});
        row("number≥59", {59, 60});
        row("number<2", {0, 1});
        row("number<=2 number!=1", {0, 2});
        row("-#2 number<=2", {0, 1});
        row("#12 #13", {});
        row("state:failed", {19});
        row("state: failed", {19});
        row("state = failed", {19});
        row("STATE:Failed", {19});
        row("state:failed,running", {19, 60});
        row("state:failed, running", {19, 60});
        row("state:fail", {19});
        row("state:pruned number<30", {6, 13, 20, 27});
        row("state!=complete number<14", {6, 13});
        row("-state:done number<14", {6, 13});
        row("state:interrupted", {}); // a process writes the study
        row("star:yes", {5});
        row("star:true", {5});
        row("star:no #5..6", {6});
        row("tag:paper", {5, 8});
        row("tags:PAPER", {5, 8});
        row("tag:\"try again\"", {8});
        row("tag:\"try again\",nowhere", {8});
        row("tag:pap", {}); // a tag is meant as a whole
        row("tag:*", {5, 8});
        row("-tag:* #5..9", {6, 7, 9});
        row("note:ODD", {5});
        row("note=odd", {}); // the whole note
        row("note=\"odd start\"", {5});
        row("note:*", {5, 9});
        row("odd", {5});
        row("start odd", {5});
        row("\"odd start\"", {5});
        row("\"start odd\"", {});
        row("memory", {19}); // a word of the error message
        row("-memory number>=18 number<21", {18, 20});
        row("  #9  ", {9});
        row("value:* #19,21", {21}); // the failed trial has none
        // As Japanese input methods type it.
        row("＃９", {9});
        row("＃３．．５", {3, 4, 5});
        row("ｎｕｍｂｅｒ：９", {9});
        row("number＞＝５９", {59, 60});
        row("number≧59", {59, 60});
        row("－＃２　number＜＝2", {0, 1});
        row("number＜＝2　number！＝1", {0, 2});
        row("state：ｆａｉｌｅｄ，running", {19, 60});
        row("state：failed、running", {19, 60});
        row("tag：＂try again＂", {8});
        row("tag：＂try again\"", {8});
        row("ｏｄｄ　ｓｔａｒｔ", {5});
    }
    void numbers()
    {
        QFETCH(QString, line);
        QFETCH(std::vector<std::int64_t>, expected);
        QCOMPARE(accepted(line), expected);
    }

    void networks()
    {
        const auto holds = [&](const QString& line, const std::function<bool(const Proposal&)>& rule) {
            std::vector<std::int64_t> expected;
            for (int number = 0; number < 61; ++number)
                if (rule(TrialStudy::proposal(number)))
                    expected.push_back(number);
            QVERIFY2(!expected.empty() && expected.size() < 61, qPrintable(line));
            QVERIFY2(accepted(line) == expected, qPrintable(line));
        };
        const auto layers = [](const Proposal& proposal) { return proposal.metaNet.hidden.size(); };
        const auto input = [](const Proposal& proposal) { return inputName(proposal.metaNet); };
        holds("layers:2", [&](const Proposal& p) { return layers(p) == 2; });
        holds("layers>2", [&](const Proposal& p) { return layers(p) > 2; });
        holds("layers:1,4", [&](const Proposal& p) { return layers(p) == 1 || layers(p) == 4; });
        holds("layers:2..3", [&](const Proposal& p) { return layers(p) == 2 || layers(p) == 3; });
        const std::vector<int>& fifth = TrialStudy::proposal(5).metaNet.hidden;
        QStringList widths;
        for (const int nodes : fifth)
            widths << QString::number(nodes);
        if (widths.size() > 1)
            holds("layers:" + widths.join('-'), [&](const Proposal& p) { return p.metaNet.hidden == fifth; });
        holds("nodes>128", [](const Proposal& p) { return std::ranges::any_of(p.metaNet.hidden, [](int n) { return n > 128; }); });
        holds("nodes:64", [](const Proposal& p) { return std::ranges::count(p.metaNet.hidden, 64) > 0; });
        holds("input:label", [](const Proposal& p) { return p.metaNet.withLabel; });
        holds("input:loss", [](const Proposal& p) { return p.metaNet.input == "loss"; });
        holds("input:label+loss", [&](const Proposal& p) { return input(p) == "loss+label"; });
        holds("input=loss", [&](const Proposal& p) { return input(p) == "loss"; });
        holds("input:\"stage 3\"", [](const Proposal& p) { return p.metaNet.input == "stage3"; });
        holds("fed-by:loss,stem", [](const Proposal& p) { return p.metaNet.input == "loss" || p.metaNet.input == "stem"; });
        holds("activation:relu", [](const Proposal& p) { return p.metaNet.activation == Activation::Relu; });
        holds("activation:TANH", [](const Proposal& p) { return p.metaNet.activation == Activation::Tanh; });
        holds("meta-lr<1e-3", [](const Proposal& p) { return p.metaLr < 1e-3; });
        holds("meta-lr:0.001..0.005 -input:label",
              [](const Proposal& p) { return p.metaLr >= 0.001 && p.metaLr <= 0.005 && !p.metaNet.withLabel; });
    }

    /// A number with decimals means what is rounded to it, a comparison the number itself.
    void decimals()
    {
        auto study = TrialStudy::foreign(6, false); // values 0, 0.5, 1, 1.5, 2, 2.5
        m_trials.setSnapshot(study);
        using Numbers = std::vector<std::int64_t>;
        QCOMPARE(accepted("value:0.5"), (Numbers{1}));
        QCOMPARE(accepted("value:0.52"), (Numbers{}));
        QCOMPARE(accepted("value:5e-1"), (Numbers{1}));
        QCOMPARE(accepted("value:1"), (Numbers{2}));
        QCOMPARE(accepted("value>0.5 value<2"), (Numbers{2, 3}));
        QCOMPARE(accepted("value>=0.5 value<=1"), (Numbers{1, 2}));
        QCOMPARE(accepted("value:0.5..1"), (Numbers{1, 2}));
        QCOMPARE(accepted("value!=0.5 value<1.2"), (Numbers{0, 2}));
        QCOMPARE(accepted("x:0.03"), (Numbers{3}));
        QCOMPARE(accepted("params_x>0.035"), (Numbers{4, 5}));
    }

    void times()
    {
        auto study = TrialStudy::foreign(4, false);
        std::vector<std::shared_ptr<const StudyTrial>> trials;
        const int seconds[] = {59, 90, 119, 3700};
        for (const auto& trial : study->trials) {
            FrozenTrial timed = *trial;
            timed.started = Timestamp(std::chrono::hours(1));
            timed.finished = *timed.started + std::chrono::seconds(seconds[timed.number]);
            trials.push_back(std::make_shared<const StudyTrial>(std::move(timed)));
        }
        study->trials = trials;
        m_trials.setSnapshot(study);
        using Numbers = std::vector<std::int64_t>;
        QCOMPARE(accepted("time>60"), (Numbers{1, 2, 3}));
        QCOMPARE(accepted("time>=1.5m"), (Numbers{1, 2, 3}));
        QCOMPARE(accepted("time:1:30"), (Numbers{1}));
        QCOMPARE(accepted("time:90s"), (Numbers{1}));
        QCOMPARE(accepted("time:2m"), (Numbers{1, 2})); // rounded to minutes
        QCOMPARE(accepted("time>1h"), (Numbers{3}));
        QCOMPARE(accepted("seconds<1:01:40"), (Numbers{0, 1, 2}));
    }

    void othersStudies()
    {
        m_trials.setSnapshot(TrialStudy::foreign(8, true)); // from trial 4 on: kind a, b, a, b
        using Numbers = std::vector<std::int64_t>;
        QCOMPARE(accepted("kind:a"), (Numbers{4, 6}));
        QCOMPARE(accepted("kind=B"), (Numbers{5, 7}));
        QCOMPARE(accepted("-kind:*"), (Numbers{0, 1, 2, 3}));
        QCOMPARE(wrong("kind:c"), QStringLiteral("“c” is no value of kind. There are: a, b."));
        QCOMPARE(wrong("layers:2"),
                 QStringLiteral("This study has no column “layers”. To search for the text, write it in quotation marks: "
                                "\"layers:2\"."));
    }

    void wrongLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char* line, const char* sentence, const char* marked) {
            QTest::newRow(line) << QString(line) << QString::fromUtf8(sentence) << QString(marked);
        };
        row("valeu>0.4",
            "This study has no column “valeu”: is value meant? To search for the text, write it in quotation marks: \"valeu>0.4\".",
            "valeu>0.4");
        row("#9 zzzzzzzzzz:1",
            "This study has no column “zzzzzzzzzz”. To search for the text, write it in quotation marks: \"zzzzzzzzzz:1\".",
            "zzzzzzzzzz:1");
        row("value>", "“value>” lacks a value: write value>0.45, for example.", "value>");
        row("state:", "“state:” lacks a value: write state:done, for example.", "state:");
        row("state:done,", "“state:done,” lacks a value: write state:done, for example.", "state:done,");
        row("#", "“#” lacks a value: write #9, for example.", "#");
        row("#nine", "“nine” is no number for number: write #9, for example.", "nine");
        row("value>many", "“many” is no number for value: write value>0.45, for example.", "many");
        row("value>87%", "“87%” is no number for value: write value>0.45, for example.", "87%");
        row("value>0,45", "“value>0,45” needs one number to compare with, with a decimal point: write value>0.45, for example.",
            "value>0,45");
        row("value>0.1..0.2", "“value>0.1..0.2” needs one number to compare with, with a decimal point: write value>0.45, for example.",
            "value>0.1..0.2");
        row("value>*", "“value>*” needs one number to compare with, with a decimal point: write value>0.45, for example.", "value>*");
        row("value:..", "“..” is no number for value: write value>0.45, for example.", "..");
        row("value=>0.5", "“=>” is no comparison. There are : = != < <= > and >=.", "=>");
        row("time>soon", "“soon” is no number for time: write time>2m, for example.", "soon");
        row("best-epoch>x", "“x” is no number for best-epoch: write best-epoch>10, for example.", "x");
        row("state:prund", "“prund” is no value of state. There are: done, pruned, failed, running, waiting, interrupted, infeasible.",
            "prund");
        row("state>done", "“state” holds no numbers that could be more or less: write state:done, for example.", "state>done");
        row("activation>relu", "“activation” holds no numbers that could be more or less: write activation:relu, for example.",
            "activation>relu");
        row("activation:gelu", "“gelu” is no value of activation. There are: relu, tanh.", "gelu");
        row("input:loss+lable",
            "“lable” is no part of an input. There are, with + between them: loss, stem, stage1, stage2, stage3, penultimate, logits, "
            "softmax, "
            "label, standardised.",
            "loss+lable");
        row("layers:128", "“layers” is the number of hidden layers, and none has 128: for their width write nodes:128.", "128");
        row("layers:two", "“two” is neither a number of layers, as in layers:2, nor the nodes of each, as in layers:128-128.", "two");
        row("layers:128-0", "“128-0” is neither a number of layers, as in layers:2, nor the nodes of each, as in layers:128-128.", "128-0");
        row("star:maybe", "“maybe” is no value of star. There are: yes, no.", "maybe");
        row("tag:\"try", "The quotation mark before “try” is not closed: write another one behind it.", "\"try");
        row("#1 \"odd start", "The quotation mark before “odd start” is not closed: write another one behind it.", "\"odd start");
        row("\"\"", "Between the quotation marks stands nothing: write a word there.", "\"\"");
        row(">0.45", "“>” has no column in front of it: write one, as in value>0.45.", ">");
        row("state:pruned OR state:failed", "“OR” is not known: write values with commas between them, as in state:pruned,failed.", "OR");
        row("value>0.65 or #2", "“or” is not known: write values with commas between them, as in state:pruned,failed.", "or");
        row("#1 and #2", "“and” is not needed: a trial must meet every term. Leave it out.", "and");
        row("not state:failed", "“not” is not known: write - in front of the term, as in -state:failed.", "not");
        row("#1 AND #2", "“AND” is not needed: a trial must meet every term. Leave it out.", "AND");
        row("NOT state:failed", "“NOT” is not known: write - in front of the term, as in -state:failed.", "NOT");
    }
    void wrongLines()
    {
        QFETCH(QString, line);
        QFETCH(QString, sentence);
        QFETCH(QString, marked);
        const TrialQuery query = TrialQuery::parse(line, fields());
        QVERIFY(query.problem());
        QCOMPARE(query.problem()->sentence, sentence);
        QCOMPARE(line.mid(query.problem()->from, query.problem()->length), marked);
    }

    /// Words that look like terms can be searched in quotation marks, and an empty line accepts all.
    void plainText()
    {
        QCOMPARE(wrong("\"a:b\" \"AND\" -5 or and"), QString());
        QVERIFY(TrialQuery::parse("   ", fields()).empty());
        QCOMPARE(accepted("").size(), std::size_t(61));
    }

    /// What buttons write and read.
    void wantedValues()
    {
        const auto all = fields();
        QCOMPARE(withWanted("", all, TrialColumn::State, {"pruned", "failed"}), QStringLiteral("state:pruned,failed"));
        QCOMPARE(withWanted("odd state:done #9", all, TrialColumn::State, {"failed"}), QStringLiteral("odd #9 state:failed"));
        QCOMPARE(withWanted("state:done", all, TrialColumn::State, {}), QString());
        QCOMPARE(withWanted("-state:done", all, TrialColumn::State, {"failed"}), QStringLiteral("-state:done state:failed"));
        QCOMPARE(withWanted("odd", all, TrialColumn::Tags, {"try again"}), QStringLiteral("odd tag:\"try again\""));
        QCOMPARE(withWanted("tag:\"try again\" note:\"a  b\"", all, TrialColumn::Tags, {}), QStringLiteral("note:\"a  b\""));
        QCOMPARE(TrialQuery::parse("odd state:pruned,Failed", all).wanted(TrialColumn::State), (QStringList{"pruned", "Failed"}));
        QCOMPARE(TrialQuery::parse("-state:pruned", all).wanted(TrialColumn::State), QStringList());
        QCOMPARE(TrialQuery::parse("state:pruned state:failed", all).wanted(TrialColumn::State), QStringList());
        QCOMPARE(TrialQuery::parse("tag:\"try again\"", all).wanted(TrialColumn::Tags), QStringList{"try again"});
    }

    void completion()
    {
        QCOMPARE(offered("sta"), (QStringList{"star:", "state:"}));
        QCOMPARE(offered("#9 val"), QStringList{"value>"});
        QCOMPARE(offered("-act"), QStringList{"activation:"});
        QCOMPARE(offered("lr"), QStringList{"meta-lr>"}); // a part of the name is enough
        QCOMPARE(offered("state:").size(), qsizetype(7));
        QCOMPARE(offered("state:pr"), QStringList{"pruned"});
        QCOMPARE(offered("state:pruned,fa"), QStringList{"failed"});
        QCOMPARE(offered("input:loss+la"), QStringList{"label"});
        QCOMPARE(offered("tag:"), (QStringList{"paper", "\"try again\""}));
        QCOMPARE(offered("tag:\"try a"), QStringList{"\"try again\""});
        QCOMPARE(offered("value>0."), QStringList());
        QCOMPARE(offered("nothing:"), QStringList());
        QVERIFY(offered("").contains("layers:"));
        const QString line = "#9 sta tag:paper";
        const QueryCompletion inside = queryCompletion(line, 6, fields());
        QCOMPARE(line.mid(inside.from, inside.length), QStringLiteral("sta"));
        for (const QueryField& field : fields()) { // every name that is offered is understood
            QCOMPARE(fieldNamed(fields(), field.name)->name, field.name);
            QVERIFY(!field.help.isEmpty());
        }
    }

    /// Full-width signs are read as ASCII outside of quotation marks, and what a study holds is found in either width.
    void fullWidth()
    {
        QCOMPARE(asciiForms("！～　＂、。−≦ー字"), QString("!~ \",.-≤ー字"));
        QCOMPARE(asciiUnquoted("：\"：＂\"：＂：＂："), QString(":\"：＂\":\"：\":"));
        QCOMPARE(foldedText("Ａ１b"), QString("a1b"));
        m_trials.setMarks({{5, {.tags = {"実験１"}}}, {8, {.note = "：）"}}});
        using Numbers = std::vector<std::int64_t>;
        for (const char* line : {"tag:実験１", "tag：実験1", "tag：\"実験１\"", "実験１", "実験1", "\"実験１\""})
            QCOMPARE(accepted(line), Numbers{5});
        QCOMPARE(accepted("\"：）\""), Numbers{8});
        QCOMPARE(accepted("note：＂：）＂"), Numbers{8});
        QCOMPARE(offered("ｓｔａ"), (QStringList{"star:", "state:"}));
        QCOMPARE(offered("＃９　ｖａｌ"), QStringList{"value>"});
        QCOMPARE(offered("－act"), QStringList{"activation:"});
        QCOMPARE(offered("state："), offered("state:"));
        QCOMPARE(offered("state：pruned，ｆａ"), QStringList{"failed"});
        QCOMPARE(offered("input：loss＋la"), QStringList{"label"});
        QCOMPARE(offered("tag：実"), QStringList{"\"実験１\""});
        const QString line = "＃９　ｓｔａ tag:paper";
        const QueryCompletion inside = queryCompletion(line, 6, fields());
        QCOMPARE(line.mid(inside.from, inside.length), QStringLiteral("ｓｔａ"));
        QCOMPARE(withWanted("ｏｄｄ state：done　＃9", fields(), TrialColumn::State, {"failed"}), QString("ｏｄｄ ＃9 state:failed"));
        QCOMPARE(wrong("ｖａｌｅｕ＞０．４"), wrong("valeu>0.4"));
        QCOMPARE(TrialQuery::parse("＃１　state：x", fields()).problem()->from, 9);
        QCOMPARE(quotedValue("１"), QString("\"１\""));
    }

    /// A parameter of another program with the name of a column of every study has a second name.
    void parametersWithNamesOfColumns()
    {
        auto study = TrialStudy::foreign(3, false);
        std::vector<std::shared_ptr<const StudyTrial>> trials;
        for (const auto& trial : study->trials) {
            FrozenTrial named = *trial;
            named.parameters.push_back({"state", FloatDistribution{}, named.number / 10.0});
            named.parameters.push_back({"Learning rate", FloatDistribution{}, named.number / 10.0});
            named.parameters.push_back({"-x", FloatDistribution{}, named.number / 10.0});
            trials.push_back(std::make_shared<const StudyTrial>(std::move(named)));
        }
        study->trials = trials;
        m_trials.setSnapshot(study);
        using Numbers = std::vector<std::int64_t>;
        QCOMPARE(accepted("state:done").size(), std::size_t(3));
        QCOMPARE(accepted("params_state>0.05"), (Numbers{1, 2}));
        QCOMPARE(accepted("\"Learning rate\">0.05"), (Numbers{1, 2}));
        QCOMPARE(offered("lear"), QStringList{"\"Learning rate\">"});
        QVERIFY(offered("x").contains("\"-x\">")); // else it would turn a term about x round
        QCOMPARE(accepted("\"-x\">0.05"), (Numbers{1, 2}));
    }
};

QTEST_MAIN(tst_Query)
#include "tst_query.moc"
