// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigField.h"
#include "core/config/Methods.h"
#include "widgets/text/HelpText.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include <QtTest>

using namespace reweigh;

/// The pages of resources/help: each exists in every language with the same sections, and what they name exists.
class tst_Pages : public QObject {
    Q_OBJECT

    static QStringList anchorsOf(const QString& page, const QString& language)
    {
        QStringList anchors;
        for (const HelpTopic& topic : helpTopics(language))
            if (topic.page == page)
                anchors << topic.anchor;
        return anchors;
    }

    /// The addresses of all links in `html`.
    static QStringList linksIn(const QString& html)
    {
        static const QRegularExpression link("<a href=\"([^\"]*)\"");
        QStringList links;
        for (auto found = link.globalMatch(html); found.hasNext();)
            links << found.next().captured(1);
        return links;
    }

    static void everyLanguage()
    {
        QTest::addColumn<QString>("language");
        for (const QString& language : helpLanguages())
            QTest::newRow(qPrintable(language)) << language;
    }

private Q_SLOTS:
    void everyPageIsWellFormed_data() { everyLanguage(); }
    void everyPageIsWellFormed()
    {
        QFETCH(QString, language);
        for (const QString& page : helpPages()) {
            QString html = helpPage(page, language);
            QVERIFY2(!html.isEmpty(), qPrintable(page));
            QVERIFY2(html.contains("<html lang=\"" + language + "\">"), qPrintable(page));
            QVERIFY2(!helpPageTitle(page, language).isEmpty(), qPrintable(page));
            QXmlStreamReader xml(html.replace("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\"/>"));
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(page + ": " + xml.errorString()));
        }
    }

    void languagesHaveTheSameSections()
    {
        for (const QString& page : helpPages())
            for (const QString& language : helpLanguages())
                QCOMPARE(anchorsOf(page, language), anchorsOf(page, "en"));
        QVERIFY(anchorsOf("glossary", "en").size() >= 40);
        QCOMPARE(anchorsOf("tour", "en"), QStringList({"tour-1", "tour-2", "tour-3", "tour-4", "tour-5"}));
    }

    /// The tour goes through whatever study is in view: of the demo it tells only where it offers to open it.
    void theTourIsOfAnyStudy()
    {
        for (const QString& language : helpLanguages()) {
            const QString demo = language == "ja" ? QStringLiteral("デモ") : QStringLiteral("demo");
            QVERIFY(!helpPageTitle("tour", language).contains(demo, Qt::CaseInsensitive));
            for (const QString& anchor : anchorsOf("tour", language)) {
                const QString html = helpTopic(anchor, language)->html;
                const QString told =
                    anchor == "tour-1" ? html.left(html.lastIndexOf("<p>")) : html; // the last one is of the button below it
                for (const QString& only : {demo, QStringLiteral("Fashion-MNIST"), QStringLiteral("50")})
                    QVERIFY2(!told.isEmpty() && !told.contains(only, Qt::CaseInsensitive), qPrintable(language + ": " + told));
            }
        }
    }

    /// The weights' sentence is about all classes together; that it spoke of those with few images too was promised. Their figures are
    /// beside it, always.
    void theTourPromisesWhatIsThere()
    {
        const QString html = helpTopic("tour-3", "en")->html;
        QVERIFY2(html.contains("to wrong labels, over all classes together;") && html.contains("the numbers at the right"),
                 qPrintable(html));
    }

    /// Also links and paragraphs: what one language says or links and another does not would be a gap in the other.
    void languagesHaveTheSameParagraphsAndLinks()
    {
        const auto paragraphs = [](const QString& html) { return html.count("<p>") + html.count("<p class=") + html.count("<li>"); };
        for (const HelpTopic& topic : helpTopics("en"))
            for (const QString& language : helpLanguages()) {
                const HelpTopic* other = helpTopic(topic.anchor, language);
                QVERIFY(other);
                QStringList here = linksIn(topic.html), there = linksIn(other->html);
                std::sort(here.begin(), here.end()); // languages order a sentence's parts as they need
                std::sort(there.begin(), there.end());
                QVERIFY2(here == there, qPrintable(language + ": " + topic.anchor));
                QVERIFY2(paragraphs(topic.html) == paragraphs(other->html), qPrintable(language + ": " + topic.anchor));
            }
    }

    void anchorsAreUniqueAndSectionsSaySomething_data() { everyLanguage(); }
    void anchorsAreUniqueAndSectionsSaySomething()
    {
        QFETCH(QString, language);
        QSet<QString> seen;
        for (const HelpTopic& topic : helpTopics(language)) {
            QVERIFY2(!seen.contains(topic.anchor), qPrintable(topic.anchor));
            seen << topic.anchor;
            QVERIFY2(!topic.title.isEmpty() && plainHelp(topic.html).size() >= 30, qPrintable(topic.anchor));
            QVERIFY2(language == "en" || topic.html != helpTopic(topic.anchor, "en")->html, qPrintable(topic.anchor));
        }
    }

    /// Links lead to sections or pages that exist, in the same language, and never out of the help.
    void linksResolve_data() { everyLanguage(); }
    void linksResolve()
    {
        QFETCH(QString, language);
        int links = 0;
        for (const QString& page : helpPages())
            for (const QString& link : linksIn(helpPage(page, language))) {
                static const QRegularExpression inside("^([a-z]+)\\.html(?:#([a-z0-9-]+))?$");
                const QRegularExpressionMatch match = inside.match(link);
                QVERIFY2(match.hasMatch() && helpPages().contains(match.captured(1)), qPrintable(page + ": " + link));
                if (!match.captured(2).isEmpty()) {
                    const HelpTopic* topic = helpTopic(match.captured(2), language);
                    QVERIFY2(topic && topic->page == match.captured(1), qPrintable(page + ": " + link));
                }
                ++links;
            }
        QVERIFY(links > 50);
    }

    /// A term has its explanation, of two sentences at least, and one source.
    void termsHaveASource_data() { everyLanguage(); }
    void termsHaveASource()
    {
        QFETCH(QString, language);
        static const QRegularExpression sentence("[.!?](?:\\s|$)|。");
        for (const QString& anchor : anchorsOf("glossary", language)) {
            const QStringList lines = plainHelp(helpTopic(anchor, language)->html).split('\n');
            QVERIFY2(lines.size() == 2 && lines.last().size() > 10, qPrintable(anchor));
            QVERIFY2(helpTopic(anchor, language)->html.count("class=\"source\"") == 1, qPrintable(anchor));
            QVERIFY2(lines.first().count(sentence) >= 2, qPrintable(anchor + ": " + lines.first()));
        }
    }

    /// The terms that the work's readers are not expected to know.
    void glossaryHasTheTerms()
    {
        for (const char* term : {"auroc", "ped-anova", "holm", "tpe-densities", "effective-number", "ece", "student-t", "noise-rate",
                                 "imbalance-factor", "meta-set", "pruner", "pareto-front", "tost", "winners-curse"})
            QVERIFY2(helpTopic(term) && helpTopic(term)->page == "glossary", term);
    }

    void fieldsAndTheirTermsExist()
    {
        QVERIFY(fieldsWithHelp().size() >= 20);
        for (const QString& key : fieldsWithHelp()) {
            QVERIFY2(findField(key.toStdString()), qPrintable(key));
            QVERIFY2(helpTopic(helpOfField(key)), qPrintable(key));
        }
        QCOMPARE(helpOfField("noise-rate"), QString("noise-rate"));
        QCOMPARE(helpOfField("epochs"), QString());
        for (const auto& [key, rows] : {std::pair(QString("loss"), lossRows()), std::pair(QString("weighting"), weightingRows())})
            for (const MethodRow& row : rows) {
                const QString term = helpOfField(key, row.key);
                QVERIFY2(helpTopic(term) && helpTopic(term)->page == "glossary", row.key);
                // Only what is chosen is explained, but that the first of them stands for none.
                QVERIFY2(&row == &rows.front() || term != helpOfField(key) || row.key == std::string("mwnet"), row.key);
            }
        QCOMPARE(helpOfField("loss", "truncated-gce"), QString("gce"));
        QCOMPARE(helpOfField("loss", "unknown"), QString("cross-entropy"));
    }

    void anUnknownLanguageFallsBackToEnglish()
    {
        QLocale::setDefault(QLocale(QLocale::French));
        QCOMPARE(helpLanguage(), QString("en"));
        QLocale::setDefault(QLocale(QLocale::Japanese));
        QCOMPARE(helpLanguage(), QString("ja"));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Austria));
        QCOMPARE(helpLanguage(), QString("de"));
        QCOMPARE(helpTopic("noise-rate")->title, QString("Rauschrate"));
        QLocale::setDefault(QLocale::c());
        QCOMPARE(helpLanguage(), QString("en"));
    }

    void plainTextHasALineForEachParagraph()
    {
        QCOMPARE(plainHelp("<p>One\n two &lt; three</p>\n<ul>\n<li>four <b>five</b></li></ul><p class=\"source\">six</p>"),
                 QString("One two < three\nfour five\nsix"));
    }
};

QTEST_GUILESS_MAIN(tst_Pages)
#include "tst_pages.moc"
