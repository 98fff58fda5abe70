// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace reweigh {

/// A section of a help page (resources/help): a view of the window, a term of the glossary, or a step of the tour.
struct HelpTopic {
    QString page;   ///< name of the page: "glossary"
    QString anchor; ///< unique over all pages, and the same in every language: "auroc"; a view has the id of its panel
    QString title;  ///< in the page's language, without markup
    QString html;   ///< what follows the title, with markup
};

/// The names of the pages, in the order of the table of contents: "index", "setup", ...
const QStringList& helpPages();
/// The languages of the pages: "en", "de", "ja".
const QStringList& helpLanguages();
/// The language of the pages that fits the locale: English if there are none in its own.
QString helpLanguage();

/// A page as HTML, as it lies in resources/help; empty if there is no such page or language.
QString helpPage(const QString& page, const QString& language = helpLanguage());
/// The title of a page, without markup.
QString helpPageTitle(const QString& page, const QString& language = helpLanguage());
/// Every section of every page, in the order of the pages. A page is read once. Thread: main.
const std::vector<HelpTopic>& helpTopics(const QString& language = helpLanguage());
/// The section with this anchor; null if there is none.
const HelpTopic* helpTopic(const QString& anchor, const QString& language = helpLanguage());

/// The anchor of the term that explains a setting (a key of configFields()); empty if the setting needs no term. Of a loss and a weighting
/// it is the term of the chosen one, `value`.
QString helpOfField(const QString& key, const QString& value = {});
/// The settings that helpOfField() knows.
QStringList fieldsWithHelp();

/// HTML of a help page as plain text: a line for each paragraph, list item or row of a table.
QString plainHelp(const QString& html);

} // namespace reweigh
