// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>

/// Every sentence of the window in every language: collected afresh from the sources, so that a new one without its
/// translation is found, and one whose placeholders got lost.
class tst_Translations : public QObject {
    Q_OBJECT

    struct Message {
        QString context, source;
        QStringList forms;
        QString type; ///< "unfinished" or empty
        bool numerus = false;
    };

    static QList<Message> read(const QString& file)
    {
        QList<Message> messages;
        QFile ts(file);
        if (!ts.open(QIODevice::ReadOnly))
            return messages;
        QXmlStreamReader xml(&ts);
        QString context;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"name") {
                context = xml.readElementText();
            } else if (xml.name() == u"message") {
                messages.push_back({.context = context, .numerus = xml.attributes().value("numerus") == u"yes"});
            } else if (xml.name() == u"source") {
                messages.back().source = xml.readElementText();
            } else if (xml.name() == u"translation") {
                messages.back().type = xml.attributes().value("type").toString();
                if (!messages.back().numerus)
                    messages.back().forms << xml.readElementText();
            } else if (xml.name() == u"numerusform") {
                messages.back().forms << xml.readElementText();
            }
        }
        return xml.hasError() ? QList<Message>() : messages;
    }

    /// Whether a number that may be one stands before a word in the plural: "1 trials". Such a sentence takes forms of its own (%n), or
    /// names the number behind the word.
    static bool countsWithoutForms(const Message& message)
    {
        static const QRegularExpression counted(
            "%\\d (complete )?(trials|epochs|images|steps|samples|trainings|runs|marks|seeds|cells|studies|members)\\b(?!/)");
        static const QStringList alwaysSeveral = {"the last %1 of %2 trials", "of %1 of %2 trials", "of %4 cells tried", "over %4 runs",
                                                  "more than %1 seeds",       "holds %2 studies"};
        return counted.match(message.source).hasMatch()
               && std::ranges::none_of(alwaysSeveral, [&](const QString& part) { return message.source.contains(part); });
    }

    static QSet<QString> placeholders(const QString& text)
    {
        static const QRegularExpression placeholder("%L?(\\d|n)");
        QSet<QString> found;
        for (auto match = placeholder.globalMatch(text); match.hasNext();)
            found << match.next().captured(1);
        return found;
    }

private Q_SLOTS:
    void complete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("forms"); ///< of a plural
        QTest::newRow("German") << "de" << 2;
        QTest::newRow("Japanese") << "ja" << 1;
        QTest::newRow("English plurals") << "en" << 2;
    }
    void complete()
    {
        QFETCH(QString, language);
        QFETCH(int, forms);
        const QString source = QStringLiteral(REWEIGH_SOURCE_DIR);
        const QTemporaryDir folder;
        const QString file = folder.filePath("fresh.ts");
        QVERIFY(QFile::copy(source + "/translations/reweigh_" + language + ".ts", file));
        QProcess collect;
        QStringList arguments = {source + "/widgets",
                                 source + "/app/window",
                                 source + "/core/config",
                                 source + "/core/search",
                                 source + "/core/study",
                                 source + "/core/experiment",
                                 "-I",
                                 source,
                                 "-locations",
                                 "none",
                                 "-no-obsolete"};
        if (language == "en")
            arguments << "-pluralonly";
        collect.start(QStringLiteral(REWEIGH_LUPDATE), arguments << "-ts" << file);
        QVERIFY2(collect.waitForFinished(120000) && collect.exitCode() == 0, collect.readAllStandardError());
        const QList<Message> messages = read(file);
        QVERIFY(messages.size() > (language == "en" ? 20 : 500));
        QStringList missing;
        for (const Message& message : messages) {
            // Words that nobody understood, or of a thing that is called otherwise everywhere else.
            for (const char* word : {"share right", "good copy of", "was cut off", "imbalance ratio"})
                QVERIFY2(!message.source.contains(QLatin1String(word), Qt::CaseInsensitive), qPrintable(message.source));
            QVERIFY2(!countsWithoutForms(message), qPrintable(message.context + ": " + message.source));
            const bool plural = message.numerus;
            bool good = message.type.isEmpty() && message.forms.size() == (plural ? forms : 1);
            for (qsizetype i = 0; good && i < message.forms.size(); ++i) {
                // One thing may be named without its number.
                QSet<QString> wanted = placeholders(message.source), has = placeholders(message.forms[i]);
                if (plural && i == 0 && forms > 1) {
                    wanted.remove("n");
                    has.remove("n");
                }
                good = !message.forms[i].isEmpty() && has == wanted;
            }
            if (!good)
                missing << message.context + ": " + message.source;
        }
        QVERIFY2(missing.isEmpty(), qPrintable("not translated, or placeholders differ:\n" + missing.join('\n')));
    }
};

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
