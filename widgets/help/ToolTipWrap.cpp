// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/ToolTipWrap.h"

#include "widgets/theme/Theme.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QTextDocument>
#include <QTextLayout>
#include <QToolTip>
#include <QWidget>

namespace reweigh {
namespace {

/// The tool tip that `widget` would show at `at`, as far as Qt itself shows it.
QString tipOf(QWidget& widget, const QPoint& at)
{
    if (const auto* menu = qobject_cast<QMenu*>(&widget)) {
        const QAction* action = menu->toolTipsVisible() ? menu->actionAt(at) : nullptr;
        return action ? action->toolTip() : QString();
    }
    auto* view = qobject_cast<QAbstractItemView*>(widget.parentWidget());
    if (!view || view->viewport() != &widget || !view->model())
        return widget.toolTip();
    if (const auto* header = qobject_cast<QHeaderView*>(view)) {
        const int section = header->logicalIndexAt(at);
        return section < 0 ? QString() : header->model()->headerData(section, header->orientation(), Qt::ToolTipRole).toString();
    }
    return view->indexAt(at).data(Qt::ToolTipRole).toString();
}

} // namespace

QString wrappedTip(const QString& text, const QFont& font, int width)
{
    if (text.isEmpty() || Qt::mightBeRichText(text))
        return text;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(line, font);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine part = layout.createLine(); part.isValid(); part = layout.createLine()) {
            part.setLineWidth(width);
            QString words = line.mid(part.textStart(), part.textLength());
            while (words.endsWith(QLatin1Char(' ')))
                words.chop(1);
            lines << words;
        }
        layout.endLayout();
    }
    return lines.join(QLatin1Char('\n'));
}

QString wrappedTip(const QString& text)
{
    return wrappedTip(text, QToolTip::font(), Theme::instance().grid(50));
}

ToolTipWrap::ToolTipWrap(QObject* parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool ToolTipWrap::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ToolTip && watched->isWidgetType()) {
        auto* widget = static_cast<QWidget*>(watched);
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipOf(*widget, help->pos());
        if (const QString broken = wrappedTip(tip); broken != tip) {
            QToolTip::showText(help->globalPos(), broken, widget);
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reweigh
