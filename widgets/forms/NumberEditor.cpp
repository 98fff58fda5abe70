// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/NumberEditor.h"

#include "widgets/forms/NumberBox.h"
#include "widgets/forms/TextEditor.h"
#include "widgets/state/ExperimentDocument.h"
#include "widgets/theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace reweigh {

Slider::Slider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

double Slider::radius() const
{
    return Theme::instance().grid(0.75);
}

double Slider::xOf(int position) const
{
    const double room = width() - 2 * radius() - 4;
    return radius() + 2 + room * (position - minimum()) / std::max(1, maximum() - minimum());
}

int Slider::positionAt(double x) const
{
    const double room = std::max(1.0, width() - 2 * radius() - 4);
    const double share = std::clamp((x - radius() - 2) / room, 0.0, 1.0);
    return minimum() + int(std::lround(share * (maximum() - minimum())));
}

QSize Slider::sizeHint() const
{
    return {Theme::instance().grid(18), int(2 * radius()) + 6};
}

QSize Slider::minimumSizeHint() const
{
    return {Theme::instance().grid(8), sizeHint().height()};
}

void Slider::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0, thick = theme.grid(0.5), x = xOf(sliderPosition());
    const QColor accent = isEnabled() ? theme.colour(Role::Selection) : theme.tint(Role::Dim, 0.5);
    const auto bar = [&](double from, double to, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, middle - thick / 2, to - from, thick), thick / 2, thick / 2);
    };
    bar(2, width() - 2, theme.tint(Role::Line, 0.8));
    bar(2, x, accent);
    painter.setPen(QPen(accent, 2.2));
    painter.setBrush(theme.colour(Role::Panel));
    painter.drawEllipse(QPointF(x, middle), radius() - 1, radius() - 1);
    if (hasFocus()) {
        painter.setPen(QPen(theme.tint(Role::Selection, 0.5), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x, middle), radius() + 1.2, radius() + 1.2);
    }
}

void Slider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true); // sliderPressed()
    setSliderPosition(positionAt(event->position().x()));
}

void Slider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setSliderPosition(positionAt(event->position().x()));
}

void Slider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false); // sliderReleased()
}

NumberEditor::NumberEditor(const ConfigField& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_box(new NumberBox(field.kind == FieldKind::Integer, this))
    , m_scale(sliderScale(field.key))
{
    prepare(*m_box);
    fill(*m_box);
    m_box->setMinimumWidth(Theme::instance().grid(8));
    m_box->setStepper([this](double value, int steps) { return stepped(value, steps); });
    connect(m_box, &NumberBox::stepped, this, [this](double value) { Q_EMIT edited(toJson(value), 0); });
    m_typing = new TypedText(*m_box->edit());
    connect(m_box, &QAbstractSpinBox::editingFinished, m_typing, &TypedText::finish);
    connect(m_typing, &TypedText::typed, this, [this](const QString& text, int gesture) {
        const std::optional<double> value = m_box->value();
        Q_EMIT edited(value ? toJson(*value) : nlohmann::json(text.toStdString()), gesture);
    });
    if (m_scale)
        join();
}

void NumberEditor::join()
{
    m_slider = new Slider(this);
    prepare(*m_slider, QStringLiteral("-slider"));
    m_slider->setRange(0, m_scale->steps());
    m_slider->setPageStep(std::max(1, m_scale->steps() / 10));
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_drag = ExperimentDocument::newGesture(); });
    connect(m_slider, &QSlider::sliderReleased, this, [this] { m_drag = 0; });
    // display() blocks this signal, so every signal received here comes from the user.
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const double value = m_scale->valueAt(position);
        m_box->setValue(value);
        Q_EMIT edited(toJson(value), m_drag);
    });
}

nlohmann::json NumberEditor::toJson(double value) const
{
    return field().kind == FieldKind::Integer ? nlohmann::json(std::int64_t(value)) : nlohmann::json(value);
}

std::optional<double> NumberEditor::stepped(double value, int steps) const
{
    // One unit of the leading digit, so that 0.001 goes to 0.002 and to 0.0009.
    const auto unit = [&](double near) {
        if (field().kind == FieldKind::Integer)
            return 1.0;
        if (m_scale && !m_scale->log)
            return m_scale->step;
        return near == 0.0 ? 0.01 : std::pow(10.0, std::floor(std::log10(std::abs(near)) + 1e-9));
    };
    const bool free = field().kind == FieldKind::Number && (!m_scale || m_scale->log);
    double next = value;
    for (int i = 0; i < std::abs(steps); ++i) {
        double step = unit(next);
        if (steps < 0 && free && std::abs(next - step) < step * 1e-6)
            step /= 10;
        const double there = next + (steps < 0 ? -step : step);
        const double exact = std::round(there / step) / std::round(1.0 / std::min(step, 1.0)) * std::max(step, 1.0);
        if (!accepts(toJson(exact)))
            break;
        next = exact;
    }
    return next == value ? std::nullopt : std::optional(next);
}

bool NumberEditor::isTyping() const
{
    return m_typing->isPending();
}

void NumberEditor::finishTyping()
{
    m_typing->finish();
}

void NumberEditor::display(const nlohmann::json& value)
{
    const double number = value.get<double>();
    m_box->setValue(number);
    if (m_slider) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(m_scale->positionOf(number));
    }
}

QWidget* NumberEditor::input() const
{
    return m_box;
}

QWidget* NumberEditor::slider() const
{
    return m_slider;
}

} // namespace reweigh
