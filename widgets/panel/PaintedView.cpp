// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/PaintedView.h"

#include "widgets/help/ToolTipWrap.h"
#include "widgets/panel/ZoomGestures.h"
#include "widgets/theme/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

namespace reweigh {

/// The lines are those of drawWrapped(): QPainter places them so.
int wrappedHeight(const QFont& font, const QString& text, int width)
{
    if (text.isEmpty())
        return 0;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QString words = text;
    QTextLayout layout(words.replace(QLatin1Char('\n'), QChar::LineSeparator).replace(QLatin1Char('\t'), QLatin1Char(' ')), font);
    layout.setTextOption(option);
    const double leading = QFontMetricsF(font).leading();
    double height = -leading;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        height = std::ceil(height + leading) + line.height();
    }
    layout.endLayout();
    return int(std::ceil(height));
}

void drawWrapped(QPainter& painter, const QRectF& place, Qt::Alignment alignment, const QString& text)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(painter.layoutDirection());
    painter.drawText(place, text, option);
}

PaintedView::PaintedView(const QString& name, const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, &PaintedView::contentChanged);
}

QSize PaintedView::sizeHint() const
{
    const int width = Theme::instance().grid(60);
    return {width, heightFor(width)};
}

QSize PaintedView::minimumSizeHint() const
{
    const int least = Theme::instance().grid(12);
    return {least, least};
}

int PaintedView::noteHeight(const QFont& font, const QString& note, int width)
{
    return note.isEmpty() ? 0 : wrappedHeight(font, note, width) + Theme::instance().grid(0.5);
}

QWidget* PaintedView::scrolled()
{
    auto* area = new QScrollArea;
    area->setObjectName(objectName() + QStringLiteral("-scroll"));
    area->setAccessibleName(accessibleName());
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::StrongFocus);
    area->setWidgetResizable(true);
    area->setWidget(this);
    area->viewport()->setAutoFillBackground(false);
    setAutoFillBackground(false); // the panel's background remains visible
    for (ZoomGestures* zoom : findChildren<ZoomGestures*>(Qt::FindDirectChildrenOnly))
        zoom->takeKeysOf(*area);
    return area;
}

void PaintedView::contentChanged()
{
    updateGeometry();
    update();
}

void PaintedView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect());
}

bool PaintedView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), wrappedTip(tip), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace reweigh
