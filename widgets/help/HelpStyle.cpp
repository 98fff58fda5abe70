// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpStyle.h"

#include "widgets/theme/Theme.h"

#include <QTextBrowser>
#include <QTextDocument>

#include <cmath>
#include <memory>

namespace reweigh {

void styleHelp(QTextBrowser& browser)
{
    const Theme& theme = Theme::instance();
    const QString sheet = QStringLiteral("h1 { font-size: x-large; } h2 { font-size: large; margin-top: %1px; }"
                                         "p, li, td { color: %2; } .source { color: %3; } a { color: %4; text-decoration: none; }"
                                         "td { padding-right: %1px; }");
    browser.document()->setDefaultStyleSheet(
        sheet.arg(theme.grid(2))
            .arg(theme.colour(Role::Text).name(), theme.colour(Role::Dim).name(), theme.colour(Role::Selection).name()));
    browser.document()->setDefaultFont(theme.bodyFont());
}

int helpHeight(const QTextBrowser& browser, int width)
{
    const std::unique_ptr<QTextDocument> copy(browser.document()->clone()); // the browser lays out its own for its present size
    copy->setTextWidth(width);
    return int(std::ceil(copy->size().height()));
}

} // namespace reweigh
