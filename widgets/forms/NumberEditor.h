// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FieldEditor.h"

#include <QSlider>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace reweigh {

/// The usual range of a setting, as a slider's positions 0..steps(). A value outside it is told by the box beside the slider,
/// and the slider rests at its end.
struct SliderScale {
    double low = 0.0, high = 1.0;
    bool log = false;
    double step = 0.01; ///< linear: between positions; log: positions are 200, values are rounded to two digits

    int steps() const { return log ? 200 : int(std::lround((high - low) / step)); }

    double valueAt(int position) const
    {
        const double share = double(position) / steps();
        if (!log) // by division, so that 0.3 is 0.3
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

/// None: the setting has a box only.
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


/// A horizontal slider in the house's look: the way travelled filled, a round handle, a click jumps there and drags on.
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
class Slider;

/// A number in a free box; settings with a usual range have a slider joined to it.
class NumberEditor : public FieldEditor {
    Q_OBJECT
public:
    NumberEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;
    QWidget* slider() const override;

private:
    void join();
    std::optional<double> stepped(double value, int steps) const;
    nlohmann::json toJson(double value) const;

    NumberBox* m_box;
    Slider* m_slider = nullptr;
    std::optional<SliderScale> m_scale;
    int m_drag = 0; ///< gesture of the drag under way, else 0
};

} // namespace reweigh
