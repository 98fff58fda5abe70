// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/PlainHeader.h"

#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QStyle>

namespace reweigh {

PlainHeader::PlainHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setMinimumSectionSize(Theme::instance().grid(2));
}

QString PlainHeader::words(int section) const
{
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    if (!isSortIndicatorShown() || sortIndicatorSection() != section)
        return title;
    return title + (sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ▴") : QStringLiteral(" ▾"));
}

/// The same padding as that of cells.
int PlainHeader::margin() const
{
    return style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1 + PaddedDelegate::padding();
}

void PlainHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Theme& theme = Theme::instance();
    painter->fillRect(rect, theme.colour(Role::Panel));
    painter->setFont(font());
    painter->setPen(theme.colour(sortIndicatorSection() == section ? Role::Text : Role::Dim));
    const auto side = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QRect inside = rect.adjusted(margin(), 0, -margin(), 0);
    painter->drawText(inside, int(side), fontMetrics().elidedText(words(section), Qt::ElideRight, inside.width()));
    painter->setPen(theme.colour(Role::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
}

/// The style would draw a button of its own where there are no columns.
void PlainHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    const int columns = length() - offset();
    QPainter(viewport()).fillRect(columns, 0, viewport()->width() - columns, viewport()->height(), Theme::instance().colour(Role::Panel));
}

QSize PlainHeader::sectionSizeFromContents(int section) const
{
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    return {fontMetrics().horizontalAdvance(title + QStringLiteral(" ▾")) + 2 * margin(),
            fontMetrics().height() + Theme::instance().grid(1)};
}

} // namespace reweigh
