// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/EpochBar.h"

#include "widgets/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

double handleRadius()
{
    return Theme::instance().grid(0.9);
}

} // namespace

EpochSlider::EpochSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setRange(1, 1);
    setPageStep(5);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EpochSlider::setReached(int epoch)
{
    m_reached = epoch;
    update();
}

QSize EpochSlider::sizeHint() const
{
    return {Theme::instance().grid(20), Theme::instance().grid(2.5)};
}

QSize EpochSlider::minimumSizeHint() const
{
    return {Theme::instance().grid(8), Theme::instance().grid(2.5)};
}

double EpochSlider::placeOf(int epoch) const
{
    const double radius = handleRadius() + 2.0;
    const int span = std::max(1, maximum() - minimum());
    return radius + (width() - 2.0 * radius) * (epoch - minimum()) / span;
}

void EpochSlider::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0, thickness = theme.grid(0.6), from = placeOf(minimum()), at = placeOf(value());
    const auto bar = [&](double to, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, middle - thickness / 2.0, std::max(0.0, to - from), thickness), thickness / 2.0,
                                thickness / 2.0);
    };
    bar(placeOf(maximum()), theme.colour(Role::Grid));
    bar(placeOf(std::min(m_reached, maximum())), theme.colour(Role::Line));
    bar(at, theme.colour(Role::Selection));
    if (hasFocus()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tint(Role::Selection, 0.3));
        painter.drawEllipse(QPointF(at, middle), handleRadius() + 2.0, handleRadius() + 2.0);
    }
    painter.setPen(QPen(theme.colour(Role::Selection), theme.grid(0.25)));
    painter.setBrush(theme.colour(Role::Panel));
    painter.drawEllipse(QPointF(at, middle), handleRadius() - 1.0, handleRadius() - 1.0);
}

void EpochSlider::moveTo(double x)
{
    const double radius = handleRadius() + 2.0;
    const double share = std::clamp((x - radius) / std::max(1.0, width() - 2.0 * radius), 0.0, 1.0);
    setValue(std::min(m_reached, minimum() + int(std::lround(share * (maximum() - minimum())))));
}

void EpochSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(event->position().x());
}

void EpochSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(event->position().x());
}

namespace {

/// A replay takes about 8 s for any number of epochs, but shows each epoch for 400 ms at most and 40 ms at least.
constexpr int replayMs = 8000, slowestMs = 400, fastestMs = 40;

} // namespace

EpochBar::EpochBar(QWidget* parent)
    : QWidget(parent)
    , m_play(new QToolButton(this))
    , m_slider(new EpochSlider(this))
    , m_label(new QLabel(this))
{
    m_play->setObjectName(QStringLiteral("epochPlay"));
    m_play->setCheckable(true);
    m_play->setAutoRaise(true);
    m_slider->setObjectName(QStringLiteral("epochSlider"));
    m_slider->setAccessibleName(tr("Epoch"));
    m_label->setObjectName(QStringLiteral("epochLabel"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::instance().grid());
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_label);

    connect(m_play, &QToolButton::toggled, this, &EpochBar::play);
    connect(m_slider, &QSlider::valueChanged, this, [this](int epoch) {
        m_play->setChecked(false); // moving the slider by hand stops the replay
        if (m_cursor) {
            m_cursor->setEpoch(epoch);
            show(*m_cursor); // if the epoch is not trained yet, moves the handle back to the last trained one
        }
    });
    connect(&m_clock, &QTimer::timeout, this, &EpochBar::playOn);
    connect(&Theme::instance(), &Theme::changed, this, &EpochBar::retheme);
    retheme();
    play(false);
}

void EpochBar::retheme()
{
    setEnabledInk(*m_play, Role::Selection);
}

void EpochBar::setCursor(EpochCursor& cursor)
{
    if (m_cursor == &cursor)
        return;
    if (m_cursor)
        disconnect(m_cursor, nullptr, this, nullptr);
    m_play->setChecked(false);
    m_cursor = &cursor;
    connect(m_cursor, &EpochCursor::changed, this, [this] { show(*m_cursor); });
    show(cursor);
}

void EpochBar::show(const EpochCursor& cursor)
{
    const EpochFigures* epoch = cursor.epoch();
    setEnabled(epoch);
    if (!epoch)
        return;
    const auto& epochs = cursor.trained()->epochs;
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(epochs.front().epoch, std::max(cursor.epochsPlanned(), epochs.front().epoch));
    m_slider->setReached(epochs.back().epoch);
    m_slider->setValue(epoch->epoch);
    m_slider->update();
    const auto text = [](int number) { return tr("epoch %1").arg(QLocale().toString(number)); };
    m_label->setText(text(epoch->epoch));
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(text(m_slider->maximum()))); // the label's width stays constant
    m_play->setEnabled(epochs.size() > 1);
}

void EpochBar::play(bool on)
{
    m_play->setText(on ? QStringLiteral("❚❚") : QStringLiteral("▶"));
    m_play->setAccessibleName(on ? tr("Stop the replay") : tr("Replay the epochs"));
    m_play->setToolTip(m_play->accessibleName());
    if (!on || !m_cursor || !m_cursor->epoch()) {
        m_clock.stop();
        return;
    }
    const int epochs = int(m_cursor->trained()->epochs.size());
    if (m_cursor->position() == epochs - 1)
        m_cursor->step(-epochs);
    m_clock.start(std::clamp(replayMs / epochs, fastestMs, slowestMs));
}

void EpochBar::playOn()
{
    if (m_cursor)
        m_cursor->step(1);
    if (!m_cursor || !m_cursor->trained() || m_cursor->position() >= int(m_cursor->trained()->epochs.size()) - 1)
        m_play->setChecked(false);
}

} // namespace reweigh
