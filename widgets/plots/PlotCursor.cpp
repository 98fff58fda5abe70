// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotCursor.h"

#include <QFontMetrics>
#include <QKeyEvent>

#include <algorithm>

namespace reweigh {
namespace {

constexpr const char* layerName = "cursor";

} // namespace

PlotCursor::PlotCursor(Plot& plot, QCPAxisRect& rect, Words words)
    : QObject(&plot)
    , m_plot(plot)
    , m_rect(&rect)
    , m_words(std::move(words))
{
    if (!plot.layer(layerName)) {
        plot.addLayer(layerName);
        plot.layer(layerName)->setMode(QCPLayer::lmBuffered);
    }
    m_line = new QCPItemStraightLine(&plot);
    m_box = new QCPItemText(&plot);
    for (QCPAbstractItem* item : {static_cast<QCPAbstractItem*>(m_line.data()), static_cast<QCPAbstractItem*>(m_box)}) {
        item->setLayer(layerName);
        item->setClipAxisRect(&rect);
        item->setSelectable(false);
        item->setVisible(false);
    }
    m_box->setClipToAxisRect(false);
    QCPAxis* x = rect.axis(QCPAxis::atBottom);
    QCPAxis* y = rect.axis(QCPAxis::atLeft);
    for (QCPItemPosition* position : {m_line->point1, m_line->point2}) {
        position->setAxes(x, y);
        position->setAxisRect(&rect);
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_box->position->setAxes(x, y);
    m_box->position->setAxisRect(&rect);
    m_box->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_box->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_box->setTextAlignment(Qt::AlignLeft);
    plot.setMouseTracking(true);
    plot.installEventFilter(this);
    plot.addReader([this](const QPointF& place) {
        if (!m_rect || !m_rect->rect().contains(place.toPoint()))
            return QString();
        double at = m_rect->axis(QCPAxis::atBottom)->pixelToCoord(place.x());
        return m_words(at);
    });
    connect(&Theme::instance(), &Theme::changed, this, &PlotCursor::retheme);
    retheme();
}

void PlotCursor::retheme()
{
    const Theme& theme = Theme::instance();
    const int pad = theme.grid(0.75);
    m_line->setPen(Plot::thin(theme.colour(Role::Text)));
    m_box->setColor(theme.colour(Role::Text));
    m_box->setFont(theme.scopeFont());
    m_box->setBrush(theme.colour(Role::Panel));
    m_box->setPen(QPen(theme.colour(Role::Line)));
    m_box->setPadding(QMargins(pad, pad / 2, pad, pad / 2));
}

void PlotCursor::show(double x)
{
    const QString words = m_words(x);
    if (words.isEmpty()) {
        hide();
        return;
    }
    m_x = x;
    m_line->point1->setCoords(x, 0);
    m_line->point2->setCoords(x, 1);
    m_text = words;
    placeBox();
    m_line->setVisible(true);
    m_box->setVisible(true);
    Q_EMIT moved();
    m_plot.layer(layerName)->replot();
    m_plot.setAccessibleDescription(words);
}

void PlotCursor::placeBox()
{
    const QRect inside = m_plot.viewport();
    const QFontMetrics metrics(m_box->font());
    QStringList lines = m_text.split(QLatin1Char('\n'));
    for (QString& line : lines)
        line = metrics.elidedText(line, Qt::ElideMiddle, inside.width() - 2 * m_box->padding().left() - 2);
    m_box->setText(lines.join(QLatin1Char('\n')));
    // In the right half of the plot the box stands left of the line.
    const bool right = m_rect->axis(QCPAxis::atBottom)->coordToPixel(m_x) > m_rect->center().x();
    m_box->setPositionAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    m_box->position->setCoords(m_x, 0.02);
    const QPointF first = m_box->topLeft->pixelPosition(), last = m_box->bottomRight->pixelPosition();
    const double back = std::max(0.0, last.x() - inside.right()), up = std::max(0.0, last.y() - inside.bottom());
    const QPointF shift(std::max(inside.left() - first.x(), -back), std::max(inside.top() - first.y(), -up));
    if (!shift.isNull())
        m_box->position->setPixelPosition(m_box->position->pixelPosition() + shift);
}

void PlotCursor::hide()
{
    if (!m_line->visible())
        return;
    m_line->setVisible(false);
    m_box->setVisible(false);
    Q_EMIT moved();
    m_plot.layer(layerName)->replot();
}

void PlotCursor::readAgain()
{
    if (visible())
        show(m_x);
}

bool PlotCursor::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_line)
        return false;
    QCPAxis* axis = m_rect->axis(QCPAxis::atBottom);
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QPoint place = mouse->position().toPoint();
        if (m_rect->rect().contains(place) && mouse->buttons() == Qt::NoButton) // while the plot is dragged, nothing is read
            show(axis->pixelToCoord(place.x()));
        else
            hide();
    } else if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool pans = static_cast<QKeyEvent*>(event)->modifiers() & Qt::ShiftModifier; // PlotNavigator does
        if (!pans && (key == Qt::Key_Left || key == Qt::Key_Right)) {
            const double step = m_rect->width() / 60.0 * (key == Qt::Key_Left ? -1 : 1);
            const bool was = visible();
            const double before = m_x, from = was ? axis->coordToPixel(m_x) : m_rect->center().x();
            for (int i = 1; i <= 60 && (i == 1 || (was && m_x == before)); ++i) // m_words may move x back to the same data point
                show(axis->pixelToCoord(from + i * step));
            return true;
        }
        if (key == Qt::Key_Escape && visible()) {
            hide();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reweigh
