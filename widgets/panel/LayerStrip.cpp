// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/LayerStrip.h"

#include "widgets/help/ToolTipWrap.h"
#include "widgets/theme/Theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace reweigh {
namespace {

double arrowWidth()
{
    return Theme::instance().grid(1.125);
}

double narrowest()
{
    return Theme::instance().grid(4.25);
}

/// The boxes that fit into `width`; if not all do, one box replaces those in the middle and shows their number.
std::vector<LayerBox> fitting(const std::vector<LayerBox>& boxes, double width)
{
    const int room = std::max(3, int((width + arrowWidth()) / (narrowest() + arrowWidth())));
    const int count = int(boxes.size());
    if (count <= room)
        return boxes;
    const int front = room / 2, back = room - 1 - front, hidden = count - front - back;
    std::vector<LayerBox> shown(boxes.begin(), boxes.begin() + front);
    const bool lit = std::any_of(boxes.begin() + front, boxes.end() - back, [](const LayerBox& box) { return box.highlighted; });
    shown.push_back({QStringLiteral("…"), QCoreApplication::translate("LayerStrip", "%1 more").arg(QLocale().toString(hidden)), lit});
    shown.insert(shown.end(), boxes.end() - back, boxes.end());
    return shown;
}

QRectF boxRect(const QRectF& target, int index, int count)
{
    const double width = std::min((target.width() - (count - 1) * arrowWidth()) / count, double(Theme::instance().grid(14)));
    return {target.left() + index * (width + arrowWidth()), target.top(), width, target.height()};
}

double widestIn(const QFont& font, const std::vector<LayerBox>& boxes, QString LayerBox::*text)
{
    double widest = 1.0;
    for (const LayerBox& box : boxes)
        widest = std::max(widest, QFontMetricsF(font).horizontalAdvance(box.*text) + 1);
    return widest;
}

/// The font, a little smaller where that lets every text fit, and not bold where even that does not; a text that still does not fit is
/// elided. Widths do not shrink in proportion to the size, so each size is tried.
QFont fitted(const QFont& font, const std::vector<LayerBox>& boxes, QString LayerBox::*text, double width)
{
    constexpr double least = 0.72, step = 0.04;
    QFont smaller = font;
    for (const QFont::Weight weight : {font.weight(), QFont::Normal}) {
        smaller.setWeight(weight);
        for (double scale = 1.0; scale > least; scale -= step) {
            smaller.setPointSizeF(font.pointSizeF() * scale);
            if (widestIn(smaller, boxes, text) <= width)
                return smaller;
        }
    }
    return smaller;
}

} // namespace

LayerStrip::LayerStrip(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LayerStrip::setBoxes(std::vector<LayerBox> boxes)
{
    if (boxes == m_boxes)
        return;
    m_boxes = std::move(boxes);
    QStringList words;
    for (const LayerBox& box : m_boxes)
        words << (box.subtitle.isEmpty() ? box.title : tr("%1 (%2)").arg(box.title, box.subtitle));
    setAccessibleDescription(words.join(QStringLiteral(" → ")));
    update();
}

void LayerStrip::paint(QPainter& painter, const QRectF& target, const std::vector<LayerBox>& all)
{
    if (all.empty())
        return;
    const Theme& theme = Theme::instance();
    const std::vector<LayerBox> boxes = fitting(all, target.width());
    const double inside = boxRect(target, 0, int(boxes.size())).width() - theme.grid(0.375);
    const QFont titleFont = fitted(theme.strongFont(), boxes, &LayerBox::title, inside);
    const QFont subtitleFont = fitted(theme.scopeFont(), boxes, &LayerBox::subtitle, inside);
    const QFontMetricsF title(titleFont), subtitle(subtitleFont);
    const double radius = theme.grid(0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < int(boxes.size()); ++i) {
        const LayerBox& box = boxes[std::size_t(i)];
        const QRectF rect = boxRect(target, i, int(boxes.size())).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(theme.colour(box.highlighted ? Role::Selection : Role::Line), box.highlighted ? 1.2 : 1.0));
        painter.setBrush(box.highlighted ? theme.tint(Role::Selection, theme.dark() ? 0.28 : 0.16) : theme.tint(Role::Line, 0.45));
        painter.drawRoundedRect(rect, radius, radius);

        const double block = title.height() + (box.subtitle.isEmpty() ? 0.0 : subtitle.height());
        double y = rect.center().y() - block / 2;
        painter.setFont(titleFont);
        painter.setPen(theme.colour(Role::Text));
        painter.drawText(QRectF(rect.left(), y, rect.width(), title.height()), Qt::AlignCenter,
                         title.elidedText(box.title, Qt::ElideRight, inside));
        y += title.height();
        painter.setFont(subtitleFont);
        painter.setPen(theme.colour(Role::Dim));
        painter.drawText(QRectF(rect.left(), y, rect.width(), subtitle.height()), Qt::AlignCenter,
                         subtitle.elidedText(box.subtitle, Qt::ElideRight, inside));
        if (i > 0) {
            const double reach = theme.grid(0.35), x = rect.left() - arrowWidth() / 2, middle = rect.center().y();
            painter.setPen(QPen(theme.colour(Role::Dim), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(QPolygonF{{x - reach / 2, middle - reach}, {x + reach / 2, middle}, {x - reach / 2, middle + reach}});
        }
    }
    painter.restore();
}

QSize LayerStrip::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const double height = QFontMetricsF(theme.strongFont()).height() + QFontMetricsF(theme.scopeFont()).height() + theme.grid(1.25);
    return {theme.grid(32), int(height)};
}

QSize LayerStrip::minimumSizeHint() const
{
    return {int(3 * narrowest() + 2 * arrowWidth()), sizeHint().height()};
}

void LayerStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_boxes);
}

bool LayerStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    // The tool tip shows the full text of elided boxes and the boxes that were left out.
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), wrappedTip(accessibleDescription()), this);
    return true;
}

} // namespace reweigh
