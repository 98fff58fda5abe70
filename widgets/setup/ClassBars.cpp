// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/ClassBars.h"

#include "widgets/panel/Hatching.h"
#include "widgets/setup/RecipeWords.h"
#include "widgets/theme/Theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {

ClassBars::ClassBars(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ClassBars::setBars(std::vector<ClassBar> bars)
{
    m_bars = std::move(bars);
    if (m_pointed >= int(m_bars.size()))
        point(-1);
    update();
}

void ClassBars::setChosen(int index)
{
    m_chosen = index;
    update();
}

QSize ClassBars::minimumSizeHint() const
{
    return {Theme::instance().grid(24), Theme::instance().grid(11)};
}

QSize ClassBars::sizeHint() const
{
    return {Theme::instance().grid(64), Theme::instance().grid(32)};
}

void ClassBars::point(int index)
{
    if (index == m_pointed)
        return;
    m_pointed = index;
    update();
    Q_EMIT pointedChanged(index);
}

int ClassBars::indexAt(double x) const
{
    const ClassBarsGeometry at(rect(), m_bars);
    const int index = int(std::floor((x - at.plot.left()) / at.slot));
    return index >= 0 && index < int(m_bars.size()) ? index : -1;
}

QString ClassBars::saysAt(const QPointF& place) const
{
    const int index = indexAt(place.x());
    if (index < 0)
        return {};
    const ClassBar& bar = m_bars[std::size_t(index)];
    const QLocale locale;
    return (bar.changedOnly
                ? tr("%1: %Ln image(s) trained on came with this label; of those that have it now %2 kept it and %3 were changed to it",
                     "name of a class", bar.members)
                : tr("%1: %Ln true member(s); of the images with this label %2 are right and %3 wrong", "name of a class", bar.members))
        .arg(bar.name, locale.toString(bar.right), locale.toString(bar.wrong));
}

void ClassBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_bars, m_pointed, m_chosen);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::instance().tint(Role::Selection, 0.5), 1.0));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    painter.end();
    Q_EMIT painted();
}

void ClassBars::mouseMoveEvent(QMouseEvent* event)
{
    point(indexAt(event->position().x()));
}

void ClassBars::mousePressEvent(QMouseEvent* event)
{
    if (const int index = indexAt(event->position().x()); index >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT chosen(index);
}

void ClassBars::leaveEvent(QEvent*)
{
    if (!hasFocus())
        point(-1);
}

void ClassBars::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(-1);
}

void ClassBars::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: return point(m_pointed < 0 ? last : std::max(0, m_pointed - 1));
    case Qt::Key_Right: return point(std::min(last, m_pointed + 1));
    case Qt::Key_Home: return point(std::min(0, last));
    case Qt::Key_End: return point(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pointed >= 0)
            Q_EMIT chosen(m_pointed);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

namespace {

struct BarWords {
    Q_DECLARE_TR_FUNCTIONS(ClassBars)
};

void drawLegend(QPainter& painter, const ClassBarsGeometry& at, bool changedOnly)
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    const QString words[] = {changedOnly ? BarWords::tr("trained on, by label as it came") : BarWords::tr("true class size"),
                             changedOnly ? BarWords::tr("label kept") : BarWords::tr("label right"),
                             changedOnly ? BarWords::tr("label changed") : BarWords::tr("label wrong")};
    const double box = theme.grid(2), gap = theme.grid(0.75);
    double x = at.plot.right();
    for (const QString& word : words)
        x -= box + gap * 0.7 + metrics.horizontalAdvance(word) + 2 + 2 * gap;
    x = std::max(x + 2 * gap, at.target.left());
    for (int i = 0; i < 3; ++i) {
        const QRectF mark(x, at.target.top() + metrics.height() * 0.2, box, metrics.height() * 0.6);
        if (i == 0) {
            painter.setPen(QPen(theme.colour(Role::Train), 1.3));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(mark);
        } else if (i == 1) {
            painter.fillRect(mark, theme.colour(Role::Right));
        } else {
            paintHatched(painter, mark, theme.colour(Role::Wrong), theme.colour(Role::Panel));
        }
        painter.setPen(theme.colour(Role::Text));
        const double wide = metrics.horizontalAdvance(words[i]) + 2;
        painter.drawText(QRectF(mark.right() + gap * 0.7, at.target.top(), wide, metrics.height()), Qt::AlignVCenter, words[i]);
        x = mark.right() + gap * 0.7 + wide + 2 * gap;
    }
}

void drawScale(QPainter& painter, const ClassBarsGeometry& at)
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    for (int tick = 0; tick <= at.top; tick += at.step) {
        const double y = at.y(tick);
        painter.setPen(theme.colour(tick == 0 ? Role::Line : Role::Grid));
        painter.drawLine(QPointF(at.plot.left(), y), QPointF(at.plot.right(), y));
        painter.setPen(theme.colour(Role::Dim));
        painter.drawText(
            QRectF(at.target.left(), y - metrics.height() / 2, at.plot.left() - at.target.left() - theme.grid(0.75), metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(tick));
    }
    painter.save();
    painter.translate(at.target.left(), at.plot.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, at.plot.height(), metrics.height()), Qt::AlignCenter, BarWords::tr("images", "the axis of counts"));
    painter.restore();
}

} // namespace

ClassBarsGeometry::ClassBarsGeometry(const QRectF& area, const std::vector<ClassBar>& bars)
    : target(area)
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    int most = 1;
    for (const ClassBar& bar : bars) {
        most = std::max({most, bar.members, bar.right + bar.wrong});
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(bar.name));
    }
    const double room = std::clamp((area.height() - 3.5 * metrics.height()) / (1.5 * metrics.height()), 1.0, 4.0); // ticks
    const double power = std::pow(10.0, std::floor(std::log10(double(most))));
    for (const double unit : {0.2, 0.5, 1.0, 2.0, 5.0, 10.0}) {
        step = std::max(1, int(unit * power));
        if (double(most) / step <= room)
            break;
    }
    top = (most + step - 1) / step * step;
    const double left = metrics.height() + metrics.horizontalAdvance(QLocale().toString(top)) + theme.grid(1.25);
    plot = area.adjusted(left, metrics.height() * 2.2, -1, -metrics.height() - theme.grid(0.5));
    slot = bars.empty() ? plot.width() : plot.width() / double(bars.size());
}

void ClassBars::paint(QPainter& painter, const QRectF& target, const std::vector<ClassBar>& bars, int pointed, int chosen, bool legend)
{
    const Theme& theme = Theme::instance();
    const ClassBarsGeometry at(target, bars);
    const QFontMetricsF metrics(theme.scopeFont());
    painter.save();
    painter.setFont(theme.scopeFont());
    drawScale(painter, at);
    if (legend)
        drawLegend(painter, at, !bars.empty() && bars.front().changedOnly);
    const int count = int(bars.size());
    const int every = std::max(1, int(std::ceil((std::min(at.nameWidth, 9.0 * theme.grid()) + theme.grid(0.5)) / at.slot)));
    // If a class has no room for two bars, the bar of labels takes its whole width and a step line shows the true members.
    const bool narrow = at.slot < theme.grid(1.75);
    painter.setRenderHint(QPainter::Antialiasing, !narrow);
    QPolygonF steps;
    for (int i = 0; i < count; ++i) {
        const ClassBar& bar = bars[std::size_t(i)];
        const int carried = bar.right + bar.wrong;
        const double left = at.plot.left() + i * at.slot, wide = narrow ? at.slot : at.slot * 0.36;
        if (i == pointed)
            painter.fillRect(QRectF(left, at.plot.top(), at.slot, at.plot.height()), theme.tint(Role::Selection, 0.10));
        const QRectF outline(QPointF(left + at.slot * 0.11, at.y(bar.members)), QPointF(left + at.slot * 0.11 + wide, at.y(0)));
        if (narrow) {
            steps << QPointF(left, at.y(bar.members)) << QPointF(left + at.slot, at.y(bar.members));
        } else {
            painter.setPen(QPen(theme.colour(Role::Train), 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(outline.adjusted(0.5, 0.5, -0.5, -0.5));
        }
        const double x = narrow ? left : outline.right() + at.slot * 0.06, all = at.y(carried);
        painter.fillRect(QRectF(QPointF(x, at.y(bar.right)), QPointF(x + wide, at.y(0))), theme.colour(Role::Right));
        paintHatched(painter, {QPointF(x, all), QPointF(x + wide, at.y(bar.right))}, theme.colour(Role::Wrong), theme.colour(Role::Panel));

        QRectF column(left - at.slot * (every - 1) / 2.0, 0, at.slot * every, metrics.height());
        column.moveRight(std::min(column.right(), at.target.right())); // the last name, too, stays inside
        const QString purity = percent(carried > 0 ? double(bar.right) / carried : NAN);
        // The purity is drawn only if it fits between this class's outline and the next one's.
        if (const double reach = metrics.horizontalAdvance(purity) + 1; reach <= at.slot * 0.62) {
            painter.setPen(theme.colour(Role::Dim));
            painter.drawText(
                QRectF(std::max(outline.right() + 1, x + wide / 2 - reach / 2), all - metrics.height() - 1, reach, metrics.height()),
                Qt::AlignCenter, purity);
        }
        if (i % every == 0 || i == pointed || i == chosen) {
            if (i % every != 0) // hide the names beside it
                painter.fillRect(column.translated(0, at.plot.bottom() + theme.grid(0.5)), theme.colour(Role::Panel));
            painter.setPen(theme.colour(i == chosen ? Role::Selection : i == pointed ? Role::Text : Role::Dim));
            painter.drawText(column.translated(0, at.plot.bottom() + theme.grid(0.5)), Qt::AlignCenter,
                             metrics.elidedText(bar.name, Qt::ElideRight, column.width() - 2));
        }
    }
    painter.setPen(QPen(theme.colour(Role::Test), 1.4));
    painter.drawPolyline(steps);
    painter.restore();
}

} // namespace reweigh
