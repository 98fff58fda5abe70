// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/HelpText.h"

#include <QFile>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <map>
#include <utility>

namespace reweigh {
namespace {

/// The settings beside which a "?" stands, and the terms it explains. Where several settings are about one term, the first one has it.
const QHash<QString, QString>& helpOfFields()
{
    static const QHash<QString, QString> terms = {
        {QStringLiteral("noise-type"), QStringLiteral("label-noise")},
        {QStringLiteral("noise-rate"), QStringLiteral("noise-rate")},
        {QStringLiteral("imbalance-type"), QStringLiteral("class-imbalance")},
        {QStringLiteral("imbalance-factor"), QStringLiteral("imbalance-factor")},
        {QStringLiteral("order"), QStringLiteral("shift-order")},
        {QStringLiteral("meta"), QStringLiteral("meta-set")},
        {QStringLiteral("clean"), QStringLiteral("checked-images")},
        {QStringLiteral("val-per-class"), QStringLiteral("validation-set")},
        {QStringLiteral("seed"), QStringLiteral("seed-term")},
        {QStringLiteral("loss"), QStringLiteral("cross-entropy")},
        {QStringLiteral("weighting"), QStringLiteral("mw-net")},
        {QStringLiteral("focal-gamma"), QStringLiteral("focal-loss")},
        {QStringLiteral("cb-beta"), QStringLiteral("effective-number")},
        {QStringLiteral("input"), QStringLiteral("mw-net-input")},
        {QStringLiteral("search-inputs"), QStringLiteral("mw-net-input")},
        {QStringLiteral("standardise-input"), QStringLiteral("standardised-input")},
        {QStringLiteral("search-standardise"), QStringLiteral("standardised-input")},
        {QStringLiteral("normalise-weights"), QStringLiteral("normalised-weights")},
        {QStringLiteral("virtual-step"), QStringLiteral("virtual-step")},
        {QStringLiteral("meta-interval"), QStringLiteral("meta-gradient")},
        {QStringLiteral("lagged-weights"), QStringLiteral("lagged-weights")},
        {QStringLiteral("meta-lr"), QStringLiteral("meta-learning-rate")},
        {QStringLiteral("precision"), QStringLiteral("number-formats")},
        {QStringLiteral("sampler"), QStringLiteral("tpe")},
        {QStringLiteral("pruner"), QStringLiteral("pruner")},
        {QStringLiteral("search-lag"), QStringLiteral("search-lag")},
        {QStringLiteral("objective-epochs"), QStringLiteral("objective")},
        {QStringLiteral("variant-seeds"), QStringLiteral("fresh-seeds")},
    };
    return terms;
}

/// The terms of losses and weightings, whose keys differ (Methods.h).
const QHash<QString, QString>& helpOfMethods()
{
    static const QHash<QString, QString> terms = {
        {QStringLiteral("ce"), QStringLiteral("cross-entropy")},
        {QStringLiteral("focal"), QStringLiteral("focal-loss")},
        {QStringLiteral("flsd"), QStringLiteral("flsd")},
        {QStringLiteral("dual-focal"), QStringLiteral("dual-focal")},
        {QStringLiteral("quality-focal"), QStringLiteral("quality-focal")},
        {QStringLiteral("gce"), QStringLiteral("gce")},
        {QStringLiteral("truncated-gce"), QStringLiteral("gce")},
        {QStringLiteral("sce"), QStringLiteral("sce")},
        {QStringLiteral("label-smoothing"), QStringLiteral("label-smoothing")},
        {QStringLiteral("forward"), QStringLiteral("forward-correction")},
        {QStringLiteral("forward-estimated"), QStringLiteral("forward-correction")},
        {QStringLiteral("ldam"), QStringLiteral("ldam")},
        {QStringLiteral("logit-adjustment"), QStringLiteral("logit-adjustment")},
        {QStringLiteral("balanced-softmax"), QStringLiteral("logit-adjustment")},
        {QStringLiteral("none"), QStringLiteral("mw-net")},
        {QStringLiteral("mwnet"), QStringLiteral("mw-net")},
        {QStringLiteral("cmw-net"), QStringLiteral("cmw-net")},
        {QStringLiteral("l2rw"), QStringLiteral("l2rw")},
        {QStringLiteral("self-paced"), QStringLiteral("self-paced")},
        {QStringLiteral("self-paced-linear"), QStringLiteral("self-paced")},
        {QStringLiteral("class-balanced"), QStringLiteral("effective-number")},
        {QStringLiteral("tabasco"), QStringLiteral("tabasco")},
    };
    return terms;
}

QString withoutTags(QString html)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    return html.remove(tag)
        .replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

std::vector<HelpTopic> topicsOf(const QString& page, const QString& language)
{
    static const QRegularExpression heading(QStringLiteral("<h2 id=\"([^\"]+)\">(.*?)</h2>"));
    const QString html = helpPage(page, language);
    const QString body = html.left(html.indexOf(QLatin1String("</body>")));
    std::vector<HelpTopic> topics;
    qsizetype begin = 0;
    const auto endAt = [&](qsizetype end) {
        if (!topics.empty())
            topics.back().html = body.mid(begin, end - begin).trimmed();
    };
    for (auto found = heading.globalMatch(body); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        endAt(match.capturedStart());
        topics.push_back({page, match.captured(1), withoutTags(match.captured(2)), {}});
        begin = match.capturedEnd();
    }
    endAt(body.size());
    return topics;
}

} // namespace

const QStringList& helpPages()
{
    static const QStringList pages = {QStringLiteral("index"),  QStringLiteral("setup"),    QStringLiteral("watch"),
                                      QStringLiteral("search"), QStringLiteral("compare"),  QStringLiteral("plan"),
                                      QStringLiteral("tour"),   QStringLiteral("glossary"), QStringLiteral("shortcuts")};
    return pages;
}

const QStringList& helpLanguages()
{
    static const QStringList languages = {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("ja")};
    return languages;
}

QString helpLanguage()
{
    const QString own = QLocale().name().section(QLatin1Char('_'), 0, 0);
    return helpLanguages().contains(own) ? own : helpLanguages().front();
}

QString helpPage(const QString& page, const QString& language)
{
    QFile file(QStringLiteral(":/help/%1/%2.html").arg(language, page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString helpPageTitle(const QString& page, const QString& language)
{
    static const QRegularExpression title(QStringLiteral("<title>(.*?)</title>"));
    return withoutTags(title.match(helpPage(page, language)).captured(1));
}

const std::vector<HelpTopic>& helpTopics(const QString& language)
{
    static std::map<QString, std::vector<HelpTopic>> read; // references to its values stay valid
    const auto known = read.find(language);
    if (known != read.end())
        return known->second;
    std::vector<HelpTopic>& all = read[language];
    for (const QString& page : helpPages())
        for (HelpTopic& topic : topicsOf(page, language))
            all.push_back(std::move(topic));
    return all;
}

const HelpTopic* helpTopic(const QString& anchor, const QString& language)
{
    for (const HelpTopic& topic : helpTopics(language))
        if (topic.anchor == anchor)
            return &topic;
    return nullptr;
}

QString helpOfField(const QString& key, const QString& value)
{
    const QString term = helpOfFields().value(key);
    const bool method = key == QLatin1String("loss") || key == QLatin1String("weighting");
    return method ? helpOfMethods().value(value, term) : term;
}

QStringList fieldsWithHelp()
{
    return helpOfFields().keys();
}

QString plainHelp(const QString& html)
{
    static const QRegularExpression space(QStringLiteral("\\s+")), end(QStringLiteral("</(?:p|li|tr|h1|h2)>")),
        head(QStringLiteral("<head>.*?</head>"), QRegularExpression::DotMatchesEverythingOption);
    QString text = html;
    text.remove(head).replace(space, QStringLiteral(" ")).replace(end, QStringLiteral("\n"));
    text.replace(QLatin1String("</td>"), QLatin1String(" "));
    QStringList lines;
    for (const QString& line : withoutTags(text).split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines.join(QLatin1Char('\n'));
}

} // namespace reweigh
