// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/ClaimRowsView.h"

#include "widgets/panel/Chip.h"
#include "widgets/plan/PlanText.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {

ClaimRowsView::ClaimRowsView(QWidget* parent)
    : PaintedView(QStringLiteral("plan-hypotheses-view"), tr("Hypotheses and what the runs say of them"), parent)
{
}

void ClaimRowsView::setRows(std::vector<ClaimRow> rows)
{
    m_rows = std::move(rows);
    m_reach.clear();
    for (const ClaimRow& row : m_rows)
        m_reach[row.unit] = std::max(m_reach[row.unit], row.reach());
    contentChanged();
}

ClaimRowsView::Layout ClaimRowsView::layoutFor(double width) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF name(theme.strongFont()), small(theme.scopeFont()), status(chipFont());
    Layout layout{.line = std::max(name.height(), small.height())};
    for (const ClaimRow& row : m_rows)
        layout.chip = std::max(layout.chip, status.horizontalAdvance(row.status) + theme.grid(2.5));
    const double plot = theme.grid(20);
    layout.wide = width >= theme.grid(44) + plot + layout.chip;
    layout.text = layout.wide ? std::max(double(theme.grid(40)), (width - layout.chip) * 0.58) - theme.grid() : width;
    return layout;
}

std::vector<ClaimRowsView::PlacedText> ClaimRowsView::textsOf(const ClaimRow& row, const Layout& layout)
{
    const Theme& theme = Theme::instance();
    std::vector<PlacedText> texts;
    double top = theme.grid(0.75);
    const auto add = [&](const QFont& font, Role role, const QString& text, double left) {
        const int width = std::max(1, int(layout.text - left));
        const double height = wrappedHeight(font, text, width);
        texts.push_back({font, role, text, QRectF(left, top, width, height)});
        return height;
    };
    const double name = QFontMetricsF(theme.strongFont()).horizontalAdvance(row.name) + theme.grid();
    const bool oneLine = name + QFontMetricsF(theme.bodyFont()).horizontalAdvance(row.claim) < layout.text;
    const double first = add(theme.strongFont(), Role::Text, row.name, 0);
    if (!oneLine)
        top += first;
    const double second = add(theme.bodyFont(), Role::Text, row.claim, oneLine ? name : 0);
    top += oneLine ? std::max(first, second) : second;
    for (const QString& text : {row.statement, row.seen})
        if (!text.isEmpty())
            top += add(theme.scopeFont(), Role::Dim, text, 0);
    return texts;
}

double ClaimRowsView::heightOf(const ClaimRow& row, const Layout& layout)
{
    const double texts = textsOf(row, layout).back().place.bottom();
    const double plot = layout.line * 3;
    return (layout.wide ? std::max(texts, plot) : texts + plot) + Theme::instance().grid(0.75);
}

int ClaimRowsView::heightFor(int width) const
{
    const Layout layout = layoutFor(width);
    double height = 0.0;
    for (const ClaimRow& row : m_rows)
        height += heightOf(row, layout);
    return int(std::ceil(height));
}

void ClaimRowsView::paint(QPainter& painter, const QRectF& target) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = layoutFor(target.width());
    QRectF place(target.left(), target.top(), target.width(), 0.0);
    for (const ClaimRow& row : m_rows) {
        place.setHeight(heightOf(row, layout));
        paintRow(painter, place, layout, row);
        if (&row != &m_rows.back()) {
            painter.setPen(Theme::instance().colour(Role::Line));
            painter.drawLine(QPointF(place.left(), place.bottom() - 0.5), QPointF(place.right(), place.bottom() - 0.5));
        }
        place.translate(0, place.height());
    }
}

void ClaimRowsView::paintRow(QPainter& painter, const QRectF& place, const Layout& layout, const ClaimRow& row) const
{
    const Theme& theme = Theme::instance();
    const double gap = theme.grid(), line = layout.line;
    double bottom = 0.0;
    for (const PlacedText& each : textsOf(row, layout)) {
        painter.setFont(each.font);
        painter.setPen(theme.colour(each.role));
        drawWrapped(painter, each.place.translated(place.topLeft()), Qt::AlignLeft | Qt::AlignTop, each.text);
        bottom = each.place.bottom();
    }

    const double chipHeight = line + theme.grid(0.75);
    if (layout.wide) {
        const double plotLeft = place.left() + layout.text + gap, chipLeft = place.right() - layout.chip;
        paintForest(painter, {plotLeft, place.top() + theme.grid(0.5), chipLeft - gap - plotLeft, place.height() - theme.grid()}, row);
        paintChip(painter, {chipLeft, place.center().y() - chipHeight / 2, layout.chip, chipHeight}, claimStatusRole(row.verdict),
                  row.status, row.provisional);
    } else {
        const double top = place.top() + bottom + line * 0.25;
        const double height = place.bottom() - theme.grid(0.5) - top;
        const double chip = std::min(layout.chip, place.width() / 2);
        paintChip(painter, {place.left(), top + (height - chipHeight) / 2, chip, chipHeight}, claimStatusRole(row.verdict), row.status,
                  row.provisional);
        paintForest(painter, {place.left() + chip + gap, top, place.width() - chip - gap, height}, row);
    }
}

/// The scale is symmetric about 0; its ends stand below it.
void ClaimRowsView::paintForest(QPainter& painter, const QRectF& plot, const ClaimRow& row) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF small(theme.scopeFont());
    const auto known = m_reach.find(row.unit);
    const double reach = known == m_reach.end() || known->second <= 0 ? 0.01 : known->second * 1.15;
    const QRectF inside = plot.adjusted(0, 0, 0, -small.height());
    const auto at = [&](double value) { return inside.center().x() + inside.width() / 2 * std::clamp(value / reach, -1.0, 1.0); };
    const double middle = inside.center().y();

    painter.fillRect(QRectF(QPointF(at(row.low), inside.top()), QPointF(at(row.high), inside.bottom())), theme.tint(Role::Done, 0.10));
    painter.setPen(theme.colour(Role::Line));
    painter.drawLine(QPointF(at(0), inside.top()), QPointF(at(0), inside.bottom()));
    painter.drawLine(inside.bottomLeft(), inside.bottomRight());
    painter.setPen(QPen(theme.colour(Role::Dim), 1.2, Qt::DashLine));
    for (const double bound : {row.low, row.high})
        if (std::isfinite(bound))
            painter.drawLine(QPointF(at(bound), inside.top()), QPointF(at(bound), inside.bottom()));
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    const QRectF ends(plot.left(), inside.bottom(), plot.width(), small.height());
    const bool share = row.unit == "points";
    painter.drawText(ends, Qt::AlignLeft | Qt::AlignVCenter, gainValueText(-reach, share));
    painter.drawText(ends, Qt::AlignHCenter | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(ends, Qt::AlignRight | Qt::AlignVCenter, gainValueText(reach, share));

    if (!row.hasMean)
        return;
    const QColor ink = theme.colour(claimStatusRole(row.verdict));
    if (row.hasInterval) {
        const double left = at(row.mean - row.halfWidth), right = at(row.mean + row.halfWidth), cap = theme.grid(0.5);
        painter.setPen(QPen(ink, 2.4, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(left, middle), QPointF(right, middle));
        painter.setPen(QPen(ink, 1.4));
        for (const double end : {left, right})
            painter.drawLine(QPointF(end, middle - cap), QPointF(end, middle + cap));
    }
    // The shape says the status too: a disc is supported, a square refuted, a ring undecided.
    const double radius = theme.grid(0.625);
    const QRectF mark(at(row.mean) - radius, middle - radius, 2 * radius, 2 * radius);
    painter.setPen(QPen(ink, 2));
    painter.setBrush(row.verdict == ClaimStatus::CannotTell ? theme.colour(Role::Panel) : ink);
    if (row.verdict == ClaimStatus::Refuted)
        painter.drawRect(mark);
    else
        painter.drawEllipse(mark);
    painter.setBrush(Qt::NoBrush);
}

QString ClaimRowsView::tipAt(const QPointF& place) const
{
    const Layout layout = layoutFor(width());
    double bottom = 0.0;
    for (const ClaimRow& row : m_rows)
        if (bottom += heightOf(row, layout); place.y() < bottom)
            return place.y() < 0.0 ? QString() : row.tip;
    return {};
}

} // namespace reweigh
