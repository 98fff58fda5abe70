// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WeightDistributionView.h"

#include "widgets/help/ToolTipWrap.h"
#include "widgets/panel/ValueAxis.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr int ridgePoints = 120; // enough for smooth curves; more would slow a replay, which computes six densities per epoch

} // namespace

bool WeightDistributionInfo::hasDistributions() const
{
    return std::ranges::any_of(groups, [](const Group& group) { return group.weights[0].n + group.weights[1].n > 0; });
}

bool WeightDistributionInfo::hasWrong() const
{
    return std::ranges::any_of(
        groups, [this](const Group& group) { return hasDistributions() ? group.weights[1].n > 0 : std::isfinite(group.mean[1]); });
}

WeightDistributionInfo weightDistributionInfo(const RunEpochs& run, std::size_t position)
{
    const EpochFigures& epoch = run.epochs[position];
    WeightDistributionInfo info;
    info.position = position;
    info.epoch = epoch.epoch;
    info.auroc = epoch.detection.auroc;
    info.averagePrecision = epoch.detection.averagePrecision;
    info.upper = largestWeight(run.epochs);
    for (std::size_t i = 0; i < info.groups.size(); ++i) {
        WeightDistributionInfo::Group& group = info.groups[i];
        for (std::size_t wrong = 0; wrong < 2; ++wrong)
            group.weights[wrong] = weightDensity(epoch.distribution.counts[i][wrong], epoch.distribution.upper, ridgePoints);
        group.mean = {epoch.detection.meanRightWeight[i], epoch.detection.meanWrongWeight[i]};
        group.auroc = epoch.detection.aurocByGroup[i];
        for (const EpochFigures& any : run.epochs)
            group.aurocs.push_back(any.detection.aurocByGroup[i]);
    }
    for (const EpochFigures& any : run.epochs)
        info.aurocs.push_back(any.detection.auroc);
    info.health = weightHealth(run.epochs.first(position + 1));
    return info;
}

namespace {

QString countText(const WeightDistributionInfo::Group& group)
{
    return QLocale().toString(qlonglong(group.weights[0].n + group.weights[1].n));
}

/// Draws values in [0, 1] as a line, interrupted where they are not finite, with a dot at one of them.
void paintSparkline(QPainter& painter, const QRectF& target, const std::vector<double>& values, std::size_t dot)
{
    const Theme& theme = Theme::instance();
    const auto place = [&](std::size_t i) {
        const double share = values.size() < 2 ? 1.0 : double(i) / double(values.size() - 1);
        return QPointF(target.left() + share * target.width(), target.bottom() - values[i] * target.height());
    };
    painter.setPen(QPen(theme.colour(Role::Line), 1.0));
    const double middle = target.center().y(); // AUROC 0.5
    painter.drawLine(QPointF(target.left(), middle), QPointF(target.right(), middle));
    QPainterPath path;
    bool open = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool known = std::isfinite(values[i]);
        if (known)
            open ? path.lineTo(place(i)) : path.moveTo(place(i));
        open = known;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colour(Role::Dim), 1.2));
    painter.drawPath(path);
    if (dot < values.size() && std::isfinite(values[dot])) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Role::Selection));
        painter.drawEllipse(place(dot), theme.grid(0.3), theme.grid(0.3));
    }
}

} // namespace

WeightDistributionView::WeightDistributionView(QWidget* parent)
    : QWidget(parent)
    , m_zoom(new ViewZoom(*this, Qt::Horizontal, [this] { return m_info ? places(QRectF(rect())).ridges : QRectF(); }))
{
    setObjectName(QStringLiteral("weightDistributionView"));
    setFocusPolicy(Qt::StrongFocus); // for the keys that zoom
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WeightDistributionView::setInfo(std::shared_ptr<const WeightDistributionInfo> info)
{
    m_info = std::move(info);
    if (m_info)
        m_zoom->setWhole(Qt::Horizontal, 0.0, m_info->upper);
    update();
}

QSize WeightDistributionView::minimumSizeHint() const
{
    return {Theme::instance().grid(20), Theme::instance().grid(11)};
}

QString WeightDistributionView::groupName(std::size_t group)
{
    return group == 0 ? tr("many") : group == 1 ? tr("medium") : tr("few");
}

WeightDistributionView::Places WeightDistributionView::places(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF title(theme.titleFont()), small(theme.scopeFont());
    double left = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
        left = std::max(left, title.horizontalAdvance(groupName(i)));
        if (m_info)
            left = std::max(left, small.horizontalAdvance(countText(m_info->groups[i])));
    }
    const double right = std::max(small.horizontalAdvance(tr("AUROC")), title.horizontalAdvance(decimals(0.88, 2))) + theme.grid();
    const double axis = 2.0 * small.height() + theme.grid(0.5);
    Places at;
    at.ridges = target.adjusted(left + theme.grid(2), 0, -right - theme.grid(1.5), -axis);
    at.names = QRectF(target.left(), at.ridges.top(), left, at.ridges.height());
    at.numbers = QRectF(target.right() - right, at.ridges.top(), right, at.ridges.height());
    at.rowHeight = at.ridges.height() / 3.0;
    return at;
}

void WeightDistributionView::paint(QPainter& painter, const QRectF& target) const
{
    if (!m_info)
        return;
    const Theme& theme = Theme::instance();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Places at = places(target);
    paintAxis(painter, at);
    for (std::size_t i = 0; i < m_info->groups.size(); ++i) {
        const WeightDistributionInfo::Group& group = m_info->groups[i];
        const auto rowOf = [&](const QRectF& column) {
            return QRectF(column.left(), column.top() + double(i) * at.rowHeight, column.width(), at.rowHeight);
        };
        const bool distributed = group.weights[0].n + group.weights[1].n > 0;
        const QRectF ridge = rowOf(at.ridges);
        painter.save();
        if (m_zoom->moved())
            painter.setClipRect(ridge, Qt::IntersectClip);
        distributed ? paintRidge(painter, ridge, group) : paintMeans(painter, ridge, group);
        painter.restore();
        const QRectF name = rowOf(at.names);
        const double line = QFontMetricsF(theme.titleFont()).height();
        painter.setPen(theme.colour(Role::Text));
        painter.setFont(theme.titleFont());
        painter.drawText(QRectF(name.left(), name.center().y() - line / 2.0, name.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         groupName(i));
        if (distributed && at.rowHeight > 3.0 * line) {
            painter.setPen(theme.colour(Role::Dim));
            painter.setFont(theme.scopeFont());
            painter.drawText(QRectF(name.left(), name.center().y() + line / 2.0, name.width(), line), Qt::AlignLeft | Qt::AlignTop,
                             countText(group));
        }
        paintNumbers(painter, rowOf(at.numbers), group);
    }
    painter.restore();
}

void WeightDistributionView::paintAxis(QPainter& painter, const Places& at) const
{
    const Theme& theme = Theme::instance();
    painter.setFont(theme.scopeFont());
    const QFontMetricsF small(theme.scopeFont());
    const double line = small.height(), wide = small.horizontalAdvance(QLocale().toString(0.5, 'f', 1)) * 2.0;
    const auto tick = [&](double x, const QString& text) {
        painter.setPen(theme.colour(Role::Grid));
        painter.drawLine(QPointF(x, at.ridges.top()), QPointF(x, at.ridges.bottom()));
        painter.setPen(theme.colour(Role::Dim));
        painter.drawText(QRectF(x - wide, at.ridges.bottom() + theme.grid(0.5), 2.0 * wide, line), Qt::AlignCenter, text);
    };
    const int steps = at.ridges.width() > 7.0 * wide ? 5 : 2;
    if (m_zoom->moved()) {
        const ViewZoom::Range shown = m_zoom->range(Qt::Horizontal);
        const ValueAxis axis = ValueAxis::over(shown.low, shown.high);
        double free = at.names.left();
        for (const double weight : axis.ticks()) {
            const double x = m_zoom->x(weight, at.ridges), half = small.horizontalAdvance(axis.label(weight)) / 2.0;
            if (x - half < free)
                continue;
            tick(x, axis.label(weight));
            free = x + half + theme.grid(0.5);
        }
    } else {
        for (int i = 0; i <= steps; ++i) {
            const double share = double(i) / steps;
            tick(at.ridges.left() + share * at.ridges.width(), QLocale().toString(share * m_info->upper, 'f', 1));
        }
    }
    const QString label = m_info->hasDistributions() ? tr("weight") : tr("mean weight (this run kept no distributions)");
    const QRectF below(at.names.left(), at.ridges.bottom() + line + theme.grid(0.5), at.numbers.right() - at.names.left(), line);
    painter.drawText(below, Qt::AlignCenter, small.elidedText(label, Qt::ElideRight, below.width()));
}

void WeightDistributionView::paintRidge(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const
{
    const Theme& theme = Theme::instance();
    double peak = 1e-9;
    for (const WeightDensity& density : group.weights)
        for (const double value : density.density)
            peak = std::max(peak, value);
    const double middle = row.center().y(), scale = 0.46 * row.height() / peak;
    for (std::size_t wrong = 0; wrong < 2; ++wrong) {
        const WeightDensity& density = group.weights[wrong];
        if (density.n == 0)
            continue;
        const Role role = wrong ? Role::Wrong : Role::Right;
        const auto place = [&](double weight) { return m_zoom->x(weight, row); };
        QPainterPath outline(QPointF(place(0.0), middle));
        for (std::size_t i = 0; i < density.x.size(); ++i)
            outline.lineTo(place(density.x[i]), middle + (wrong ? scale : -scale) * density.density[i]);
        outline.lineTo(place(density.x.back()), middle); // an epoch's largest weight may lie before the axis' end
        outline.lineTo(place(m_info->upper), middle);
        painter.setPen(QPen(theme.colour(role), 1.0));
        painter.setBrush(theme.tint(role, 0.55));
        painter.drawPath(outline);
        if (wrong) {
            painter.setRenderHint(QPainter::Antialiasing, false); // an antialiased pattern is slow and looks no better
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.hatch(role));
            painter.drawPath(outline);
            painter.setRenderHint(QPainter::Antialiasing);
        }
    }
}

void WeightDistributionView::paintMeans(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const
{
    const Theme& theme = Theme::instance();
    const double middle = row.center().y(), reach = std::min(row.height() * 0.35, double(theme.grid(3)));
    painter.setPen(theme.colour(Role::Line));
    painter.drawLine(QPointF(row.left(), middle), QPointF(row.right(), middle));
    for (std::size_t wrong = 0; wrong < 2; ++wrong) {
        if (!std::isfinite(group.mean[wrong]))
            continue;
        const double x = m_zoom->x(group.mean[wrong], row);
        painter.setPen(QPen(theme.colour(wrong ? Role::Wrong : Role::Right), theme.grid(0.4), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x, middle), QPointF(x, middle + (wrong ? reach : -reach)));
    }
}

void WeightDistributionView::paintNumbers(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const
{
    const Theme& theme = Theme::instance();
    const double big = QFontMetricsF(theme.titleFont()).height(), small = QFontMetricsF(theme.scopeFont()).height(), line = theme.grid(2);
    const bool worded = row.height() >= big + small, sparkling = row.height() >= big + small + line && group.aurocs.size() > 1;
    const double height = big + (worded ? small : 0.0) + (sparkling ? line : 0.0);
    QRectF at(row.left(), row.center().y() - height / 2.0, row.width(), big);
    painter.setFont(theme.titleFont());
    painter.setPen(theme.colour(Role::Text));
    painter.drawText(at, Qt::AlignRight | Qt::AlignVCenter, decimals(group.auroc, 2));
    if (worded) {
        at = QRectF(row.left(), at.bottom(), row.width(), small);
        painter.setFont(theme.scopeFont());
        painter.setPen(theme.colour(Role::Dim));
        painter.drawText(at, Qt::AlignRight | Qt::AlignVCenter, tr("AUROC"));
    }
    if (sparkling)
        paintSparkline(painter,
                       QRectF(row.left() + row.width() * 0.2, at.bottom() + theme.grid(0.25), row.width() * 0.75, line - theme.grid(0.25)),
                       group.aurocs, m_info->position);
}

void WeightDistributionView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()));
}

QString WeightDistributionView::saysAt(const QPointF& place) const
{
    if (!m_info)
        return {};
    const Places at = places(QRectF(rect()));
    const int row = int((place.y() - at.ridges.top()) / std::max(1.0, at.rowHeight));
    if (place.y() < at.ridges.top() || row > 2)
        return {};
    const WeightDistributionInfo::Group& group = m_info->groups[std::size_t(row)];
    const QLocale locale;
    const int right = int(group.weights[0].n);
    if (m_info->ownLabels && !m_info->hasWrong())
        return tr("%1 classes: mean weight %2 (%Ln sample(s))", nullptr, right)
            .arg(groupName(std::size_t(row)), decimals(group.mean[0], 2));
    return (m_info->ownLabels
                ? tr("%1 classes: mean weight %2 where the label is as it came (%Ln sample(s)), %3 where it was changed (%4); AUROC %5",
                     nullptr, right)
                : tr("%1 classes: mean weight %2 where the label is right (%Ln sample(s)), %3 where it is wrong (%4); AUROC %5", nullptr,
                     right))
        .arg(groupName(std::size_t(row)), decimals(group.mean[0], 2), decimals(group.mean[1], 2),
             locale.toString(qlonglong(group.weights[1].n)), decimals(group.auroc, 2));
}

bool WeightDistributionView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_info)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const QString said = saysAt(help->pos()); !said.isEmpty())
        QToolTip::showText(help->globalPos(), wrappedTip(said), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace reweigh
