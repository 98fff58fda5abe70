// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/labels/VerifyProgress.h"

#include "widgets/theme/Theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace reweigh {

VerifyProgress::VerifyProgress(QWidget* parent)
    : PaintedView(QStringLiteral("verifyProgress"), tr("Checked images of each class"), parent)
{
}

void VerifyProgress::setRows(std::vector<Row> rows, int needed)
{
    if (rows == m_rows && needed == m_needed)
        return;
    m_rows = std::move(rows);
    m_needed = needed;
    contentChanged();
}

int VerifyProgress::rowHeight() const
{
    return QFontMetrics(Theme::instance().scopeFont()).height() + Theme::instance().grid(0.25);
}

int VerifyProgress::heightFor(int) const
{
    return int(m_rows.size()) * rowHeight();
}

QSize VerifyProgress::minimumSizeHint() const
{
    return {Theme::instance().grid(12), heightFor(0)};
}

void VerifyProgress::paint(QPainter& painter, const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    double names = 0.0, figures = 0.0;
    const auto words = [this](const Row& row) {
        const QString text = tr("%1 of %2").arg(QLocale().toString(row.done.right), QLocale().toString(m_needed));
        return row.done.right >= m_needed ? tr("%1 %2", "tick, count").arg(markOf(Role::Done), text) : text;
    };
    for (const Row& row : m_rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        figures = std::max(figures, metrics.horizontalAdvance(words(row)));
    }
    names = std::min(names + 1.0, target.width() * 0.4);
    const double gap = theme.grid(0.75), height = rowHeight();
    painter.setFont(theme.scopeFont());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const bool enough = row.done.right >= m_needed;
        const QRectF line(target.left(), target.top() + double(i) * height, target.width(), height);
        painter.setPen(theme.colour(Role::Text));
        painter.drawText(QRectF(line.left(), line.top(), names, height), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.name, Qt::ElideRight, names));
        painter.setPen(theme.colour(enough ? Role::Done : Role::Dim));
        painter.drawText(QRectF(line.right() - figures, line.top(), figures, height), Qt::AlignRight | Qt::AlignVCenter, words(row));
        const QRectF track(line.left() + names + gap, line.center().y() - theme.grid(0.25), line.width() - names - figures - 2.0 * gap,
                           theme.grid(0.5));
        if (track.width() <= 0.0)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Role::Grid));
        painter.drawRect(track);
        QRectF done = track;
        done.setWidth(track.width() * (m_needed > 0 ? std::min(1.0, double(row.done.right) / m_needed) : 1.0));
        painter.setBrush(theme.colour(enough ? Role::Done : Role::Selection));
        painter.drawRect(done);
    }
}

QString VerifyProgress::tipAt(const QPointF& point) const
{
    const int row = int(point.y()) / std::max(1, rowHeight());
    if (point.y() < 0 || row >= int(m_rows.size()))
        return {};
    const Row& at = m_rows[std::size_t(row)];
    return tr("%1: %2 found right of %3 looked at; %Ln image(s) in all", nullptr, at.done.images)
        .arg(at.name, QLocale().toString(at.done.right), QLocale().toString(at.done.looked));
}

} // namespace reweigh
