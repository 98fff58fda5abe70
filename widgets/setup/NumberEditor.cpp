// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/NumberEditor.h"

#include "widgets/setup/NumberBox.h"
#include "widgets/setup/Slider.h"
#include "widgets/setup/TypedText.h"
#include "widgets/state/ExperimentDocument.h"
#include "widgets/theme/Theme.h"

#include <QSignalBlocker>

#include <cmath>

namespace reweigh {

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
    auto* typing = new TypedText(*m_box->edit());
    connect(m_box, &QAbstractSpinBox::editingFinished, typing, &TypedText::finish);
    connect(typing, &TypedText::typed, this, [this](const QString& text, int gesture) {
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
    // display() blocks this signal: what is left comes from the user.
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
