// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/ShortcutTable.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

namespace reweigh {
namespace {

/// A menu's or an action's text without the mark of its mnemonic.
QString spoken(QString text)
{
    return text.replace(QLatin1String("&&"), QLatin1String("\1"))
        .remove(QLatin1Char('&'))
        .replace(QLatin1Char('\1'), QLatin1Char('&'))
        .toHtmlEscaped();
}

QString rowOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText).toHtmlEscaped();
    return QStringLiteral("<tr><td>%1</td><td><b>%2</b></td></tr>").arg(spoken(action.text()), keys.join(QLatin1String(", ")));
}

QString rowsOf(const QList<QAction*>& actions, QSet<const QAction*>& told)
{
    QString rows;
    for (const QAction* action : actions) {
        if (const QMenu* menu = action->menu())
            rows += rowsOf(menu->actions(), told);
        else if (!action->shortcuts().isEmpty() && !action->text().isEmpty() && !told.contains(action)) {
            told.insert(action);
            rows += rowOf(*action);
        }
    }
    return rows;
}

QString titled(const QString& title, const QString& rows)
{
    return rows.isEmpty() ? QString() : QStringLiteral("<tr><td colspan=\"2\"><b>%1</b></td></tr>%2").arg(title, rows);
}

} // namespace

QString shortcutTable(const QWidget& window)
{
    QSet<const QAction*> told;
    QString table;
    if (const auto* bar = window.findChild<QMenuBar*>(QString(), Qt::FindDirectChildrenOnly))
        for (const QAction* entry : bar->actions())
            if (const QMenu* menu = entry->menu())
                table += titled(spoken(entry->text()), rowsOf(menu->actions(), told));
    table += titled(QCoreApplication::translate("Shortcuts", "Elsewhere"), rowsOf(window.findChildren<QAction*>(), told));
    return QStringLiteral("<table cellspacing=\"4\">%1</table>").arg(table);
}

} // namespace reweigh
