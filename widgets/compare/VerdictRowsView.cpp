// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VerdictRowsView.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

QFont statementFont()
{
    QFont font = Theme::instance().bodyFont();
    font.setWeight(QFont::Medium);
    return font;
}

QFont chipFont()
{
    QFont font = Theme::instance().scopeFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

VerdictRowsView::VerdictRowsView(QWidget* parent)
    : PaintedView(QStringLiteral("verdicts-view"), tr("Differences and their verdicts"), parent)
{
}

void VerdictRowsView::setRows(std::vector<VerdictRow> rows)
{
    m_rows = std::move(rows);
    contentChanged();
}

VerdictRowsView::Layout VerdictRowsView::layoutFor(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF strong(statementFont()), small(theme.scopeFont()), chip(chipFont());
    double text = 0.0, aside = 0.0, word = 0.0;
    for (const VerdictRow& row : m_rows) {
        text = std::max({text, strong.horizontalAdvance(row.statement), small.horizontalAdvance(row.seen)});
        aside = std::max({aside, small.horizontalAdvance(row.chance()), small.horizontalAdvance(row.need())});
        word = std::max(word, chip.horizontalAdvance(row.verdict()));
    }
    Layout layout{.line = std::max(strong.height(), small.height()), .chip = word + theme.grid(2.5)};
    const double gap = theme.grid(1.5);
    layout.wide = target.width() >= text + layout.chip + aside + 2 * gap;
    layout.asideLeft = layout.wide ? std::max(target.right() - std::max(aside, target.width() * 0.22), target.left() + text + layout.chip + 2 * gap)
                                   : target.left() + layout.chip + gap;
    layout.chipLeft = layout.wide ? layout.asideLeft - gap - layout.chip : target.left();
    const double least = layout.wide ? 2 * layout.line + theme.grid(1.5) : 4 * layout.line + theme.grid(2.5);
    layout.row = std::clamp(target.height() / std::max(1.0, double(m_rows.size())), least, std::max(least, double(theme.grid(10))));
    return layout;
}

int VerdictRowsView::heightFor(int width) const
{
    return int(std::ceil(layoutFor(QRectF(0, 0, width, 0)).row * double(m_rows.size())));
}

void VerdictRowsView::paint(QPainter& painter, const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = layoutFor(target);
    QRectF row(target.left(), target.top(), target.width(), layout.row);
    for (const VerdictRow& content : m_rows) {
        paintRow(painter, row, layout, content);
        if (&content != &m_rows.back()) {
            painter.setPen(theme.colour(Role::Line));
            painter.drawLine(QPointF(row.left(), row.bottom() - 0.5), QPointF(row.right(), row.bottom() - 0.5));
        }
        row.translate(0, layout.row);
    }
}

void VerdictRowsView::paintRow(QPainter& painter, const QRectF& row, const Layout& layout, const VerdictRow& content) const
{
    const Theme& theme = Theme::instance();
    const double lines = layout.wide ? 2 : 4;
    const double top = row.top() + (row.height() - lines * layout.line - (layout.wide ? 0 : theme.grid(0.5))) / 2;
    const double room = (layout.wide ? layout.chipLeft - theme.grid() : row.right()) - row.left();
    const auto write = [&](const QFont& font, const QColor& ink, double left, double y, double width, const QString& text) {
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRectF(left, y, width, layout.line), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, width));
    };
    write(statementFont(), theme.colour(Role::Text), row.left(), top, room, content.statement);
    write(theme.scopeFont(), theme.colour(Role::Dim), row.left(), top + layout.line, room, content.seen);
    const double aside = layout.wide ? top : top + 2 * layout.line + theme.grid(0.5);
    const double chipHeight = layout.line + theme.grid(0.75);
    paintChip(painter, QRectF(layout.chipLeft, aside + layout.line - chipHeight / 2, layout.chip, chipHeight), content);
    const QStringList said = [&] {
        QStringList list = {content.chance(), content.need()};
        list.removeAll(QString());
        return list;
    }();
    const double left = layout.asideLeft, width = row.right() - left;
    double y = aside + layout.line * (2 - double(said.size())) / 2;
    for (const QString& text : said) {
        write(theme.scopeFont(), theme.colour(Role::Dim), left, y, width, text);
        y += layout.line;
    }
}

void VerdictRowsView::paintChip(QPainter& painter, const QRectF& chip, const VerdictRow& content)
{
    const Theme& theme = Theme::instance();
    const double radius = theme.grid(0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tint(content.role(), 0.10));
    painter.drawRoundedRect(chip, radius, radius);
    painter.setFont(chipFont());
    painter.setPen(theme.colour(content.role()));
    painter.drawText(chip, Qt::AlignCenter, content.verdict());
}

QString VerdictRowsView::tipAt(const QPointF& place) const
{
    const auto row = std::floor(place.y() / layoutFor(rect()).row);
    return row < 0 || row >= double(m_rows.size()) ? QString() : m_rows[std::size_t(row)].details();
}

} // namespace reweigh
