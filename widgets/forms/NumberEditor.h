// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FieldEditor.h"

#include <QSlider>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace reweigh {

/// The usual range of a setting, mapped to a slider's positions 0..steps(). For a value outside this range the slider stands at its
/// end, and the box beside it shows the value.
struct SliderScale {
    double low = 0.0, high = 1.0;
    bool log = false;
    /// Distance of positions on a linear scale. A log scale has 200 steps, and its values are rounded to two significant digits.
    double step = 0.01;

    int steps() const { return log ? 200 : int(std::lround((high - low) / step)); }

    double valueAt(int position) const
    {
        const double share = double(position) / steps();
        if (!log) // divides instead of multiplying by 0.01, so that 0.3 is exactly 0.3
            return std::round((low + position * step) / step) / std::round(1.0 / std::min(step, 1.0)) * std::max(step, 1.0);
        const double value = low * std::pow(high / low, share);
        const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
        return std::round(value / unit) * unit;
    }

    int positionOf(double value) const
    {
        const double inside = std::clamp(value, low, high);
        const double share = log ? std::log(inside / low) / std::log(high / low) : (inside - low) / (high - low);
        return int(std::lround(share * steps()));
    }
};

/// The slider's scale for a setting; none if the setting has only a box.
inline std::optional<SliderScale> sliderScale(const std::string& key)
{
    if (key == "noise-rate")
        return SliderScale{.low = 0.0, .high = 1.0, .step = 0.01};
    if (key == "imbalance-factor")
        return SliderScale{.low = 1.0, .high = 500.0, .log = true};
    if (key == "meta-per-class")
        return SliderScale{.low = 1.0, .high = 100.0, .step = 1.0};
    if (key == "val-per-class")
        return SliderScale{.low = 1.0, .high = 125.0, .step = 1.0};
    return std::nullopt;
}

/// A horizontal slider in the program's style: filled up to its round handle. A click moves the handle to the pointer, and dragging
/// continues from there.
class Slider : public QSlider {
    Q_OBJECT
public:
    explicit Slider(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    double radius() const;
    double xOf(int position) const;
    int positionAt(double x) const;
};

class NumberBox;
class TypedText;

/// Edits a number in a NumberBox; settings with a usual range (sliderScale()) also have a slider.
class NumberEditor : public FieldEditor {
    Q_OBJECT
public:
    NumberEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    bool isTyping() const override;
    void finishTyping() override;
    QWidget* input() const override;
    QWidget* slider() const override;

private:
    void join();
    std::optional<double> stepped(double value, int steps) const;
    nlohmann::json toJson(double value) const;

    NumberBox* m_box;
    TypedText* m_typing;
    Slider* m_slider = nullptr;
    std::optional<SliderScale> m_scale;
    int m_drag = 0; ///< gesture of the current drag; 0 if there is none
};

} // namespace reweigh
