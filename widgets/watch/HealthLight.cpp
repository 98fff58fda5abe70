// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/HealthLight.h"

#include <QPainter>

namespace reweigh {

HealthLight::HealthLight(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("healthLight"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setHealth({});
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void HealthLight::setHealth(const WeightHealth& health)
{
    m_text = healthText(health);
    setToolTip(m_text.advice);
    setAccessibleName(tr("Health of the weights: %1").arg(text()));
    setAccessibleDescription(m_text.advice);
    updateGeometry();
    update();
}

QString HealthLight::text() const
{
    const QString mark = markOf(m_text.role);
    return mark.isEmpty() ? m_text.line : QStringLiteral("%1 %2").arg(mark, m_text.line);
}

QSize HealthLight::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(theme.scopeFont());
    return {metrics.horizontalAdvance(text()) + theme.grid(2), metrics.height() + theme.grid(0.75)};
}

void HealthLight::paint(QPainter& painter, const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Role::Grid));
    painter.drawRoundedRect(target, theme.grid(0.5), theme.grid(0.5));
    painter.setFont(theme.scopeFont());
    const QString mark = markOf(m_text.role);
    QRectF place = target.adjusted(theme.grid(), 0, -theme.grid(), 0);
    if (!mark.isEmpty()) {
        painter.setPen(theme.colour(m_text.role));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, mark);
        place.setLeft(place.left() + QFontMetricsF(theme.scopeFont()).horizontalAdvance(mark + QLatin1Char(' ')));
    }
    painter.setPen(theme.colour(Role::Text));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, m_text.line);
    painter.restore();
}

void HealthLight::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::instance().colour(Role::Selection), 1.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::instance().grid(0.5), Theme::instance().grid(0.5));
    }
}

} // namespace reweigh
